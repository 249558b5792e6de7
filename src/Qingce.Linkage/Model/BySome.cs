namespace Qingce.Linkage;

/// <summary>A <see cref="SharedBySome"/> made ready for many pairs.</summary>
internal sealed class BySome
{
    /// <summary>The part of the share that counts where values are nearly equal. Shares are set above what is true for those that agree in everything.</summary>
    private const double Nearly = 0.2;
    private readonly double[] _shares;
    private readonly double[] _weights;

    /// <summary>Looks up what it names.</summary>
    public BySome(LinkageModel model, SharedBySome some)
    {
        Comparison = model.IndexOf(some.Comparison);
        var comparison = model.Comparisons[Comparison];
        _shares = [0, .. Enumerable.Range(1, comparison.Levels.Count).Select(level => ShareOf(comparison, level, some.Share))];
        _weights = [0, .. comparison.Levels.Select(l => l.Weight)];
    }

    /// <summary>Its comparison's place in the model.</summary>
    public int Comparison { get; }

    /// <summary>The share of pairs of one household that are on a level as matches are, for there is one thing more that they have in common.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="level">1-based.</param>
    /// <param name="share">See <see cref="SharedBySome.Share"/>.</param>
    public static double ShareOf(Comparison comparison, int level, double share) => level == comparison.Agreeing ? share : Nearly * share;

    /// <summary>How much such pairs weigh beside others of one household, 0 or more: only what speaks for a match does.</summary>
    /// <param name="pattern">The levels of a pair.</param>
    /// <param name="frequency">What the frequency of its values adds here.</param>
    public double Weighs(ulong pattern, double frequency)
    {
        var level = Pattern.Level(pattern, Comparison);
        var bits = _weights[level] + frequency;
        return bits > 0 ? _shares[level] * double.Exp2(Math.Min(60, bits)) : 0;
    }
}
