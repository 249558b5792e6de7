using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>One grade of agreement or disagreement within a comparison.</summary>
public sealed record ComparisonLevel
{
    /// <summary>Name, unique in its comparison.</summary>
    public required string Name { get; init; }

    /// <summary>When it holds, if no level before it does; null for otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LevelCondition? When { get; init; }

    /// <summary>Probability that the level holds for two rows of one entity, above 0, at most 1.</summary>
    public required double M { get; init; }

    /// <summary>Probability that the level holds for two random rows, above 0, at most 1.</summary>
    public required double U { get; init; }

    /// <summary>True when training leaves <see cref="M"/> and <see cref="U"/> as they stand: a weight set by judgement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Fixed { get; init; }

    /// <summary>
    /// True for a level whose <see cref="M"/> and <see cref="U"/> hold where some other column agrees: pairs on it do not count among those that
    /// the other levels share. Set <see cref="Fixed"/> with it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Apart { get; init; }

    /// <summary>The part of the frequency adjustment that this level takes, 0 (none) to 1. 1 for equal values.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Frequency { get; init; }

    /// <summary>
    /// The u that stands for the frequency of a common value, for a level that is not the one of equal values; null for its own <see cref="U"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FrequencyU { get; init; }

    /// <summary>The column whose values' frequency counts, where it is not the comparison's own; null for that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FrequencyColumn { get; init; }

    /// <summary>The least share of rows that a value is taken to have, 0 to 1, so that a very rare one does not say too much.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LeastShare { get; init; }

    /// <summary>
    /// The part of <see cref="M"/> that pairs have whose values are both in use, each by rows enough to be no slip of the other: of given names that are alike,
    /// mostly two people's. Above 0, at most 1; null where it does not matter.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? InUse { get; init; }

    /// <summary>
    /// True when one of two values on this level may say less than the other, so that it fits several that differ: an initial, a lost character, a year
    /// without its day. What two rows disagree in is not explained by a third that is on such a level with both.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Vague { get; init; }

    /// <summary>
    /// True for a level of disagreement that no third row explains, however near it is to both: two numbers that are each valid are no slips of one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Certain { get; init; }

    /// <summary>Bits that the level adds: the logarithm to base 2 of <see cref="M"/> / <see cref="U"/>.</summary>
    [JsonIgnore]
    public double Weight => Math.Log2(M / U);
}
