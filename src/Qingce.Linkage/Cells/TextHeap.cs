namespace Qingce.Linkage;

/// <summary>The texts of one column that are too long for a cell, in parts as they were read.</summary>
internal sealed class TextHeap
{
    private readonly int[] _firstRows;
    private readonly Part[] _parts;

    /// <summary>Joins parts.</summary>
    /// <param name="firstRows">The first row of each part, ascending from 0.</param>
    /// <param name="parts">The parts.</param>
    public TextHeap(int[] firstRows, Part[] parts)
    {
        _firstRows = firstRows;
        _parts = parts;
    }

    /// <summary>The text of a row, UTF-8; empty when it has no long one.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var place = Array.BinarySearch(_firstRows, row);
        place = place < 0 ? ~place - 1 : place;
        var (starts, bytes) = _parts[place];
        if (starts.Length == 0)
        {
            return [];
        }

        var at = row - _firstRows[place];
        return bytes.AsSpan(starts[at], starts[at + 1] - starts[at]);
    }

    /// <summary>Some consecutive rows: where the text of each begins, one more than rows; nothing when none is long.</summary>
    internal readonly record struct Part(int[] Starts, byte[] Bytes);
}
