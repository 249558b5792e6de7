namespace Qingce.Linkage;

/// <summary>
/// Columns in which second records agree no more often than any two rows: lot numbers, times of entry, remarks. Nothing in their values tells them from
/// what is known of somebody, so that rules would block by them; rows that agree in much else do.
/// </summary>
internal static class NoiseColumns
{
    /// <summary>Bits of agreement beside the column from which two rows are taken for one entity, if they agree in something personal as well.</summary>
    private const double Certain = 30;

    /// <summary>The part of the disagreement of random rows that is lacking among such pairs at least, in a column that tells something.</summary>
    private const double LeastLift = 0.1;
    private const double Rare = 1e-3;
    private const int FewestPairs = 50, LargestBlock = 6;

    private static readonly ColumnRole[] Doubtful = [ColumnRole.Text, ColumnRole.Category, ColumnRole.Number, ColumnRole.Set, ColumnRole.Identifier, ColumnRole.Date];

    /// <summary>Leaves out the columns that are noise; numbers and sets, which may agree nearly, are compared, but not blocked by.</summary>
    /// <param name="columns">The columns; those left out have no levels afterwards.</param>
    /// <param name="cells">Their cells in the sample.</param>
    /// <param name="parts">What rules may take of them; those of noise are taken out.</param>
    /// <param name="name">The column of people's own names; -1 for none.</param>
    /// <param name="isPersonal">Whether a column tells people of a household apart.</param>
    public static void Leave(ProposedColumn[] columns, ulong[][] cells, List<RuleChoice.Part> parts, int name, Func<ColumnRole, bool> isPersonal)
    {
        int[] compared = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Levels.Count > 0)];

        // Where there are names of persons they alone tell: of one household dates of moving and of entry are shared, and so are numbers.
        int[] personal = name >= 0 ? [name] : [.. compared.Where(c => isPersonal(columns[c].Role))];
        int[] doubtful = [.. compared.Where(c => Doubtful.Contains(columns[c].Role) && !columns[c].Levels.Any(l => l.Certain))];
        if (doubtful.Length == 0 || personal.Length == 0)
        {
            return;
        }

        var alone = cells.Select((its, c) => columns[c].Levels.Count > 0 ? ColumnDependence.AgreementOf(its) : 1).ToArray();
        var bits = alone.Select(share => -Math.Log2(Math.Max(share, 1e-9))).ToArray();
        (int Left, int Right, double Bits)[] alike =
        [
            .. PairsOf(compared.Where(c => alone[c] < Rare).Select(c => cells[c]))
                .Select(pair => (pair.Left, pair.Right, Bits: compared.Sum(c => Agree(cells[c], pair.Left, pair.Right) ? bits[c] : 0))).Where(pair => pair.Bits >= Certain),
        ];
        foreach (var column in doubtful)
        {
            (int Left, int Right)[] certain =
            [
                .. alike.Where(pair => pair.Bits - (Agree(cells[column], pair.Left, pair.Right) ? bits[column] : 0) >= Certain
                    && Array.Exists(personal, c => c != column && Agree(cells[c], pair.Left, pair.Right))).Select(pair => (pair.Left, pair.Right)),
            ];
            ulong[][] keys = [cells[column], .. parts.Where(p => p.Column == column && p.Rule.Take is not null).Select(p => p.Keys)];
            if (certain.Length >= FewestPairs && keys.All(its => IsNoise(its, certain)))
            {
                parts.RemoveAll(part => part.Column == column);
                columns[column] = columns[column].Role is ColumnRole.Number or ColumnRole.Set ? columns[column] with { Keys = [] } : columns[column] with
                {
                    Role = ColumnRole.None,
                    Levels = [],
                    Reason = new Wording("rows that agree in much else agree in it no more often than others", "在其他多项相同的行中，它并不比随意两行更常相同"),
                };
            }
        }
    }

    private static bool IsNoise(ulong[] keys, (int Left, int Right)[] certain)
    {
        var both = certain.Count(pair => keys[pair.Left] != Cell.Missing && keys[pair.Right] != Cell.Missing);
        var alone = ColumnDependence.AgreementOf(keys);
        return both >= FewestPairs && certain.Count(pair => Agree(keys, pair.Left, pair.Right)) / (double)both - alone < LeastLift * (1 - alone);
    }

    private static bool Agree(ulong[] cells, int left, int right) => cells[left] != Cell.Missing && cells[left] == cells[right];

    // Each pair once, whichever of the columns it agrees in.
    private static IEnumerable<(int Left, int Right)> PairsOf(IEnumerable<ulong[]> columns) => columns
        .SelectMany(EqualCells.Of).Where(rows => rows.Count <= LargestBlock)
        .SelectMany(rows => rows.SelectMany(one => rows.Where(other => one < other).Select(other => (one, other)))).Distinct();
}
