namespace Qingce.Linkage;

/// <summary>A comparison of one column: the first level that holds counts, and <c>different</c> when none does.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Levels">1 to 14 levels, the strongest first.</param>
public sealed record ColumnComparison(string Column, IReadOnlyList<ColumnLevel> Levels)
{
    /// <summary>Name of the last level of every comparison.</summary>
    public const string Different = "different";

    /// <summary>Equal, or different.</summary>
    public static ColumnComparison OfCode(string column) => new(column, [new("equal", Measure.Exact)]);

    /// <summary>Equal, Jaro-Winkler from 0.92, from 0.8, or different: for names.</summary>
    public static ColumnComparison OfName(string column) =>
        new(column, [new("equal", Measure.Exact), new("close", Measure.JaroWinkler, 0.92), new("similar", Measure.JaroWinkler, 0.8)]);

    /// <summary>Equal, one edit, two edits, or different: for dates and identifiers.</summary>
    public static ColumnComparison OfIdentifier(string column) =>
        new(column, [new("equal", Measure.Exact), new("one-edit", Measure.EditDistance, 1), new("two-edits", Measure.EditDistance, 2)]);
}

/// <summary>A level of agreement of two values.</summary>
/// <param name="Name">Name of the level.</param>
/// <param name="Measure">How the values are measured.</param>
/// <param name="Bound">The least similarity or the largest distance.</param>
public readonly record struct ColumnLevel(string Name, Measure Measure, double Bound = 0);

/// <summary>How two values of a column are measured.</summary>
public enum Measure : byte
{
    /// <summary>Equal or not.</summary>
    Exact,

    /// <summary><see cref="Similarity.JaroWinkler"/> of at least the bound.</summary>
    JaroWinkler,

    /// <summary><see cref="Similarity.EditDistance"/> of at most the bound.</summary>
    EditDistance,
}

/// <summary>A part of a blocking key: a column, or its first characters.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Characters">How many of the first characters count; 0 for all.</param>
public readonly record struct KeyPart(string Column, int Characters = 0);
