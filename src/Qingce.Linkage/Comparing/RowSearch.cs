namespace Qingce.Linkage;

/// <summary>All that the search for the pairs of a table needs. Immutable, for any number of threads.</summary>
internal sealed class RowSearch
{
    /// <summary>Of so many rows looked at more than a quarter with long texts make their column one that is asked last.</summary>
    private const int FewestLong = 17;
    private readonly PatternWeights _weights;
    private readonly TermFrequencies _frequencies;
    private readonly TableTerms _terms;
    private readonly bool _acrossSources;

    public RowSearch(
        TableRows rows, RowGrader grader, PatternWeights weights, TermFrequencies frequencies, TableTerms terms, double threshold, bool acrossSources)
    {
        Rows = rows;
        Grader = grader;
        Threshold = threshold;
        Bounds = new WeightBounds(grader, weights, frequencies, terms, Table.Columns.Count, threshold, Table.LongColumns(FewestLong));
        Joint = [.. Bounds.InOrder.Where(s => s.Graded is null && s.Column < 0).Select(s => new JointBound(s, grader.Comparer)).Where(joint => joint.IsOfUse)];
        _weights = weights;
        _frequencies = frequencies;
        _terms = terms;
        _acrossSources = acrossSources;
    }

    public TableRows Rows { get; }

    public LinkTable Table => Rows.Table;

    public RowGrader Grader { get; }

    public WeightBounds Bounds { get; }

    /// <summary>The comparisons of several columns of which no mask tells anything, but other comparisons do.</summary>
    public JointBound[] Joint { get; }

    public double Threshold { get; }

    public bool IsOneSource(int left, int right) => _acrossSources && Table.SourceOf(left) == Table.SourceOf(right);

    /// <summary>The weight of a pair, as it is everywhere.</summary>
    public double WeightOf(ulong pattern, ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        _terms.Prefetch(left, right);
        return _weights.Weight(pattern) + _frequencies.Of(left, right, pattern, _terms);
    }

    /// <summary>By how much the frequencies of a row's values stay below the most that was hoped of them.</summary>
    /// <param name="columns">The columns, as a mask, in which the other row of the pair has the same values.</param>
    /// <param name="row">The words of the row.</param>
    public double LossOf(uint columns, ReadOnlySpan<ulong> row)
    {
        var loss = 0d;
        foreach (var step in Bounds.OfFrequency)
        {
            loss += (columns & 1U << step.Column) != 0 ? LossOf(step, row) : 0;
        }

        return loss;
    }

    /// <summary>As <see cref="LossOf(uint, ReadOnlySpan{ulong})"/>, of a pair of which some levels are known: only where they are those of equal values.</summary>
    /// <param name="columns">The columns, as a mask, in which the other row of the pair has the same values.</param>
    /// <param name="pattern">The levels that are known.</param>
    /// <param name="row">The words of the row.</param>
    public double LossOf(uint columns, ulong pattern, ReadOnlySpan<ulong> row)
    {
        var loss = 0d;
        foreach (var step in Bounds.OfFrequency)
        {
            if ((columns & 1U << step.Column) != 0
                && (step.Graded is not null || Pattern.Level(pattern, step.Comparison) == step.LevelWhenEqual))
            {
                loss += LossOf(step, row);
            }
        }

        return loss;
    }

    private double LossOf(BoundStep step, ReadOnlySpan<ulong> row) =>
        step.MostOfFrequency - _frequencies.Of(step.Comparison, row, row, Pattern.Of(step.Comparison, step.LevelWhenEqual), _terms);
}
