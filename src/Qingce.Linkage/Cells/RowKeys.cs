namespace Qingce.Linkage;

/// <summary>The record ids of a table as they were read, in parts.</summary>
public sealed class RowKeys
{
    private readonly RowRanges _ranges;
    private readonly TextLines[] _parts;

    internal RowKeys(RowRanges ranges, TextLines[] parts)
    {
        _ranges = ranges;
        _parts = parts;
    }

    /// <summary>The id of a row, UTF-8.</summary>
    /// <param name="row">0-based.</param>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var part = _parts[_ranges.Find(row, out var at)];
            return part[at];
        }
    }

    /// <summary>The id of a row, UTF-8; faster than the indexer for rows in order.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="hint">Begin with 0 and give back what it was set to.</param>
    public ReadOnlySpan<byte> Get(int row, ref int hint)
    {
        var at = _ranges.PlaceIn(hint, row);
        if (at < 0)
        {
            hint = _ranges.Find(row, out at);
        }

        return _parts[hint][at];
    }
}
