namespace Qingce.Linkage;

/// <summary>Pairs as they are found, in parts, so that none is copied while they become more. For one thread at a time.</summary>
internal sealed class FoundPairs
{
    private const int FirstPart = 256, LargestPart = 1 << 14;
    private readonly List<(ScoredPair[] Pairs, int Count)> _parts = [];
    private ScoredPair[] _last = [];
    private int _used;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a pair.</summary>
    public void Add(in ScoredPair pair)
    {
        if (_used == _last.Length)
        {
            EndPart();
            _last = new ScoredPair[Math.Clamp(Count, FirstPart, LargestPart)];
        }

        _last[_used++] = pair;
        Count++;
    }

    /// <summary>Adds the pairs of others, which keep none.</summary>
    public void Take(FoundPairs others)
    {
        others.EndPart();
        _parts.AddRange(others._parts);
        Count += others.Count;
        others._parts.Clear();
        others.Count = 0;
    }

    /// <summary>The pairs, in the order in which they came as far as one thread added them.</summary>
    public IEnumerable<ArraySegment<ScoredPair>> Parts()
    {
        EndPart();
        return _parts.Select(part => new ArraySegment<ScoredPair>(part.Pairs, 0, part.Count));
    }

    private void EndPart()
    {
        if (_used > 0)
        {
            _parts.Add((_last, _used));
            (_last, _used) = ([], 0);
        }
    }
}
