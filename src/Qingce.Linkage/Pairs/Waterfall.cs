namespace Qingce.Linkage;

/// <summary>Explains a weight: prior, levels and frequencies, which add up to it.</summary>
public static class Waterfall
{
    /// <summary>Name of the first step.</summary>
    public const string Prior = "prior";

    /// <summary>Name of the step that takes off what shared evidence is above its bound.</summary>
    public const string Shared = "shared";

    /// <summary>Name of the last step, where frequencies change anything.</summary>
    public const string Frequency = "frequency";

    /// <summary>The steps of a pair; missing comparisons have none.</summary>
    /// <param name="weights">The weights by which it was scored.</param>
    /// <param name="pattern">Its levels.</param>
    /// <param name="frequency">Its frequency adjustment in bits, less what shared evidence is above its bound.</param>
    public static IReadOnlyList<EvidenceStep> Of(PatternWeights weights, ulong pattern, double frequency)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var steps = new List<EvidenceStep> { new(Prior, string.Empty, weights.Prior) };
        for (var c = 0; c < weights.Model.Comparisons.Count; c++)
        {
            var level = Pattern.Level(pattern, c);
            if (level > 0)
            {
                var comparison = weights.Model.Comparisons[c];
                steps.Add(new(comparison.Name, comparison.Levels[level - 1].Name, weights.LevelWeight(c, level)));
            }
        }

        var excess = weights.SharedExcess(pattern);
        if (excess != 0)
        {
            steps.Add(new(Shared, string.Empty, excess));
        }

        frequency -= excess;
        if (frequency != 0)
        {
            steps.Add(new(Frequency, string.Empty, frequency));
        }

        return steps;
    }
}
