using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// When a level holds: a measure of one column against a bound, or several conditions joined. Exactly one of <see cref="Measure"/>,
/// <see cref="All"/>, <see cref="Any"/> and <see cref="Not"/> is set.
/// </summary>
public sealed record LevelCondition
{
    /// <summary>Name of a <see cref="Linkage.Measure"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Measure { get; init; }

    /// <summary>The column; null for the comparison's first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }

    /// <summary>The column of the right row, where it is another one: given name against surname. Null for the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Other { get; init; }

    /// <summary>
    /// What is compared of the values: a <see cref="TextTransform"/> with its argument, for example <c>first:3</c> or <c>match:^[^@]+</c>; null for the
    /// whole values.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Take { get; init; }

    /// <summary>
    /// A column whose value is put behind that of <see cref="Column"/>, after a comma, before they are measured: the longitude of a latitude. Null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Joined { get; init; }

    /// <summary>A value that is measured against each of the two, instead of one against the other: both must reach the bound. Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>The least similarity, or the largest distance, in the measure's unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Bound { get; init; }

    /// <summary>All of these hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LevelCondition>? All { get; init; }

    /// <summary>One of these holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LevelCondition>? Any { get; init; }

    /// <summary>This does not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LevelCondition? Not { get; init; }

    /// <summary>The conditions that it is made of; none where it is a measure.</summary>
    internal IReadOnlyList<LevelCondition> Parts => All ?? Any ?? (Not is { } not ? [not] : []);
}
