namespace Qingce.Linkage;

/// <summary>Looks at an even sample of the rows.</summary>
internal static class RowSurvey
{
    // So many that a share of them is known to half a percentage point.
    private const int MostRows = 32_768;
    private const int RowsPerPart = 1024;
    private const int MostMissing = 12;
    private const int MostValues = 6;

    public static RowSummary Of(LinkageOutcome outcome)
    {
        var table = outcome.Table;
        var sampled = Math.Min(table.Rows, MostRows);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = outcome.Threads };
        var weights = new double[sampled];
        var masks = new uint[sampled];
        Parallel.For(0, (sampled + RowsPerPart - 1) / RowsPerPart, parallel, part =>
        {
            for (var i = part * RowsPerPart; i < Math.Min(sampled, (part + 1) * RowsPerPart); i++)
            {
                var row = RowAt(table, i, sampled);
                masks[i] = (uint)table.Row(row)[0];
                weights[i] = outcome.Evidence.Weight(row, row);
            }
        });
        var counts = new WeightCounts();
        var missing = new ValueCounts();
        var missingOf = new int[table.Columns.Count];
        var unlinkable = 0;
        var all = (uint)((1UL << table.Columns.Count) - 1);
        for (var i = 0; i < sampled; i++)
        {
            counts.Add(weights[i]);
            if (weights[i] < outcome.Threshold)
            {
                unlinkable++;
                missing.Add(all & ~masks[i], i);
                for (var c = 0; c < missingOf.Length; c++)
                {
                    missingOf[c] += (masks[i] >> c & 1) == 0 ? 1 : 0;
                }
            }
        }

        var columns = new ColumnSummary[table.Columns.Count];
        Parallel.For(0, columns.Length, parallel, c => columns[c] = Column(table, c, sampled, missingOf[c]));
        return new RowSummary
        {
            Sampled = sampled,
            SelfWeights = counts.All(),
            Unlinkable = unlinkable,
            Missing = missing.Commonest(1, MostMissing).ConvertAll(m => new MissingColumns(ColumnsOf(m.Value), m.Count)),
            Columns = columns,
        };
    }

    private static List<int> ColumnsOf(ulong mask)
    {
        var columns = new List<int>();
        for (var c = 0; mask >> c != 0; c++)
        {
            if ((mask >> c & 1) != 0)
            {
                columns.Add(c);
            }
        }

        return columns;
    }

    private static int RowAt(LinkTable table, int place, int sampled) => (int)((long)place * table.Rows / sampled);

    private static ColumnSummary Column(LinkTable table, int column, int sampled, int missingInUnlinkable)
    {
        var values = new ValueCounts();
        var present = 0;
        for (var i = 0; i < sampled; i++)
        {
            var row = RowAt(table, i, sampled);
            var cell = table.CellOf(row, column);
            if (cell != Cell.Missing)
            {
                present++;
                values.Add(cell, row);
            }
        }

        return new ColumnSummary
        {
            Column = table.Columns[column],
            Present = present,
            MissingInUnlinkable = missingInUnlinkable,
            Distinct = values.Count,
            Commonest = values.Commonest(2, MostValues).ConvertAll(v => new CommonValue(v.Row, v.Count)),
        };
    }
}
