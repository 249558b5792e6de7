namespace Qingce.Linkage;

/// <summary>Patterns and what was seen of each.</summary>
internal sealed class PatternTable
{
    private SeenPattern?[] _slots = new SeenPattern?[256];

    /// <summary>The patterns, in the order in which they came.</summary>
    public List<SeenPattern> All { get; } = [];

    /// <summary>What was seen of a pattern; made when there was nothing.</summary>
    public SeenPattern this[ulong pattern]
    {
        get
        {
            var at = Find(pattern);
            return _slots[at] ?? Add(pattern, at);
        }
    }

    private SeenPattern Add(ulong pattern, int at)
    {
        var seen = new SeenPattern(pattern);
        _slots[at] = seen;
        All.Add(seen);
        if (2 * All.Count >= _slots.Length)
        {
            _slots = new SeenPattern?[2 * _slots.Length];
            foreach (var other in All)
            {
                _slots[Find(other.Pattern)] = other;
            }
        }

        return seen;
    }

    private int Find(ulong pattern)
    {
        var at = (int)(KeyMix.Of(pattern) & (ulong)(_slots.Length - 1));
        while (_slots[at] is { } seen && seen.Pattern != pattern)
        {
            at = at + 1 & _slots.Length - 1;
        }

        return at;
    }
}

/// <summary>What was seen of a pattern.</summary>
internal sealed class SeenPattern(ulong pattern)
{
    public ulong Pattern { get; } = pattern;

    /// <summary>Pairs that were kept.</summary>
    public long Kept { get; set; }

    /// <summary>Pairs that training counted.</summary>
    public long Compared { get; set; }

    /// <summary>The place of the kept pair of least weight, the first of equal ones.</summary>
    public int Weakest { get; set; }

    /// <summary>The place of the kept pair of most weight, the first of equal ones.</summary>
    public int Strongest { get; set; }

    /// <summary>Bits of prior and levels.</summary>
    public double Weight { get; set; }
}
