namespace Qingce.Checks.Findings;

/// <summary>Sets of three or more registrations that findings name. Safe for several threads.</summary>
internal sealed class RowGroups
{
    private readonly Lock _lock = new();
    private readonly List<int[]> _groups = [];
    private readonly Dictionary<int, List<int>> _byHash = [];

    public ReadOnlySpan<int> this[int group]
    {
        get
        {
            lock (_lock)
            {
                return _groups[group];
            }
        }
    }

    /// <summary>Adds a set of rows, or finds it when it is there. Numbers depend on the order of calls and are no identity.</summary>
    public int Add(ReadOnlySpan<int> rows)
    {
        int[] sorted = [.. rows.ToArray().Distinct().Order()];
        HashCode hash = default;
        foreach (int row in sorted)
        {
            hash.Add(row);
        }

        int key = hash.ToHashCode();
        lock (_lock)
        {
            if (!_byHash.TryGetValue(key, out List<int>? same))
            {
                _byHash.Add(key, same = []);
            }

            foreach (int group in same)
            {
                if (_groups[group].AsSpan().SequenceEqual(sorted))
                {
                    return group;
                }
            }

            same.Add(_groups.Count);
            _groups.Add(sorted);
            return _groups.Count - 1;
        }
    }
}
