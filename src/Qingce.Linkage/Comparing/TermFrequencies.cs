namespace Qingce.Linkage;

/// <summary>What the frequencies of values add to the levels that take a frequency adjustment.</summary>
internal sealed class TermFrequencies
{
    private const double MostBits = 10;
    private readonly bool _countsOwnPair;
    private readonly Adjustment?[][] _levels;
    private readonly double[]?[] _shared;
    private readonly double _mostShared;
    private readonly BySome[] _bySome;
    private readonly double[] _shares;

    public TermFrequencies(LinkageModel model, IReadOnlyList<ModelColumn> columns, RowComparer comparer)
    {
        _countsOwnPair = model.CountsOwnPair;
        _levels = new Adjustment?[model.Comparisons.Count][];
        _shared = [.. model.Comparisons.Select(c => model.Shared?.Comparisons.Contains(c.Name) == true ? (double[])[0, .. c.Levels.Select(l => l.Weight)] : null)];
        _mostShared = model.Shared?.MostBits ?? double.PositiveInfinity;
        _bySome = [.. (model.Shared?.BySome ?? []).Select(s => model.IndexOf(s.Comparison)).Select(c => new BySome(c, model.Comparisons[c].Agreeing, model.Comparisons[c].Levels[model.Comparisons[c].Agreeing - 1].Weight))];
        _shares = [.. (model.Shared?.BySome ?? []).Select(s => s.Share)];
        for (var c = 0; c < _levels.Length; c++)
        {
            var own = comparer.Columns[c];
            _levels[c] = [.. model.Comparisons[c].Levels.Select(level => level.Frequency > 0 ? AdjustmentOf(level, own, columns) : null)];
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

        Span<double> bySome = stackalloc double[SharedEvidence.MostBySome];
        for (var i = 0; i < _bySome.Length; i++)
        {
            var some = _bySome[i];
            bySome[i] = Pattern.Level(pattern, some.Comparison) == some.Level ? some.Weight + Of(some.Comparison, left, right, pattern, terms) : 0;
        }

        return sum + SharedEvidence.Bound(shared, _mostShared, bySome[.._bySome.Length], _shares) - shared;
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
        count = one == two ? count : Math.Max(count, terms.Count(column, two));
        if (_countsOwnPair)
        {
            return count == 0
                ? 0
                : adjustment.Weight * Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, count / (double)terms.Present(column)));
        }

        var share = Math.Max(adjustment.LeastShare, Math.Max(1, count - 1) / (double)terms.Rows);
        return adjustment.Weight * Math.Clamp(Math.Log2(adjustment.U / share), -MostBits, MostBits);
    }

    private double MostOf<TTerms>(Adjustment adjustment, TTerms terms)
        where TTerms : ITermCounts => adjustment.Weight * Math.Max(
        0,
        _countsOwnPair
            ? Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, 1d / Math.Max(1, terms.Present(adjustment.Column))))
            : Math.Min(MostBits, Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, 1d / terms.Rows))));

    private static Adjustment AdjustmentOf(ComparisonLevel level, int own, IReadOnlyList<ModelColumn> columns) => new(
        level.FrequencyColumn is { } other ? ModelColumn.IndexOf(columns, other) : own,
        level.Frequency,
        level.FrequencyU ?? level.U,
        level.LeastShare);

    private readonly record struct BySome(int Comparison, int Level, double Weight);

    private sealed record Adjustment(int Column, double Weight, double U, double LeastShare);
}
