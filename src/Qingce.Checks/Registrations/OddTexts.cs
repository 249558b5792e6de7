using Qingce.Checks.Findings;

namespace Qingce.Checks.Registrations;

/// <summary>The few cells whose writing must be kept because the typed column cannot tell it.</summary>
internal sealed class OddTexts
{
    private readonly Dictionary<(int Row, RegisterColumn Column), byte[]> _texts = [];

    public static OddTexts Empty { get; } = new();

    public void Add(int row, RegisterColumn column, ReadOnlySpan<byte> text) => _texts[(row, column)] = text.ToArray();

    /// <summary>Writes the cell when it was kept.</summary>
    public bool Write(int row, RegisterColumn column, Utf8Writer to)
    {
        bool kept = _texts.TryGetValue((row, column), out byte[]? text);
        to.Write(text);
        return kept;
    }
}
