namespace Qingce.Linkage;

/// <summary>The record ids of a table as they were read, in parts.</summary>
public sealed class RowKeys
{
    private readonly int[] _firstRows;
    private readonly TextHeap.Part[] _parts;

    internal RowKeys(int[] firstRows, TextHeap.Part[] parts)
    {
        _firstRows = firstRows;
        _parts = parts;
    }

    /// <summary>The id of a row, UTF-8.</summary>
    /// <param name="row">0-based.</param>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var place = Array.BinarySearch(_firstRows, row);
            place = place < 0 ? ~place - 1 : place;
            var (starts, bytes) = _parts[place];
            var at = row - _firstRows[place];
            return bytes.AsSpan(starts[at], starts[at + 1] - starts[at]);
        }
    }

    /// <summary>The id of a row, UTF-8; faster than the indexer for rows in order.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="hint">Begin with 0 and give back what it was set to.</param>
    public ReadOnlySpan<byte> Get(int row, ref int hint)
    {
        var place = hint;
        if (row < _firstRows[place] || (place + 1 < _firstRows.Length && row >= _firstRows[place + 1]))
        {
            place = Array.BinarySearch(_firstRows, row);
            hint = place = place < 0 ? ~place - 1 : place;
        }

        var (starts, bytes) = _parts[place];
        var at = row - _firstRows[place];
        return bytes.AsSpan(starts[at], starts[at + 1] - starts[at]);
    }
}
