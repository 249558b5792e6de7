namespace Qingce.Linkage;

/// <summary>Columns that repeat others: the same values again, or the words of several columns in one.</summary>
internal static class RepeatedColumns
{
    private const double Nearly = 0.85, OtherwiseEmpty = 0.02;
    private const int Rows = 2000;

    /// <summary>Leaves out the columns that say what others say.</summary>
    public static void Leave(ProposedColumn[] columns, ulong[][] cells, TableSample sample)
    {
        for (var c = columns.Length - 1; c >= 0; c--)
        {
            if (columns[c].Levels.Count == 0)
            {
                continue;
            }

            for (var other = 0; other < c; other++)
            {
                if (columns[other].Levels.Count > 0 && columns[other].Kind == columns[c].Kind && SameShare(cells[c], cells[other]) >= 0.98)
                {
                    columns[c] = Without(columns[c], new Wording($"it repeats '{columns[other].Name}'", $"与“{columns[other].Name}”重复"));
                    break;
                }
            }
        }

        LeaveJoined(columns, cells, sample);
    }

    // Full names beside their parts: the parts are compared, unless they are often missing where the whole is there.
    private static void LeaveJoined(ProposedColumn[] columns, ulong[][] cells, TableSample sample)
    {
        var parts = Enumerable.Range(0, columns.Length)
            .Where(c => columns[c].Role is ColumnRole.GivenName or ColumnRole.MiddleName or ColumnRole.FamilyName).ToArray();
        for (var c = 0; c < columns.Length && parts.Length > 1; c++)
        {
            if (columns[c].Role is not (ColumnRole.FullName or ColumnRole.Text) || columns[c].Levels.Count == 0 || columns[c].Kind is not ("name" or "text"))
            {
                continue;
            }

            var (seen, within, absent) = (0, 0, 0);
            foreach (var row in TableSample.Some(sample.Rows, Rows))
            {
                if (cells[c][row] == Cell.Missing)
                {
                    continue;
                }

                seen++;
                absent += Array.Exists(parts, p => cells[p][row] != Cell.Missing) ? 0 : 1;
                within += Array.TrueForAll(parts, p => cells[p][row] == Cell.Missing || Contains(sample.Columns[c][row], sample.Columns[p][row])) ? 1 : 0;
            }

            if (within >= Nearly * seen && absent <= OtherwiseEmpty * seen)
            {
                var names = Wording.Names(parts.Select(p => columns[p].Name));
                columns[c] = Without(columns[c], new Wording($"it joins {names.English}", $"由{names.Chinese}合成"));
            }
        }
    }

    private static bool Contains(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part) => whole.IndexOf(part.Trim(" \t"u8)) >= 0;

    private static ProposedColumn Without(ProposedColumn column, Wording reason) =>
        column with { Role = ColumnRole.None, Levels = [], Reason = reason };

    private static double SameShare(ulong[] one, ulong[] other)
    {
        var (both, same) = (0, 0);
        foreach (var row in TableSample.Some(one.Length, Rows))
        {
            both += one[row] != Cell.Missing || other[row] != Cell.Missing ? 1 : 0;
            same += one[row] != Cell.Missing && one[row] == other[row] ? 1 : 0;
        }

        return both == 0 ? 0 : same / (double)both;
    }
}
