namespace Qingce.Linkage;

/// <summary>The texts of one column that are too long for a cell, in parts as they were read.</summary>
internal sealed class TextHeap
{
    private readonly RowRanges _ranges;
    private readonly Part[] _parts;

    /// <summary>Joins parts.</summary>
    /// <param name="ranges">Where the rows of each part begin.</param>
    /// <param name="parts">The parts.</param>
    public TextHeap(RowRanges ranges, Part[] parts)
    {
        _ranges = ranges;
        _parts = parts;
    }

    /// <summary>The text of a row, UTF-8; empty when it has no long one.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var (starts, bytes) = _parts[_ranges.Find(row, out var at)];
        if (starts.Length == 0)
        {
            return [];
        }

        return bytes.AsSpan(starts[at], starts[at + 1] - starts[at]);
    }

    /// <summary>Some consecutive rows: where the text of each begins, one more than rows; nothing when none is long.</summary>
    internal readonly record struct Part(int[] Starts, byte[] Bytes);
}
