namespace Qingce.Linkage;

/// <summary>Columns whose values people write in each other's place: given and family name, two lines of an address, month and day.</summary>
internal static class SwappedColumns
{
    /// <summary>How the names of these levels begin, before the other column.</summary>
    public const string Swapped = "swapped with ";

    /// <summary>Whether a level is for such values or former names: most tables have none, so that what training makes of it says nothing of the fit.</summary>
    public static bool Is(ComparisonLevel level) => level.Name.StartsWith(Swapped, StringComparison.Ordinal) || level.Name == FormerNames.Level;

    /// <summary>Adds levels for values that stand in the other column of the other row.</summary>
    public static Comparison[] Add(Comparison[] comparisons, IReadOnlyList<ProposedColumn> columns)
    {
        var added = comparisons.ToArray();
        Join(added, columns, ColumnRole.GivenName, ColumnRole.FamilyName);
        Join(added, columns, ColumnRole.Month, ColumnRole.Day);
        Join(added, columns, ColumnRole.Address, ColumnRole.Address);
        return added;
    }

    private static void Join(Comparison[] comparisons, IReadOnlyList<ProposedColumn> columns, ColumnRole first, ColumnRole second)
    {
        var ones = Enumerable.Range(0, columns.Count).Where(c => columns[c].Role == first && !FormerNames.Are(columns[c].Name)).ToArray();
        var others = Enumerable.Range(0, columns.Count).Where(c => columns[c].Role == second && !FormerNames.Are(columns[c].Name)).ToArray();
        var (one, other) = first == second && ones.Length == 2 ? (ones[0], ones[1])
            : first != second && ones.Length == 1 && others.Length == 1 ? (ones[0], others[0]) : (-1, -1);
        if (one >= 0 && (columns[one].Kind == columns[other].Kind || columns[one].From is not null))
        {
            comparisons[one] = With(comparisons[one], columns[one].Name, columns[other].Name, counts: true);
            comparisons[other] = With(comparisons[other], columns[other].Name, columns[one].Name, counts: false);
        }
    }

    // Both columns are swapped or neither is, so that only one of the two counts it.
    private static Comparison With(Comparison comparison, string own, string other, bool counts)
    {
        var at = comparison.Levels.Count(l => l.Fixed) + 1;
        var level = new ComparisonLevel
        {
            Name = Swapped + other,
            When = new LevelCondition
            {
                All =
                [
                    new LevelCondition { Measure = ExactMeasure.Word, Column = own, Other = other },
                    new LevelCondition { Measure = ExactMeasure.Word, Column = other, Other = own },
                ],
            },
            M = 0.01,
            U = counts ? 0.001 : 0.01,
            Fixed = !counts,
        };
        return comparison with { Levels = [.. comparison.Levels.Take(at), level, .. comparison.Levels.Skip(at)] };
    }
}
