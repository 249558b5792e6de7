namespace Qingce.Linkage;

/// <summary>What the frequencies of values add to the levels that take a frequency adjustment.</summary>
internal sealed class TermFrequencies
{
    private const double MostBits = 10;

    /// <summary>Rows that a value has at least that is in use: slips seldom come three times. Of a very common value one of them may; it has less than this part of its rows.</summary>
    private const long FewestInUse = 3, MostOfOneSlip = 64;
    private readonly bool _countsOwnPair;
    private readonly double _matchesPerRow;
    private readonly Adjustment?[][] _levels;
    private readonly double[]?[] _shared;
    private readonly double _mostShared;
    private readonly BySome[] _bySome;

    public TermFrequencies(LinkageModel model, IReadOnlyList<ModelColumn> columns, RowComparer comparer)
    {
        _countsOwnPair = model.CountsOwnPair;
        _matchesPerRow = model.MatchesPerRow;
        _levels = new Adjustment?[model.Comparisons.Count][];
        _shared = [.. model.Comparisons.Select(c => model.IsShared(c) ? (double[])[0, .. c.Levels.Select(l => l.Weight)] : null)];
        _mostShared = model.Shared?.MostBits ?? double.PositiveInfinity;
        _bySome = [.. (model.Shared?.BySome ?? []).Select(s => new BySome(model, s))];
        for (var c = 0; c < _levels.Length; c++)
        {
            var own = comparer.Columns[c];
            _levels[c] = [.. model.Comparisons[c].Levels.Select(level => level.Frequency > 0 || level.InUse is not null ? AdjustmentOf(level, model.Comparisons[c].Levels[^1], own, columns) : null)];
        }
    }

    /// <summary>The columns whose values are to be counted, ascending.</summary>
    public int[] Columns => [.. _levels.SelectMany(levels => levels).Where(a => a is not null).Select(a => a!.Column).Distinct().Order()];

    /// <summary>The column whose values a level counts; -1 for a level without an adjustment.</summary>
    public int ColumnOf(int comparison, int level) => _levels[comparison][level - 1]?.Column ?? -1;

    /// <summary>The most bits that a level of a comparison ever adds, 0 for the missing level.</summary>
    public double Most<TTerms>(int comparison, int level, TTerms terms)
        where TTerms : ITermCounts => level > 0 && _levels[comparison][level - 1] is { } adjustment ? MostOf(adjustment, terms) : 0;

    /// <summary>
    /// Bits by which agreement on rare values says more, and on common ones less, than the levels' weights do; less what shared evidence is
    /// above its bound. Symmetric.
    /// </summary>
    /// <param name="left">The words of a row.</param>
    /// <param name="right">The words of another row.</param>
    /// <param name="pattern">Their levels.</param>
    /// <param name="terms">Counts of the values.</param>
    public double Of<TTerms>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, ulong pattern, TTerms terms)
        where TTerms : ITermCounts
    {
        var (sum, shared) = (0d, 0d);
        for (var c = 0; c < _levels.Length; c++)
        {
            var bits = Of(c, left, right, pattern, terms);
            sum += bits;
            shared += _shared[c] is { } weights ? weights[Pattern.Level(pattern, c)] + bits : 0;
        }

        if (double.IsPositiveInfinity(_mostShared))
        {
            return sum;
        }

        var households = 1d;
        foreach (var some in _bySome)
        {
            var frequency = 0d;
            foreach (var comparison in some.Comparisons)
            {
                frequency += Of(comparison, left, right, pattern, terms);
            }

            households += some.Weighs(pattern, frequency);
        }

        return sum + SharedEvidence.Bound(shared, _mostShared, households) - shared;
    }

    /// <summary>The adjustment of one comparison.</summary>
    public double Of<TTerms>(int comparison, ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, ulong pattern, TTerms terms)
        where TTerms : ITermCounts
    {
        var level = Pattern.Level(pattern, comparison);
        if (level == 0 || _levels[comparison][level - 1] is not { } adjustment)
        {
            return 0;
        }

        var (column, one, two) = (adjustment.Column, left[1 + adjustment.Column], right[1 + adjustment.Column]);
        var count = terms.Count(column, one);
        var other = one == two ? count : terms.Count(column, two);
        var (rarer, bits) = (Math.Min(count, other), 0d);
        count = Math.Max(count, other);
        if (one != two && rarer >= FewestInUse && rarer >= count / MostOfOneSlip)
        {
            bits = adjustment.InUse;
        }

        if (_countsOwnPair)
        {
            return count == 0
                ? bits
                : bits + adjustment.Weight * Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, count / (double)terms.Present(column)));
        }

        return bits + adjustment.Weight * Math.Clamp(Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, Share(adjustment.U, count, terms.Rows))), -MostBits, MostBits);
    }

    // The share of rows of others that have a value. Rows beside the pair that have it are the entity's own or strangers', as likely as there are matches of a
    // row and strangers who agree with it; more than an entity commonly has are strangers' for certain.
    private double Share(double u, long count, long rows)
    {
        var strangers = u * rows / (u * rows + Math.Min(0.5, 2 * _matchesPerRow));
        var beside = Math.Max(0, count - 2);
        return (strangers + (1 - strangers) * u * rows + Math.Max(strangers * beside, beside - 4 * _matchesPerRow)) / rows;
    }

    private double MostOf<TTerms>(Adjustment adjustment, TTerms terms)
        where TTerms : ITermCounts => adjustment.Weight * Math.Max(
        0,
        _countsOwnPair
            ? Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, 1d / Math.Max(1, terms.Present(adjustment.Column))))
            : Math.Min(MostBits, Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, Share(adjustment.U, 0, terms.Rows)))));

    // Two values that are alike say no less than two that are not.
    private static Adjustment AdjustmentOf(ComparisonLevel level, ComparisonLevel different, int own, IReadOnlyList<ModelColumn> columns) => new(
        level.FrequencyColumn is { } other ? ModelColumn.IndexOf(columns, other) : own,
        level.Frequency,
        level.FrequencyU ?? level.U,
        level.LeastShare,
        level.InUse is { } inUse ? Math.Min(0, Math.Max(Math.Log2(inUse), different.Weight - level.Weight)) : 0);

    private sealed record Adjustment(int Column, double Weight, double U, double LeastShare, double InUse);
}
