using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// The most that a pair can weigh, from nothing but the masks of columns with equal and with unequal values: a table look-up for each
/// eight columns. Immutable.
/// </summary>
internal sealed class WeightBounds
{
    /// <summary>More than what adding in another order can change.</summary>
    private const double Rounding = 1e-6;
    private readonly double[] _equal;
    private readonly double[] _unequal;
    private readonly double _least;
    private readonly int _groups;

    /// <param name="grader">The comparisons.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="frequencies">What frequencies add to them.</param>
    /// <param name="terms">The frequencies.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="threshold">The least weight that is kept.</param>
    /// <param name="longColumns">The columns whose texts mostly lie in the heap, as a mask.</param>
    public WeightBounds(
        RowGrader grader, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms, int columns, double threshold, uint longColumns = 0)
    {
        _groups = (columns + 7) / 8;
        _equal = new double[_groups * 256];
        _unequal = new double[_groups * 256];
        Steps =
        [
            .. grader.Graded.Select(g => new BoundStep(g, weights, frequencies, terms, (longColumns >> g.Column & 1) != 0))
                .OrderBy(s => s.IsLong).ThenBy(s => s.Order).ThenBy(s => s.Graded.Comparison),
        ];
        Others = [.. grader.Others.Select(c => new BoundStep(c, weights, frequencies, terms))];
        for (var at = 0; at < _equal.Length; at++)
        {
            for (var bits = at & 255; bits != 0; bits &= bits - 1)
            {
                var column = at / 256 * 8 + BitOperations.TrailingZeroCount(bits);
                _equal[at] += Steps.Where(s => s.Graded.Column == column).Sum(s => s.WhenEqual);
                _unequal[at] += Steps.Where(s => s.Graded.Column == column).Sum(s => s.WhenUnequal);
            }
        }

        _least = threshold - Rounding - weights.Prior - Others.Sum(s => s.WhenUnequal);
    }

    /// <summary>The comparisons of one column each, those that tell most for their cost first.</summary>
    public BoundStep[] Steps { get; }

    /// <summary>The comparisons that depend on more.</summary>
    public BoundStep[] Others { get; }

    /// <summary>By how much a pair can lose and still be kept; below 0 when it cannot be kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Slack(uint equal, uint unequal)
    {
        var sum = _equal[(int)(equal & 255)] + _unequal[(int)(unequal & 255)];
        for (var group = 1; group < _groups; group++)
        {
            equal >>= 8;
            unequal >>= 8;
            sum += _equal[group * 256 + (int)(equal & 255)] + _unequal[group * 256 + (int)(unequal & 255)];
        }

        return sum - _least;
    }
}

/// <summary>What one comparison can add to a weight at most.</summary>
internal sealed class BoundStep
{
    private readonly double[] _most;

    public BoundStep(GradedColumn graded, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms, bool isLong)
        : this(graded.Comparison, weights, frequencies, terms)
    {
        IsLong = isLong;
        Graded = graded;
        WhenEqual = _most[graded.WhenEqual];
        WhenUnequal = graded.WhenUnequal.Max(level => _most[level]);
        var falls = WhenUnequal - graded.WhenUnequal.Min(level => _most[level]);
        Order = graded.IsGraded ? -falls : -100;
    }

    public BoundStep(int comparison, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms)
    {
        Comparison = comparison;
        _most = [.. Enumerable.Range(0, weights.Model.Comparisons[comparison].Levels.Count + 1)
            .Select(level => weights.LevelWeight(comparison, level) + frequencies.Most(comparison, level, terms))];
        WhenUnequal = _most.Max();
        Graded = null!;
    }

    public int Comparison { get; }

    /// <summary>The comparison, where it is of one column.</summary>
    public GradedColumn Graded { get; }

    /// <summary>Whether the texts mostly lie in the heap and so cost several times those that stand in their cells.</summary>
    public bool IsLong { get; }

    /// <summary>The smaller, the earlier it should be asked.</summary>
    public double Order { get; }

    public double WhenEqual { get; }

    /// <summary>Of values that are not equal; of all pairs, where more than one column decides.</summary>
    public double WhenUnequal { get; }

    /// <summary>How much less a level gives than was to be hoped for.</summary>
    public double Falls(int level) => WhenUnequal - _most[level];
}
