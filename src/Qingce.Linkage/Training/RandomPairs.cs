namespace Qingce.Linkage;

/// <summary>
/// Pairs of rows that are hardly ever one entity, for the estimation of u. They are taken by a hash of the rows' content, so that
/// neither the order of rows nor chance has a say.
/// </summary>
internal static class RandomPairs
{
    private const int MostRows = 200_000;
    private const int PairsPerTask = 1 << 14;

    /// <summary>Counts the patterns of random pairs.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="sketches">Their sketches.</param>
    /// <param name="grader">Compares them.</param>
    /// <param name="pairs">About how many pairs to take.</param>
    /// <param name="parallel">Threads to use.</param>
    public static PatternCounts Count(LinkTable table, RowSketches sketches, RowGrader grader, long pairs, ParallelOptions parallel)
    {
        var rows = RowSample.Of(table, MostRows, parallel);
        var quarter = rows.Length / 4;
        var distances = (int)Math.Clamp(pairs / Math.Max(1, rows.Length), 1, Math.Max(1, quarter));
        var members = new Members(table, sketches, keys: null);
        members.Gather(rows);
        var counts = new PatternCounts();

        // Equal rows lie side by side in this order; pairs a quarter to a half of the table apart are strangers.
        for (var k = 0; k < distances && quarter > 0; k++)
        {
            var apart = quarter + (int)((long)k * quarter / distances);
            var many = rows.Length - apart;
            Parallel.For(
                0,
                (many + PairsPerTask - 1) / PairsPerTask,
                parallel,
                () => (Counts: new PatternCounts(), Memo: grader.Memo()),
                (task, _, mine) =>
                {
                    for (var i = task * PairsPerTask; i < Math.Min(many, (task + 1) * PairsPerTask); i++)
                    {
                        mine.Counts.Add(grader.Pattern(members, i, i + apart, mine.Memo));
                    }

                    return mine;
                },
                mine =>
                {
                    lock (counts)
                    {
                        counts.Add(mine.Counts);
                    }
                });
        }

        return counts;
    }
}
