namespace Qingce.Linkage;

/// <summary>A <see cref="SharedBySome"/> made ready for many pairs.</summary>
internal sealed class BySome
{
    /// <summary>The part of the share that counts where values are nearly equal. Shares are set above what is true for those that agree in everything.</summary>
    private const double Nearly = 0.2;
    private readonly double _share;
    private readonly int[] _comparisons;
    private readonly int[] _agreeing;
    private readonly double[][] _weights;

    /// <summary>Looks up what it names.</summary>
    public BySome(LinkageModel model, SharedBySome some)
    {
        _share = some.Share;
        _comparisons = [.. some.Names.Select(model.IndexOf)];
        _agreeing = [.. _comparisons.Select(c => model.Comparisons[c].Agreeing)];
        _weights = [.. _comparisons.Select(c => (double[])[0, .. model.Comparisons[c].Levels.Select(l => l.Weight)])];
    }

    /// <summary>The places of its comparisons in the model.</summary>
    public ReadOnlySpan<int> Comparisons => _comparisons;

    /// <summary>The share of pairs of one household that are on a level as matches are, for there is one thing more that they have in common.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="level">1-based.</param>
    /// <param name="share">See <see cref="SharedBySome.Share"/>.</param>
    public static double ShareOf(Comparison comparison, int level, double share) => level == comparison.Agreeing ? share : Nearly * share;

    /// <summary>How much such pairs weigh beside others of one household, 0 or more: only what speaks for a match does.</summary>
    /// <param name="pattern">The levels of a pair.</param>
    /// <param name="frequency">What the frequencies of its values add here.</param>
    public double Weighs(ulong pattern, double frequency)
    {
        var (bits, isNear) = (frequency, false);
        for (var i = 0; i < _comparisons.Length; i++)
        {
            var level = Pattern.Level(pattern, _comparisons[i]);
            bits += _weights[i][level];
            isNear |= level > 0 && level != _agreeing[i];
        }

        return bits > 0 ? (isNear ? Nearly * _share : _share) * double.Exp2(Math.Min(60, bits)) : 0;
    }
}
