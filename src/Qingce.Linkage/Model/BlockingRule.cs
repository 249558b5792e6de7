using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// Rows that agree in all parts of the rule are compared, or, with a <see cref="Window"/>, rows that stand near each other in the order of the
/// parts. A row that lacks one of them takes no part. A rule without parts brings all rows together.
/// </summary>
public sealed record BlockingRule
{
    /// <summary>The parts; none for every pair.</summary>
    public required IReadOnlyList<RulePart> Parts { get; init; }

    /// <summary>
    /// Sorted neighbourhood, for what no equal part brings together: rows are put in the order of their parts, and any two that are at most so many
    /// places apart are compared (in runs of so many rows, each with the run after it, so that some a little further apart are as well).
    /// 2 to <see cref="MostWindow"/>; null for equal parts. Such rules come after those of equal parts, whose pairs they leave out.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Window { get; init; }

    /// <summary>The widest <see cref="Window"/>.</summary>
    public const int MostWindow = 1000;

    /// <summary>The parts in words: <c>birth + first 1 of name</c>.</summary>
    [JsonIgnore]
    public string Name => Parts.Count == 0 ? "every pair" : Window is { } window ? $"within {window} of {Joined}" : Joined;

    private string Joined => string.Join(" + ", Parts.Select(p => p.Take is null ? p.Column : $"{p.Take}({p.Column})"));
}

/// <summary>A part of a blocking rule: a column, or something derived from it.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Take">A <see cref="Derivation"/> with its argument, for example <c>first-3</c>, <c>year</c>, <c>items</c>; null for the whole value.</param>
public readonly record struct RulePart(string Column, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Take = null);
