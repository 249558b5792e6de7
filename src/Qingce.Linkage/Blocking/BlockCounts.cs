namespace Qingce.Linkage;

/// <summary>What the blocks of a pass come to, counted without comparing anything.</summary>
internal static class BlockCounts
{
    private const int PartitionsCounted = 256;

    /// <summary>
    /// About how many pairs the blocks make that are compared whole. Of many partitions an even part is counted: keys fall into them by a hash.
    /// </summary>
    /// <param name="table">A filled table.</param>
    /// <param name="largest">Most rows of a block that is compared whole.</param>
    /// <param name="parallel">Threads.</param>
    public static long Pairs(KeyTable table, int largest, ParallelOptions parallel)
    {
        var step = Math.Max(1, table.Partitions / PartitionsCounted);
        var counted = (table.Partitions + step - 1) / step;
        var pairs = 0L;
        Parallel.For(0, counted, parallel, () => (Order: new EntryOrder(), Pairs: 0L), (i, _, local) =>
        {
            foreach (var (_, length) in Runs(local.Order.Of(table.Entries(i * step))))
            {
                local.Pairs += length <= largest ? (long)length * (length - 1) / 2 : 0;
            }

            return local;
        }, local => Interlocked.Add(ref pairs, local.Pairs));
        return (long)(pairs * (table.Partitions / (double)Math.Max(1, counted)));
    }

    /// <summary>Where each run of entries of one key begins, and how long it is; of two and more alone.</summary>
    public static List<(int From, int Length)> Runs(ReadOnlySpan<ulong> ordered)
    {
        var runs = new List<(int, int)>();
        for (int from = 0, to; from < ordered.Length; from = to)
        {
            to = from + 1;
            while (to < ordered.Length && ordered[to] >> 32 == ordered[from] >> 32)
            {
                to++;
            }

            if (to - from > 1)
            {
                runs.Add((from, to - from));
            }
        }

        return runs;
    }
}
