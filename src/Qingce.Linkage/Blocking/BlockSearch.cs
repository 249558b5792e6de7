namespace Qingce.Linkage;

/// <summary>Goes through the blocks of all passes on several threads.</summary>
internal sealed class BlockSearch
{
    private readonly IBlockRows _rows;
    private readonly IReadOnlyList<BlockingPass> _passes;
    private readonly SearchOptions _options;
    private readonly WordRoom _room;

    /// <param name="rows">The rows.</param>
    /// <param name="passes">The passes.</param>
    /// <param name="options">Threads and the size of blocks.</param>
    /// <param name="room">Room for a word a key, which nothing else uses meanwhile.</param>
    public BlockSearch(IBlockRows rows, IReadOnlyList<BlockingPass> passes, SearchOptions options, WordRoom room)
    {
        _room = room;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LargestBlock, 2);
        _rows = rows;
        _passes = passes;
        _options = options;
    }

    /// <summary>Hands all blocks to visitors.</summary>
    /// <param name="visitors">Makes the visitor of a thread for a pass.</param>
    /// <param name="collect">Takes what a visitor has found, one at a time.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="TooManyPairsException">A rule makes more pairs than the options allow; nothing was compared.</exception>
    public List<BlockingReport> Run<TVisitor>(
        Func<int, Meetings, TVisitor> visitors, Action<TVisitor> collect, IProgress<double>? progress, CancellationToken cancellationToken)
        where TVisitor : class, IBlockVisitor
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        var table = new KeyTable(_rows, _room, parallel);
        new PairBound(_rows, _passes, _options).Require(table, parallel);
        var oversized = new OversizedBlocks(_passes, _rows);
        var meetings = new Meetings(_rows, oversized);
        var reports = new List<BlockingReport>();
        for (var pass = 0; pass < _passes.Count; pass++)
        {
            if (_rows.IsOfAllRows(pass) && _rows.Count > _options.LargestBlock)
            {
                var pairs = VisitAll(pass, meetings, visitors, collect, progress, parallel);
                reports.Add(new BlockingReport(_passes[pass].Name, _rows.Count, pairs, 0, 0));
                continue;
            }

            table.Fill(pass);
            var large = new List<(uint Key, int[] Rows)>();
            var compared = Visit(pass, table, large, meetings, visitors, collect, progress, parallel);
            var parts = new List<(uint Key, int[] Rows)>();
            large.Sort((a, b) => a.Key.CompareTo(b.Key));
            var left = large.Sum(block => oversized.Part(pass, block.Key, block.Rows, _options.LargestBlock, parts));
            compared += VisitParts(pass, parts, meetings, visitors, collect, parallel);
            reports.Add(new BlockingReport(_passes[pass].Name, table.Count, compared, large.Count, left));
        }

        return reports;
    }

    private long Visit<TVisitor>(
        int pass,
        KeyTable table,
        List<(uint Key, int[] Rows)> large,
        Meetings meetings,
        Func<int, Meetings, TVisitor> visitors,
        Action<TVisitor> collect,
        IProgress<double>? progress,
        ParallelOptions parallel)
        where TVisitor : class, IBlockVisitor => Each(
            table.Partitions,
            () => (Visitor: visitors(pass, meetings), Blocks: new PartitionBlocks(table, _options.LargestBlock)),
            (partition, local) => local.Blocks.Visit(partition, local.Visitor),
            local =>
            {
                large.AddRange(local.Blocks.Large);
                return Collected(local.Visitor, collect);
            },
            Share(pass, progress),
            parallel);

    // All rows, some with some, so that no thread needs room for all and there is work for each.
    private long VisitAll<TVisitor>(
        int pass,
        Meetings meetings,
        Func<int, Meetings, TVisitor> visitors,
        Action<TVisitor> collect,
        IProgress<double>? progress,
        ParallelOptions parallel)
        where TVisitor : class, IBlockVisitor
    {
        var tiles = new PairTiles(_rows.Count);
        return Each(
            tiles.Count,
            () => (Visitor: visitors(pass, meetings), Rows: new int[PairTiles.MostRows]),
            (tile, local) =>
            {
                var block = tiles.Fill(tile, local.Rows);
                local.Visitor.Visit(local.Rows.AsSpan(0, block.Length), [block]);
            },
            local => Collected(local.Visitor, collect),
            Share(pass, progress),
            parallel);
    }

    private static long VisitParts<TVisitor>(
        int pass,
        List<(uint Key, int[] Rows)> parts,
        Meetings meetings,
        Func<int, Meetings, TVisitor> visitors,
        Action<TVisitor> collect,
        ParallelOptions parallel)
        where TVisitor : class, IBlockVisitor => Each(
            parts.Count,
            () => visitors(pass, meetings),
            (part, visitor) => visitor.Visit(parts[part].Rows, [new Block(parts[part].Key, 0, parts[part].Rows.Length)]),
            visitor => Collected(visitor, collect),
            progress: null,
            parallel);

    private static long Collected<TVisitor>(TVisitor visitor, Action<TVisitor> collect)
        where TVisitor : class, IBlockVisitor
    {
        collect(visitor);
        return visitor.Compared;
    }

    // The share of the whole search, from that of a pass.
    private Action<double>? Share(int pass, IProgress<double>? progress) => progress is null ? null : done => progress.Report((pass + done) / _passes.Count);

    // Each piece of the work of a pass, on several threads; what they found is collected one at a time. How many pairs were compared.
    private static long Each<TLocal>(
        int count, Func<TLocal> begin, Action<int, TLocal> visit, Func<TLocal, long> collect, Action<double>? progress, ParallelOptions parallel)
    {
        const long reports = 50;
        var gate = new Lock();
        var compared = 0L;
        var done = 0;
        Parallel.For(
            0,
            count,
            parallel,
            begin,
            (piece, _, local) =>
            {
                visit(piece, local);
                if (Interlocked.Increment(ref done) is var now && now * reports / count != (now - 1) * reports / count)
                {
                    progress?.Invoke(now / (double)count);
                }

                return local;
            },
            local =>
            {
                lock (gate)
                {
                    compared += collect(local);
                }
            });
        return compared;
    }
}
