using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// A graded comparison of two rows. Exactly one of its levels holds for a pair, or none when a value is missing, which
/// adds nothing.
/// </summary>
public sealed record Comparison
{
    /// <summary>Largest number of levels, the missing one not counted.</summary>
    public const int MostLevels = 15;

    /// <summary>Name, unique in its model.</summary>
    public required string Name { get; init; }

    /// <summary>The column that is compared; null when it has the comparison's name. A pair that lacks it in a row has no level.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }

    /// <summary>
    /// Further columns, any of which is enough for a pair that lacks <see cref="Column"/> to have a level all the same; null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Alternatives { get; init; }

    /// <summary>Further columns that a pair must have as well to have a level, as the longitude of a latitude; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Needed { get; init; }

    /// <summary>
    /// The levels, usually from the strongest agreement to disagreement. In a pattern a level has its place in this list plus 1; 0 is missing.
    /// </summary>
    public required IReadOnlyList<ComparisonLevel> Levels { get; init; }

    /// <summary>The place in a pattern of the level of equal values: the first that does not stand apart.</summary>
    internal int Agreeing => Levels.TakeWhile(l => l.Apart).Count() + 1;

    /// <summary>The place in a pattern of the level with this name.</summary>
    /// <exception cref="LinkageModelException">There is no such level.</exception>
    public int LevelOf(string name)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (Levels[i].Name == name)
            {
                return i + 1;
            }
        }

        throw new LinkageModelException($"The comparison '{Name}' has no level '{name}'.", $"比较项“{Name}”没有“{name}”级。");
    }
}
