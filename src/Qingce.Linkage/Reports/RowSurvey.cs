using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>Looks at an even sample of the rows.</summary>
internal static class RowSurvey
{
    private const int MostRows = 100_000;
    private const int MostMissing = 12;
    private const int MostValues = 6;

    public static RowSummary Of(LinkageOutcome outcome)
    {
        var table = outcome.Table;
        var sampled = Math.Min(table.Rows, MostRows);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = outcome.Threads };
        var weights = new float[sampled];
        var masks = new uint[sampled];
        Parallel.For(0, (sampled + 4095) / 4096, parallel, part =>
        {
            for (var i = part * 4096; i < Math.Min(sampled, (part + 1) * 4096); i++)
            {
                var row = RowAt(table, i, sampled);
                masks[i] = (uint)table.Row(row)[0];
                weights[i] = (float)outcome.Evidence.Weight(row, row);
            }
        });
        var counts = new WeightCounts();
        var missing = new Dictionary<uint, int>();
        var unlinkable = 0;
        var all = (uint)((1UL << table.Columns.Count) - 1);
        for (var i = 0; i < sampled; i++)
        {
            counts.Add(weights[i]);
            if (weights[i] < outcome.Threshold)
            {
                unlinkable++;
                CollectionsMarshal.GetValueRefOrAddDefault(missing, all & ~masks[i], out _)++;
            }
        }

        var columns = new ColumnSummary[table.Columns.Count];
        Parallel.For(0, columns.Length, parallel, c => columns[c] = Column(table, c, sampled, missing));
        return new RowSummary
        {
            Sampled = sampled,
            SelfWeights = [.. counts.All()],
            Unlinkable = unlinkable,
            Missing =
            [
                .. missing.OrderByDescending(m => m.Value).ThenBy(m => m.Key).Take(MostMissing)
                    .Select(m => new MissingColumns([.. Enumerable.Range(0, columns.Length).Where(c => (m.Key >> c & 1) != 0)], m.Value)),
            ],
            Columns = columns,
        };
    }

    private static int RowAt(LinkTable table, int place, int sampled) => (int)((long)place * table.Rows / sampled);

    private static ColumnSummary Column(LinkTable table, int column, int sampled, Dictionary<uint, int> missing)
    {
        var values = new Dictionary<ulong, (int Row, int Count)>();
        var present = 0;
        for (var i = 0; i < sampled; i++)
        {
            var row = RowAt(table, i, sampled);
            var cell = table.CellOf(row, column);
            if (cell != Cell.Missing)
            {
                present++;
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(values, cell, out var known);
                value = (known ? value.Row : row, value.Count + 1);
            }
        }

        return new ColumnSummary
        {
            Column = table.Columns[column],
            Present = present,
            MissingInUnlinkable = missing.Where(m => (m.Key >> column & 1) != 0).Sum(m => m.Value),
            Distinct = values.Count,
            Commonest = [.. values.Where(v => v.Value.Count > 1).OrderByDescending(v => v.Value.Count).ThenBy(v => v.Key).Take(MostValues).Select(v => v.Value)],
        };
    }
}
