namespace Qingce.Linkage;

/// <summary>How many pairs have which weight, to a sixteenth of a bit.</summary>
internal sealed class WeightCounts
{
    private const int PerBit = 16;
    private const int Most = 1024;
    private const int Unit = 1 << 16;

    // Whole numbers, so that the sums do not depend on the order in which threads add them.
    private readonly long[] _pairs = new long[2 * Most * PerBit];
    private readonly long[] _sums = new long[2 * Most * PerBit];

    /// <summary>Adds pairs of one weight.</summary>
    public void Add(double weight, long pairs = 1)
    {
        var place = PlaceOf(weight);
        _pairs[place] += pairs;
        _sums[place] += (long)Math.Round(Math.Clamp(weight, -Most, Most) * Unit) * pairs;
    }

    /// <summary>Adds all of another.</summary>
    public void Add(WeightCounts other)
    {
        for (var i = 0; i < _pairs.Length; i++)
        {
            _pairs[i] += other._pairs[i];
            _sums[i] += other._sums[i];
        }
    }

    /// <summary>A weight at or below which at least so many pairs lie that weigh no less than <paramref name="from"/>.</summary>
    public double BoundOf(double from, long pairs)
    {
        var place = PlaceOf(from);
        for (var seen = 0L; place < _pairs.Length; place++)
        {
            seen += _pairs[place];
            if (seen >= pairs)
            {
                return (place + 1.0) / PerBit - Most;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>The weights that occur, ascending, each the mean of its sixteenth of a bit.</summary>
    public WeightedCount[] All()
    {
        var count = 0;
        foreach (var pairs in _pairs)
        {
            count += pairs > 0 ? 1 : 0;
        }

        var all = new WeightedCount[count];
        for (int i = 0, next = 0; i < _pairs.Length; i++)
        {
            if (_pairs[i] > 0)
            {
                all[next++] = new WeightedCount(_sums[i] / (double)_pairs[i] / Unit, _pairs[i]);
            }
        }

        return all;
    }

    private static int PlaceOf(double weight) => (int)Math.Floor((Math.Clamp(weight, -Most, Most - 1) + Most) * PerBit);
}
