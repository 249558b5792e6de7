namespace Qingce.Linkage;

/// <summary>How many pairs have which weight, to a sixteenth of a bit.</summary>
internal sealed class WeightCounts
{
    private const int PerBit = 16;
    private const int Most = 1024;
    private readonly double[] _pairs = new double[2 * Most * PerBit];
    private readonly double[] _sums = new double[2 * Most * PerBit];

    /// <summary>Adds pairs of one weight.</summary>
    public void Add(double weight, double pairs = 1)
    {
        var place = (int)Math.Floor((Math.Clamp(weight, -Most, Most - 1) + Most) * PerBit);
        _pairs[place] += pairs;
        _sums[place] += weight * pairs;
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

    /// <summary>The weights that occur, ascending, each the mean of its sixteenth of a bit.</summary>
    public IEnumerable<WeightedCount> All() =>
        Enumerable.Range(0, _pairs.Length).Where(i => _pairs[i] > 0).Select(i => new WeightedCount(_sums[i] / _pairs[i], _pairs[i]));
}
