namespace Qingce.Linkage;

/// <summary>What one comparison can add to a weight at most. Immutable.</summary>
internal sealed class BoundStep
{
    private readonly double[] _most;
    private readonly double[] _mostFrom;

    /// <summary>Of a comparison of one column.</summary>
    public BoundStep(GradedColumn graded, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms)
        : this(graded.Comparison, weights, frequencies, terms)
    {
        Graded = graded;
        Column = graded.Column;
        WhenEqual = _most[graded.WhenEqual];
        LevelWhenEqual = graded.WhenEqual;
        HasFrequency = frequencies.ColumnOf(Comparison, LevelWhenEqual) == Column;
        MostOfFrequency = HasFrequency ? frequencies.Most(Comparison, LevelWhenEqual, terms) : 0;
        WhenUnequal = graded.WhenUnequal.Max(level => _most[level]);
        var falls = WhenUnequal - graded.WhenUnequal.Min(level => _most[level]);
        Order = graded.IsGraded ? -falls : -100;
        foreach (var level in graded.WhenUnequal)
        {
            _mostFrom[level] = _most[level];
        }

        for (var level = _mostFrom.Length - 1; level > 0; level--)
        {
            _mostFrom[level] = Math.Max(_mostFrom[level], level + 1 < _mostFrom.Length ? _mostFrom[level + 1] : _mostFrom[0]);
        }
    }

    /// <summary>Of another comparison. Where levels of it are for equal values of its own column alone, the masks tell as much of it.</summary>
    public BoundStep(int comparison, RowComparer comparer, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms)
        : this(comparison, weights, frequencies, terms)
    {
        WhenUnequal = _most.Max();
        var equal = comparer.LevelWhenEqual(comparison);
        if (!comparer.HasAlternatives(comparison) && (equal > 0 || Enumerable.Range(1, _most.Length - 1).Any(level => comparer.IsForEqual(comparison, level))))
        {
            Column = comparer.Columns[comparison];
            WhenEqual = equal > 0 ? Math.Max(_most[0], _most[equal]) : WhenUnequal;
            WhenUnequal = _most.Where((_, level) => !comparer.IsForEqual(comparison, level)).Max();
        }

        LevelWhenEqual = equal;
        HasFrequency = Column >= 0 && equal > 0 && frequencies.ColumnOf(comparison, equal) == Column;
        MostOfFrequency = HasFrequency ? frequencies.Most(comparison, equal, terms) : 0;
    }

    private BoundStep(int comparison, PatternWeights weights, TermFrequencies frequencies, ITermCounts terms)
    {
        Comparison = comparison;
        _most = [.. Enumerable.Range(0, weights.Model.Comparisons[comparison].Levels.Count + 1)
            .Select(level => weights.LevelWeight(comparison, level) + frequencies.Most(comparison, level, terms))];
        _mostFrom = [.. _most.Select(_ => double.NegativeInfinity)];
    }

    /// <summary>Its place in the model.</summary>
    public int Comparison { get; }

    /// <summary>The comparison, where it is of one column; null for another.</summary>
    public GradedColumn? Graded { get; }

    /// <summary>The column by whose mask it is bounded; -1 for none.</summary>
    public int Column { get; } = -1;

    /// <summary>The smaller, the earlier it should be asked.</summary>
    public double Order { get; }

    public double WhenEqual { get; }

    /// <summary>The level of equal values; 0 where there is none.</summary>
    public int LevelWhenEqual { get; }

    /// <summary>Whether the frequency of equal values of its own column adds something to that level, or takes something off it.</summary>
    public bool HasFrequency { get; }

    /// <summary>The most that it adds.</summary>
    public double MostOfFrequency { get; }

    /// <summary>Of values that are not equal; of all pairs, where no mask tells.</summary>
    public double WhenUnequal { get; }

    /// <summary>What a level gives at most.</summary>
    public double Most(int level) => _most[level];

    /// <summary>How much less a level gives than was to be hoped for of values that are not equal.</summary>
    public double Falls(int level) => WhenUnequal - _most[level];

    /// <summary>How much less than was to be hoped for is left when no level before this one holds.</summary>
    public double FallsFrom(int level) => WhenUnequal - _mostFrom[level];

    /// <summary>How much less a level gives than was to be hoped for.</summary>
    /// <param name="level">The level.</param>
    /// <param name="equal">The columns with equal values, as a mask.</param>
    /// <param name="unequal">Those with values that are not equal.</param>
    public double Falls(int level, uint equal, uint unequal)
    {
        var bit = Column < 0 ? 0 : 1U << Column;
        return (Column < 0 || (unequal & bit) != 0 ? WhenUnequal : (equal & bit) != 0 ? WhenEqual : 0) - _most[level];
    }
}
