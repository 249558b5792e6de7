namespace Qingce.Linkage;

/// <summary>
/// Columns that the people of a household, or of another group, have in common though no header says so: a household number, a policy, the name of a parent, a
/// telephone under a name of its own. Taken for what a person has alone, they would make one of all who share them.
/// </summary>
internal static class SharedColumns
{
    /// <summary>Of pairs that agree in a column those that are two people for certain, from which on it is shared: of two witnesses, of one.</summary>
    private const double ByTwo = 0.1, ByOne = 0.4;

    /// <summary>The share of values that no more than so many rows have, in a column that is fine enough to be of households.</summary>
    private const double Fine = 0.5;

    private const int FewestPairs = 30, LargestBlock = 16;

    private static readonly ColumnRole[] Open =
        [ColumnRole.Identifier, ColumnRole.Text, ColumnRole.FullName, ColumnRole.GivenName, ColumnRole.Number, ColumnRole.Set];

    /// <summary>The column of people's own names: given names, or else full ones, that the header calls so, or else of which there are most; -1 for none.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="profileOf">What was seen of one.</param>
    public static int NameOf(ProposedColumn[] columns, Func<int, ColumnProfile> profileOf) => Enumerable.Range(0, columns.Length)
        .Where(c => columns[c] is { Role: ColumnRole.GivenName or ColumnRole.FullName, Levels.Count: > 0 } && !FormerNames.Are(columns[c].Name))
        .OrderBy(c => columns[c].Role == ColumnRole.FullName).ThenBy(c => !HeaderWords.IsWhole(profileOf(c))).ThenByDescending(c => profileOf(c).Distinct)
        .FirstOrDefault(-1);

    /// <summary>Gives such columns their role.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="cells">Their cells in the sample.</param>
    /// <param name="parts">What rules may take of them.</param>
    /// <param name="name">The column of people's own names; -1 for none.</param>
    /// <param name="sample">The sample.</param>
    /// <returns>What was found, in words.</returns>
    public static IEnumerable<Wording> Mark(ProposedColumn[] columns, ulong[][] cells, IReadOnlyList<RuleChoice.Part> parts, int name, TableSample sample)
    {
        var birth = Enumerable.Range(0, columns.Length).Where(c => columns[c] is { Role: ColumnRole.Date or ColumnRole.Year, Levels.Count: > 0 })
            .OrderBy(c => !columns[c].Levels.Any(l => l.Name == ProposedLevels.AGeneration)).ThenBy(c => columns[c].Kind == "date").FirstOrDefault(-1);
        ulong[][][] witnesses = [.. new[] { name, birth }.Where(c => c >= 0).Select(c => Keys(c, columns, cells, parts))];
        for (var c = 0; c < columns.Length && witnesses.Length > 0; c++)
        {
            if (c != name && Open.Contains(columns[c].Role) && columns[c].Levels.Count > 0
                && IsShared(cells[c], witnesses, sample))
            {
                columns[c] = columns[c] with { Role = ColumnRole.Shared };
                yield return new Wording(
                    $"People who differ in name or birth date have the same '{columns[c].Name}', so it counts among what a household shares.",
                    $"姓名或出生日期不同的人有相同的“{columns[c].Name}”，因此它计入一家人共有的信息。");
            }
        }
    }

    // The cells and, where a slip would make two of one, parts that outlive it: of a whole name only itself, for a family shares the rest.
    private static ulong[][] Keys(int column, ProposedColumn[] columns, ulong[][] cells, IReadOnlyList<RuleChoice.Part> parts) =>
        [cells[column], .. columns[column].Role == ColumnRole.FullName ? [] : parts.Where(p => p.Column == column && p.Rule.Take is not null).Select(p => p.Keys)];

    private static bool IsShared(ulong[] column, ulong[][][] witnesses, TableSample sample)
    {
        var pairs = new int[witnesses.Length + 1];
        var (all, other) = (new double[witnesses.Length + 1], new double[witnesses.Length + 1]);
        var groups = EqualCells.Of(column).ToLookup(rows => rows.Count <= LargestBlock);
        if (groups[false].Sum(rows => rows.Count) > (1 - Fine) * column.Count(cell => cell != Cell.Missing))
        {
            return false;
        }

        foreach (var rows in groups[true])
        {
            foreach (var one in rows)
            {
                foreach (var two in rows.Where(row => row > one))
                {
                    var known = witnesses.Count(keys => keys[0][one] != Cell.Missing && keys[0][two] != Cell.Missing);
                    var weight = sample.AreNeighbours(one, two) ? sample.WeightOfNeighbours : 1;
                    pairs[known]++;
                    all[known] += weight;
                    other[known] += witnesses.Any(keys => Array.Exists(keys, of => of[one] != Cell.Missing && of[one] == of[two])) ? 0 : weight;
                }
            }
        }

        return pairs[^1] >= FewestPairs ? other[^1] >= (witnesses.Length > 1 ? ByTwo : ByOne) * all[^1] : pairs[1] >= FewestPairs && other[1] >= ByOne * all[1];
    }
}
