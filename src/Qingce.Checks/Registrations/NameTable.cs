namespace Qingce.Checks.Registrations;

/// <summary>The distinct names of a register, as written, numbered from 0. Safe for several readers.</summary>
internal sealed class NameTable(TextPool names)
{
    public static NameTable Empty { get; } = new(TextPool.Empty);

    public int Count => names.Count;

    /// <summary>The name as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Written(int id) => names[id];

    /// <summary>Whether a name written elsewhere is this one, by their normal forms. False when either is empty.</summary>
    public bool Agrees(ReadOnlySpan<byte> written, int id) =>
        id >= 0 && !written.IsEmpty && written.SequenceEqual(names[id]);
}
