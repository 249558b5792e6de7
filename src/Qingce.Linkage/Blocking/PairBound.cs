namespace Qingce.Linkage;

/// <summary>Refuses rules that would make too many pairs, before a pair of any rule is compared.</summary>
internal sealed class PairBound(IBlockRows rows, IReadOnlyList<BlockingPass> passes, SearchOptions options)
{
    private const int RowsCountedAll = 1 << 17;
    private const int SampledOneIn = 64;

    // A sample says so much less or more than there are, at most: what comes nearer to the bound is counted.
    private const double Margin = 3;

    /// <summary>Counts the pairs of the rules that could be too many.</summary>
    /// <param name="table">Room for the keys of a pass; filled anew afterwards.</param>
    /// <param name="parallel">Threads.</param>
    /// <exception cref="TooManyPairsException">A rule makes more pairs than the options allow.</exception>
    public void Require(KeyTable table, ParallelOptions parallel)
    {
        var all = rows.Count * (rows.Count - 1L) / 2;
        foreach (var pass in Enumerable.Range(0, passes.Count).Where(rows.IsOfAllRows))
        {
            if (all > options.MostPairs)
            {
                throw new TooManyPairsException(passes[pass].Name, all, options.MostPairs);
            }
        }

        var near = new bool[passes.Count];

        // No rule can make more pairs than whole blocks of its rows, which saves counting most of the time.
        Parallel.For(0, near.Length, parallel, pass => near[pass] = !rows.IsOfAllRows(pass)
            && (double)rows.Count * rows.MostKeys(pass) * options.LargestBlock / 2 > options.MostPairs
            && (rows.Count <= RowsCountedAll || Margin * Estimate(pass) >= options.MostPairs));
        foreach (var pass in Enumerable.Range(0, near.Length).Where(pass => near[pass]))
        {
            table.Fill(pass);
            var pairs = BlockCounts.Pairs(table, options.LargestBlock, parallel) + PartedPairs(pass, table);
            if (pairs > options.MostPairs)
            {
                throw new TooManyPairsException(passes[pass].Name, pairs, options.MostPairs);
            }
        }
    }

    // The pairs of an even part of the rows, times how many pairs there are for each of theirs.
    private double Estimate(int pass)
    {
        var sampled = new List<uint>();
        Span<uint> keys = stackalloc uint[rows.MostKeys(pass)];
        for (var row = 0; row < rows.Count; row++)
        {
            if (KeyMix.Of((ulong)row) % SampledOneIn == 0)
            {
                foreach (var key in keys[..rows.Keys(pass, row, keys)])
                {
                    sampled.Add(key);
                }
            }
        }

        sampled.Sort();
        var pairs = 0d;
        for (int from = 0, to; from < sampled.Count; from = to)
        {
            to = from + 1;
            while (to < sampled.Count && sampled[to] == sampled[from])
            {
                to++;
            }

            // Of a block that will be parted no row meets more than the rows of a whole part.
            var length = (double)(to - from);
            pairs += Math.Min(length * (length - 1) * SampledOneIn * SampledOneIn, length * SampledOneIn * options.LargestBlock) / 2;
        }

        return pairs;
    }

    private long PartedPairs(int pass, KeyTable table)
    {
        var oversized = new OversizedBlocks(passes, rows);
        var order = new EntryOrder();
        var pairs = 0L;
        for (var partition = 0; partition < table.Partitions; partition++)
        {
            var ordered = order.Of(table.Entries(partition));
            foreach (var (from, length) in BlockCounts.Runs(ordered))
            {
                if (length > options.LargestBlock)
                {
                    var members = new int[length];
                    for (var i = 0; i < length; i++)
                    {
                        members[i] = (int)(uint)(ordered[from + i] & uint.MaxValue);
                    }

                    var parts = new List<(uint Key, int[] Rows)>();
                    oversized.Part(pass, table.KeyOf(partition, ordered[from]), members, options.LargestBlock, parts);
                    pairs += parts.Sum(part => part.Rows.Length * (part.Rows.Length - 1L) / 2);
                }
            }
        }

        return pairs;
    }
}
