namespace Qingce.Linkage;

/// <summary>
/// What several derivations and measures tell of a text that is too long for its cell, told from one look at it: reading a long text costs more than
/// all that is made of it. Stateless.
/// </summary>
public abstract class TextMarks
{
    private const int Most = 8;

    /// <summary>How many marks a text has, 1 to 8.</summary>
    public abstract int Count { get; }

    /// <summary>Writes the marks of a text.</summary>
    /// <param name="utf8">The text, cleaned.</param>
    /// <param name="marks">Room for <see cref="Count"/>. A mark is what <see cref="Derivation.Keys"/> or
    /// <see cref="Measure.Sketch(in CellValue)"/> would make of the text; 0 when that has to be asked.</param>
    public abstract void Read(ReadOnlySpan<byte> utf8, Span<ulong> marks);

    /// <summary>One mark of a text; 0 where there are none.</summary>
    internal static ulong Of(TextMarks? marks, int mark, ReadOnlySpan<byte> utf8)
    {
        if (marks is null)
        {
            return 0;
        }

        Span<ulong> its = stackalloc ulong[Most];
        marks.Read(utf8, its[..marks.Count]);
        return its[mark];
    }
}
