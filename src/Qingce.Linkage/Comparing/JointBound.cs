namespace Qingce.Linkage;

/// <summary>
/// What a comparison of several columns can add at most, by what is known of the others: who has another name is not registered twice, whatever else of
/// them agrees. Immutable.
/// </summary>
internal sealed class JointBound
{
    private const int Levels = 16;
    private readonly double[] _falls = new double[LinkageModel.MostComparisons * Levels];
    private readonly double[] _fallsFrom = new double[LinkageModel.MostComparisons * Levels];

    /// <param name="step">The comparison.</param>
    /// <param name="comparer">All of them.</param>
    public JointBound(BoundStep step, RowComparer comparer)
    {
        Comparison = step.Comparison;
        foreach (var c in Enumerable.Range(0, comparer.Columns.Length).Where(c => c != Comparison))
        {
            // No level at all comes after the last of them.
            var least = double.PositiveInfinity;
            foreach (var level in Enumerable.Range(1, comparer.Conditions(c).Length).Reverse().Prepend(0))
            {
                _falls[c * Levels + level] = step.WhenUnequal - Most(step, comparer, c, level);
                _fallsFrom[c * Levels + level] = least = Math.Min(least, _falls[c * Levels + level]);
            }
        }

        IsOfUse = Array.Exists(_falls, falls => falls > 0);
    }

    /// <summary>Its place in the model.</summary>
    public int Comparison { get; }

    /// <summary>Whether it tells anything.</summary>
    public bool IsOfUse { get; }

    /// <summary>How much less than was to be hoped for is left.</summary>
    /// <param name="comparison">A comparison.</param>
    /// <param name="level">Its level, 1-based; 0 for none.</param>
    public double Falls(int comparison, int level) => _falls[comparison * Levels + level];

    /// <summary>How much less is left when no level of a comparison before this one holds.</summary>
    /// <param name="comparison">A comparison.</param>
    /// <param name="level">Its first level that may hold.</param>
    public double FallsFrom(int comparison, int level) => _fallsFrom[comparison * Levels + level];

    private static double Most(BoundStep step, RowComparer comparer, int known, int level)
    {
        var most = step.Most(0);
        var conditions = comparer.Conditions(step.Comparison);
        for (var l = 0; l < conditions.Length; l++)
        {
            var told = conditions[l] is { } condition ? condition.Told(part => comparer.Told(part, known, level)) : true;
            most = told == false ? most : Math.Max(most, step.Most(l + 1));
            if (told == true)
            {
                break;
            }
        }

        return most;
    }
}
