namespace Qingce.Linkage;

/// <summary>Values as they stand in the file.</summary>
internal sealed class VerbatimKind : ColumnKind
{
    public const string Word = "verbatim";

    public override string Name => Word;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value.CopyTo(cleaned);
        return value.Length;
    }
}
