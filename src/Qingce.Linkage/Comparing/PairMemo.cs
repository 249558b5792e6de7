namespace Qingce.Linkage;

/// <summary>
/// What was measured of one pair, or bounded by sketches, so that no two levels measure the same again. Scratch memory of one thread.
/// </summary>
/// <param name="measurements">How many measurements a pair may need, each with its own place.</param>
internal sealed class PairMemo(int measurements)
{
    private readonly double[] _measured = new double[measurements];
    private readonly double[] _best = new double[measurements];
    private readonly byte[] _known = new byte[measurements];

    private const byte Measured = 1, Bounded = 2;

    /// <summary>Begins another pair.</summary>
    public void Clear() => _known.AsSpan().Clear();

    /// <summary>What was measured at a place.</summary>
    public bool TryMeasured(int place, out double measured)
    {
        measured = _measured[place];
        return (_known[place] & Measured) != 0;
    }

    /// <summary>The best that a measurement at a place can come to.</summary>
    public bool TryBest(int place, out double best)
    {
        best = _best[place];
        return (_known[place] & Bounded) != 0;
    }

    public void SetMeasured(int place, double measured)
    {
        _measured[place] = measured;
        _known[place] |= Measured;
    }

    public void SetBest(int place, double best)
    {
        _best[place] = best;
        _known[place] |= Bounded;
    }
}
