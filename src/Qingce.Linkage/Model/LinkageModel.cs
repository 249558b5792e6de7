using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// A Fellegi-Sunter model: comparisons with graded levels, each with its probability among matches (m) and among random pairs
/// (u), and how many matches are to be expected. Immutable; see <see cref="Read"/> and <see cref="Write"/> for its file.
/// </summary>
public sealed partial record LinkageModel
{
    /// <summary>Largest number of comparisons.</summary>
    public const int MostComparisons = 16;

    /// <summary>What the model is for, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Pairs of rows of one entity to be expected, per row: 0.01 when one row in a hundred has a second one.</summary>
    public required double MatchesPerRow { get; init; }

    /// <summary>The comparisons, in the order of their places in a pattern.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>The columns it reads, where it is a model of columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ModelColumn>? Columns { get; init; }

    /// <summary>What brings rows together, where it is a model of columns; the rule with most pairs first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BlockingRule>? Blocking { get; init; }

    /// <summary>What the people of a household share; null when no comparisons are bounded together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SharedEvidence? Shared { get; init; }

    /// <summary>The probability from which a pair is a link, above 0 and below 1; null for the 0.5 of even odds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Threshold { get; init; }

    /// <summary>
    /// The probability that two random rows are one entity, whatever the number of rows, above 0 and below 1; null to work it out from
    /// <see cref="MatchesPerRow"/>. Imported models bring one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MatchProbability { get; init; }

    /// <summary>
    /// True when the frequency of a value is its share of all rows that have one, the pair's own among them, as imported models have it;
    /// false when the pair itself is left out.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountsOwnPair { get; init; }

    /// <summary>Bits that two random rows of a table start from.</summary>
    /// <param name="rows">Rows of the table, 2 or more.</param>
    public MatchWeight Prior(long rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        if (MatchProbability is { } probability)
        {
            return MatchWeight.FromProbability(probability);
        }

        return MatchWeight.FromProbability(Math.Clamp(2 * MatchesPerRow / (rows - 1), 1e-15, 0.5));
    }

    /// <summary>The place of the comparison with this name.</summary>
    /// <exception cref="LinkageModelException">There is no such comparison.</exception>
    public int IndexOf(string comparison)
    {
        for (var i = 0; i < Comparisons.Count; i++)
        {
            if (Comparisons[i].Name == comparison)
            {
                return i;
            }
        }

        throw new LinkageModelException($"The model '{Name}' has no comparison '{comparison}'.");
    }

    /// <summary>Says what makes the model unusable.</summary>
    /// <exception cref="LinkageModelException">A name occurs twice, a probability is outside (0, 1], or there are too many parts.</exception>
    public void Validate()
    {
        Require(MatchesPerRow > 0 && double.IsFinite(MatchesPerRow), $"matchesPerRow must be above 0, not {MatchesPerRow}.");
        Require(MatchProbability is null or (> 0 and < 1), $"matchProbability must be above 0 and below 1, not {MatchProbability}.");
        Require(Comparisons.Count is > 0 and <= MostComparisons, $"A model has 1 to {MostComparisons} comparisons, not {Comparisons.Count}.");
        Require(Comparisons.Select(c => c.Name).Distinct().Count() == Comparisons.Count, "Two comparisons have one name.");
        Require(Shared is null or { MostBits: > 0, Comparisons.Count: > 0 }, "shared must name comparisons, and mostBits must be above 0.");
        foreach (var name in Shared?.Comparisons ?? [])
        {
            IndexOf(name);
        }

        foreach (var comparison in Comparisons)
        {
            var levels = comparison.Levels;
            Require(levels.Count is > 0 and <= Comparison.MostLevels, $"'{comparison.Name}' must have 1 to {Comparison.MostLevels} levels.");
            Require(levels.Select(l => l.Name).Distinct().Count() == levels.Count, $"Two levels of '{comparison.Name}' have one name.");
            foreach (var level in levels)
            {
                var place = $"'{comparison.Name}', level '{level.Name}'";
                Require(level.M is > 0 and <= 1, $"{place}: m must be above 0 and at most 1, not {level.M}.");
                Require(level.U is > 0 and <= 1, $"{place}: u must be above 0 and at most 1, not {level.U}.");
                Require(level.Frequency is >= 0 and <= 1, $"{place}: frequency must be 0 to 1, not {level.Frequency}.");
                Require(level.FrequencyU is null or (> 0 and <= 1), $"{place}: frequencyU must be above 0 and at most 1, not {level.FrequencyU}.");
                Require(level.LeastShare is >= 0 and <= 1, $"{place}: leastShare must be 0 to 1, not {level.LeastShare}.");
            }
        }
    }

    private void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new LinkageModelException($"Model '{Name}': {message}");
        }
    }
}
