using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>Rows that agree in all parts of the rule are compared. A row that lacks one of them takes no part. A rule without parts brings all rows together.</summary>
public sealed record BlockingRule
{
    /// <summary>The parts; none for every pair.</summary>
    public required IReadOnlyList<RulePart> Parts { get; init; }

    /// <summary>The parts in words: <c>birth + first 1 of name</c>.</summary>
    [JsonIgnore]
    public string Name => Parts.Count == 0 ? "every pair" : string.Join(" + ", Parts.Select(p => p.Take is null ? p.Column : $"{p.Take}({p.Column})"));
}

/// <summary>A part of a blocking rule: a column, or something derived from it.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Take">A <see cref="Derivation"/> with its argument, for example <c>first-3</c>, <c>year</c>, <c>items</c>; null for the whole value.</param>
public readonly record struct RulePart(string Column, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Take = null);
