using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>The weights of a model ready to be looked up: two comparisons a table, one addition for each eight bits of a pattern.</summary>
public sealed class PatternWeights
{
    private const int Tables = 8;
    private readonly double[] _weights = new double[Tables * 256];
    private readonly double[] _frequencies = new double[LinkageModel.MostComparisons * 16];
    private readonly int _used;

    /// <summary>Prepares the weights of a model for a table.</summary>
    /// <param name="model">A valid model.</param>
    /// <param name="rows">Rows of the table, which decide the prior.</param>
    public PatternWeights(LinkageModel model, long rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Validate();
        Model = model;
        Prior = model.Prior(rows).Bits;
        _used = (model.Comparisons.Count + 1) / 2;
        for (var value = 0; value < 256; value++)
        {
            for (var table = 0; table < _used; table++)
            {
                _weights[table * 256 + value] = LevelWeight(2 * table, value & 15) + LevelWeight(2 * table + 1, value >> 4);
            }
        }

        for (var c = 0; c < model.Comparisons.Count; c++)
        {
            for (var level = 1; level <= model.Comparisons[c].Levels.Count; level++)
            {
                _frequencies[c * 16 + level] = model.Comparisons[c].Levels[level - 1].Frequency;
            }
        }
    }

    private PatternWeights(PatternWeights other, long rows)
    {
        (_weights, _frequencies, _used) = (other._weights, other._frequencies, other._used);
        Model = other.Model;
        Prior = Model.Prior(rows).Bits;
    }

    /// <summary>The model.</summary>
    public LinkageModel Model { get; }

    /// <summary>Bits every pair starts from.</summary>
    public double Prior { get; }

    /// <summary>The same weights for a table of another number of rows.</summary>
    /// <param name="rows">2 or more.</param>
    public PatternWeights WithRows(long rows) => new(this, rows);

    /// <summary>Prior plus the weights of the levels, in bits, without frequency adjustment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Weight(ulong pattern)
    {
        var sum = Prior;
        var weights = _weights;
        for (var at = 0; at < _used * 256; at += 256, pattern >>= 8)
        {
            sum += weights[at + (int)(pattern & 255)];
        }

        return sum;
    }

    /// <summary>What the levels of shared evidence are above their bound, at most 0; frequencies not counted.</summary>
    public double SharedExcess(ulong pattern)
    {
        if (Model.Shared is not { } shared)
        {
            return 0;
        }

        var bits = shared.Comparisons.Sum(name => Model.IndexOf(name) is var c ? LevelWeight(c, Pattern.Level(pattern, c)) : 0);
        var households = 1 + (shared.BySome ?? []).Sum(s => new BySome(Model, s).Weighs(pattern, 0));
        return SharedEvidence.Bound(bits, shared.MostBits, households) - bits;
    }

    /// <summary>Weight in bits of one level; 0 for missing or a level the model does not have.</summary>
    public double LevelWeight(int comparison, int level) =>
        comparison < Model.Comparisons.Count && level > 0 && level <= Model.Comparisons[comparison].Levels.Count
            ? Model.Comparisons[comparison].Levels[level - 1].Weight
            : 0;

    /// <summary>
    /// The bits by which two rows speak less against one entity when a third is known to be of it with each: those of all levels that speak against, if
    /// each is no worse than what the third has with one of them, or one that the third has a slip away from both. A third with a vague value explains
    /// nothing (<see cref="ComparisonLevel.Vague"/>), and where it has none it does not either.
    /// </summary>
    /// <param name="pattern">The levels of the two rows.</param>
    /// <param name="one">Those of the first and the third.</param>
    /// <param name="other">Those of the third and the second.</param>
    /// <returns>0 or more; null where the third leaves anything unexplained.</returns>
    internal double? Explained(ulong pattern, ulong one, ulong other)
    {
        var bits = 0d;
        for (var c = 0; c < Model.Comparisons.Count; c++)
        {
            var level = Pattern.Level(pattern, c);
            var against = LevelWeight(c, level);
            var (first, second) = (Pattern.Level(one, c), Pattern.Level(other, c));
            var (a, b) = (LevelWeight(c, first), LevelWeight(c, second));
            var isKnown = first > 0 && second > 0;
            if (isKnown && against < Math.Min(a, b) && Model.Comparisons[c].Levels[first - 1].Vague && Model.Comparisons[c].Levels[second - 1].Vague)
            {
                return null;
            }

            if (against < 0 && !(isKnown && against >= Math.Min(a, b)))
            {
                if (!isKnown || a < 0 || b < 0 || Model.Comparisons[c].Levels[level - 1].Certain)
                {
                    return null;
                }

                bits -= against;
            }
        }

        return bits;
    }

    /// <summary>The part of the frequency adjustment that a level takes, 0 to 1.</summary>
    public double FrequencyShare(int comparison, int level) => _frequencies[comparison * 16 + level];

    /// <summary>The most bits that the comparisons in <paramref name="mask"/> can add together, at least 0.</summary>
    /// <param name="mask">All bits of the comparisons that are still to be made.</param>
    public double Ceiling(ulong mask)
    {
        var sum = 0d;
        for (var c = 0; c < Model.Comparisons.Count; c++)
        {
            if ((mask & Pattern.Mask(c)) != 0)
            {
                sum += Math.Max(0, Model.Comparisons[c].Levels.Max(l => l.Weight));
            }
        }

        return sum;
    }
}
