namespace Qingce.Linkage;

/// <summary>Columns of former names: maiden names, names before a change. What one record has there, another of the same person has as the name.</summary>
internal static class FormerNames
{
    /// <summary>The name of the level.</summary>
    public const string Level = "former name";

    private static readonly string[] Words = ["maiden", "former", "previous", "birthname", "geburtsname", "alias", "aka", "nee", "mädchenname", "madchenname"];
    private static readonly ColumnRole[] Named = [ColumnRole.FamilyName, ColumnRole.FullName];

    /// <summary>When the name of one row is the former name of the other.</summary>
    /// <param name="name">The column of names.</param>
    /// <param name="former">The columns of former names, cleaned like the names.</param>
    public static LevelCondition When(string name, params string[] former) => new()
    {
        Any =
        [
            .. former.SelectMany(before => new LevelCondition[]
            {
                new() { Measure = ExactMeasure.Word, Column = name, Other = before },
                new() { Measure = ExactMeasure.Word, Column = before, Other = name },
            }),
        ],
    };

    /// <summary>Adds a level for former names to the comparison of the names they were before.</summary>
    public static Comparison[] Add(Comparison[] comparisons, IReadOnlyList<ProposedColumn> columns)
    {
        var added = comparisons.ToArray();
        foreach (var role in Named)
        {
            var ofRole = Enumerable.Range(0, columns.Count).Where(c => columns[c].Role == role).ToLookup(c => Are(columns[c].Name));
            if (ofRole[false].ToArray() is [var name] && ofRole[true].Where(former => Meet(columns[former].Kind, columns[name].Kind)).ToArray() is { Length: > 0 } former)
            {
                added[name] = With(added[name], columns[name].Name, [.. former.Select(c => columns[c].Name)]);
            }
        }

        return added;
    }

    /// <summary>Whether a column is called one of former names.</summary>
    public static bool Are(string header)
    {
        var words = HeaderWords.Split(header);
        return words.Any(Words.Contains) || Words.Contains(string.Concat(words));
    }

    // A family name by itself is written like one that was taken out of a full name.
    private static bool Meet(string former, string name) => former == name || (former, name) is ("name", NamePartKind.Family) or (NamePartKind.Family, "name");

    private static Comparison With(Comparison comparison, string name, string[] former)
    {
        var at = comparison.Levels.Count(l => l.Fixed) + 1;
        var level = new ComparisonLevel { Name = Level, When = When(name, former), M = 0.02, U = 0.001 };
        return comparison with { Levels = [.. comparison.Levels.Take(at), level, .. comparison.Levels.Skip(at)] };
    }
}
