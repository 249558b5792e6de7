namespace Qingce.Linkage;

/// <summary>
/// Counts 64-bit values and keeps the first row of each. Plain arrays: a dictionary of value types is compiled while the report waits for it.
/// </summary>
internal sealed class ValueCounts
{
    private ulong[] _values = new ulong[1024];
    private int[] _rows = new int[1024];
    private int[] _counts = new int[1024];

    /// <summary>Number of different values.</summary>
    public int Count { get; private set; }

    /// <summary>Counts a value.</summary>
    public void Add(ulong value, int row)
    {
        if (2 * Count >= _values.Length)
        {
            Grow();
        }

        var at = Find(value);
        if (_counts[at]++ == 0)
        {
            (_values[at], _rows[at]) = (value, row);
            Count++;
        }
    }

    /// <summary>The values that occur at least so often, the commonest first, of equal ones the smaller.</summary>
    /// <param name="least">Occurrences.</param>
    /// <param name="most">Values to give at most.</param>
    public List<CountedValue> Commonest(int least, int most)
    {
        var found = new List<CountedValue>();
        var bound = least;
        for (var at = 0; at < _values.Length; at++)
        {
            if (_counts[at] < bound)
            {
                continue;
            }

            found.Add(new CountedValue(_values[at], _rows[at], _counts[at]));
            if (found.Count == 16 * most)
            {
                bound = Math.Max(bound, Trim(found, most));
            }
        }

        Trim(found, most);
        return found;
    }

    private static int Trim(List<CountedValue> found, int most)
    {
        found.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : x.Value.CompareTo(y.Value));
        if (found.Count > most)
        {
            found.RemoveRange(most, found.Count - most);
        }

        return found.Count < most ? 0 : found[^1].Count;
    }

    private int Find(ulong value)
    {
        var at = (int)(KeyMix.Of(value) & (ulong)(_values.Length - 1));
        while (_counts[at] != 0 && _values[at] != value)
        {
            at = at + 1 & _values.Length - 1;
        }

        return at;
    }

    private void Grow()
    {
        var (values, rows, counts) = (_values, _rows, _counts);
        (_values, _rows, _counts) = (new ulong[2 * values.Length], new int[2 * values.Length], new int[2 * values.Length]);
        for (var from = 0; from < values.Length; from++)
        {
            if (counts[from] != 0)
            {
                var at = Find(values[from]);
                (_values[at], _rows[at], _counts[at]) = (values[from], rows[from], counts[from]);
            }
        }
    }
}

/// <summary>A value, the first row that has it, and how many do.</summary>
internal sealed record CountedValue(ulong Value, int Row, int Count);
