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

    /// <summary>Leaves out the columns that are noise.</summary>
    /// <param name="columns">The columns; those left out have no levels afterwards.</param>
    /// <param name="cells">Their cells in the sample.</param>
    /// <param name="parts">What rules may take of them.</param>
    /// <param name="isPersonal">Whether a column tells people of a household apart.</param>
    public static void Leave(ProposedColumn[] columns, ulong[][] cells, IReadOnlyList<RuleChoice.Part> parts, Func<ColumnRole, bool> isPersonal)
    {
        var compared = Enumerable.Range(0, columns.Length).Where(c => columns[c].Levels.Count > 0).ToArray();
        var doubtful = compared.Where(c => Doubtful.Contains(columns[c].Role)).ToArray();
        if (doubtful.Length == 0 || doubtful.Length == compared.Length)
        {
            return;
        }

        var alone = compared.ToDictionary(c => c, c => ColumnDependence.AgreementOf(cells[c]));
        var keys = doubtful.ToDictionary(c => c, c => (ulong[][])[cells[c], .. parts.Where(p => p.Column == c && p.Rule.Take is not null).Select(p => p.Keys)]);
        var pairs = PairsOf(compared.Where(c => alone[c] < Rare).Select(c => cells[c]));
        var bits = compared.ToDictionary(c => c, c => -Math.Log2(Math.Max(alone[c], 1e-9)));
        var known = compared.Where(c => isPersonal(columns[c].Role) && !doubtful.Contains(c)).ToArray();
        foreach (var column in doubtful)
        {
            var certain = pairs.Where(pair => IsCertain(pair, column)).ToArray();
            if (certain.Length >= FewestPairs && keys[column].All(its => IsNoise(its, certain)))
            {
                columns[column] = columns[column] with
                {
                    Role = ColumnRole.None,
                    Levels = [],
                    Reason = new Wording("rows that agree in much else agree in it no more often than others", "在其他多项相同的行中，它并不比随意两行更常相同"),
                };
            }
        }

        bool IsCertain((int Left, int Right) pair, int column) =>
            (known.Length == 0 || Array.Exists(known, c => Agree(cells[c], pair)))
            && compared.Sum(c => c != column && Agree(cells[c], pair) ? bits[c] : 0) >= Certain;
    }

    private static bool IsNoise(ulong[] keys, (int Left, int Right)[] certain)
    {
        var both = certain.Count(pair => keys[pair.Left] != 0 && keys[pair.Right] != 0);
        var alone = ColumnDependence.AgreementOf(keys);
        return both >= FewestPairs && certain.Count(pair => Agree(keys, pair)) / (double)both - alone < LeastLift * (1 - alone);
    }

    private static bool Agree(ulong[] cells, (int Left, int Right) pair) => cells[pair.Left] != 0 && cells[pair.Left] == cells[pair.Right];

    // Each pair once, whichever of the columns it agrees in.
    private static (int Left, int Right)[] PairsOf(IEnumerable<ulong[]> columns)
    {
        var pairs = new HashSet<(int Left, int Right)>();
        foreach (var cells in columns)
        {
            int[] rows = [.. Enumerable.Range(0, cells.Length).Where(row => cells[row] != 0)];
            var keys = Array.ConvertAll(rows, row => cells[row]);
            Array.Sort(keys, rows);
            for (int from = 0, to; from < rows.Length; from = to)
            {
                to = from + 1;
                while (to < rows.Length && keys[to] == keys[from])
                {
                    to++;
                }

                for (var one = from; one < to && to - from <= LargestBlock; one++)
                {
                    for (var other = one + 1; other < to; other++)
                    {
                        pairs.Add((Math.Min(rows[one], rows[other]), Math.Max(rows[one], rows[other])));
                    }
                }
            }
        }

        return [.. pairs];
    }
}
