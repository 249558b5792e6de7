namespace Qingce.Linkage;

/// <summary>The texts of one column that are too long for a cell, in parts as they were read.</summary>
internal sealed class TextHeap
{
    private readonly RowRanges _ranges;
    private readonly TextLines[] _parts;

    /// <summary>Joins parts.</summary>
    /// <param name="ranges">Where the rows of each part begin.</param>
    /// <param name="parts">The parts.</param>
    public TextHeap(RowRanges ranges, TextLines[] parts)
    {
        _ranges = ranges;
        _parts = parts;
    }

    /// <summary>The text of a row, UTF-8; empty when it has no long one.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var part = _parts[_ranges.Find(row, out var at)];
        return part.Rows == 0 ? [] : part[at];
    }
}
