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
    public WeightBounds(RowGrader grader, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms, int columns, double threshold, uint longColumns = 0)
    {
        _groups = (columns + 7) / 8;
        _equal = new double[_groups * 256];
        _unequal = new double[_groups * 256];
        BoundStep[] steps = [.. grader.Graded.Select(g => new BoundStep(g, weights, frequencies, terms)).OrderBy(s => s.Order).ThenBy(s => s.Comparison)];
        Sketched = [.. steps.Where(s => s.Graded!.IsSketched && (longColumns & 1U << s.Column) == 0)];
        LongSketched = [.. steps.Where(s => s.Graded!.IsSketched && (longColumns & 1U << s.Column) != 0)];
        BoundStep[] others = [.. grader.Others.Select(c => new BoundStep(c, grader.Comparer, weights, frequencies, terms))];
        InOrder = [.. steps.Concat(others).OrderBy(s => (longColumns & grader.Comparer.ColumnsOf(s.Comparison)) != 0)];
        ShortSteps = InOrder.Count(s => (longColumns & grader.Comparer.ColumnsOf(s.Comparison)) == 0);
        ByColumn = [.. steps.Concat(others).Where(s => s.Column >= 0)];
        OfFrequency = [.. ByColumn.Where(s => s.HasFrequency)];
        for (var at = 0; at < _equal.Length; at++)
        {
            for (var bits = at & 255; bits != 0; bits &= bits - 1)
            {
                var column = at / 256 * 8 + BitOperations.TrailingZeroCount(bits);
                _equal[at] += ByColumn.Where(s => s.Column == column).Sum(s => s.WhenEqual);
                _unequal[at] += ByColumn.Where(s => s.Column == column).Sum(s => s.WhenUnequal);
            }
        }

        _least = threshold - Rounding - weights.Prior - others.Where(s => s.Column < 0).Sum(s => s.WhenUnequal);
    }

    /// <summary>All comparisons in the order in which they are asked: those that need texts of the heap last, as they cost several times as much.</summary>
    public BoundStep[] InOrder { get; }

    /// <summary>How many of them need no texts of the heap.</summary>
    public int ShortSteps { get; }

    /// <summary>The comparisons of which sketches tell something that are made of cells.</summary>
    public BoundStep[] Sketched { get; }

    /// <summary>Those of which sketches of long texts do: asked after all that needs no texts, because they lie elsewhere in memory.</summary>
    public BoundStep[] LongSketched { get; }

    /// <summary>The comparisons of which the masks tell something.</summary>
    public BoundStep[] ByColumn { get; }

    /// <summary>Those of them to which the frequency of equal values adds something, or takes something off.</summary>
    public BoundStep[] OfFrequency { get; }

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
