namespace Qingce.Linkage;

/// <summary>
/// Finds the pairs of rows that are one entity: brings rows together by the keys of several passes, compares each pair once,
/// and keeps those whose weight is high enough. The result does not depend on the number of threads or the order of rows.
/// </summary>
/// <typeparam name="TRow">A row packed into a struct of fixed size.</typeparam>
/// <typeparam name="TKernel">Keys and comparisons of such rows.</typeparam>
public sealed class PairSearch<TRow, TKernel>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly TRow[] _rows;
    private readonly TKernel _kernel;
    private readonly IReadOnlyList<BlockingPass> _passes;
    private readonly SearchOptions _options;

    /// <summary>Prepares a search.</summary>
    /// <param name="rows">The packed rows; a pair names them by their place here.</param>
    /// <param name="kernel">Their keys and comparisons.</param>
    /// <param name="passes">The blocking passes. Put the one with most pairs first: it costs least there.</param>
    /// <param name="options">Threads and the size of blocks.</param>
    public PairSearch(TRow[] rows, TKernel kernel, IReadOnlyList<BlockingPass> passes, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(passes);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LargestBlock, 2);
        _rows = rows;
        _kernel = kernel;
        _passes = passes;
        _options = options;
    }

    /// <summary>Finds the pairs of a weight.</summary>
    /// <param name="weights">The model's weights.</param>
    /// <param name="threshold">Bits from which a pair is kept; wanted pairs are kept whatever their weight.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; from several threads, so a smaller share may come after a larger one.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public PairSearchResult Find(
        PatternWeights weights, double threshold, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var found = new List<ScoredPair>();
        var reports = Run(
            () => new ScoringVisitor<TRow, TKernel>(_kernel, weights, threshold),
            (_, visitor) => found.AddRange(visitor.Found),
            alone: false,
            progress,
            cancellationToken);
        found.Sort();
        return new PairSearchResult(found, reports);
    }

    /// <summary>Counts the patterns of the pairs of each pass, fully compared.</summary>
    /// <param name="alone">
    /// True to take each pass for itself, as the estimation of m needs; false to count each pair in the first pass that has it.
    /// </param>
    /// <param name="progress">Told the share that is done, 0 to 1; from several threads, so a smaller share may come after a larger one.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="OperationCanceledException">The count was stopped.</exception>
    public IReadOnlyList<PatternCounts> Count(
        bool alone, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var counts = _passes.Select(_ => new PatternCounts()).ToArray();
        Run(
            () => new CountingVisitor<TRow, TKernel>(_kernel),
            (pass, visitor) => counts[pass].Add(visitor.Counts),
            alone,
            progress,
            cancellationToken);
        return counts;
    }

    private List<BlockingReport> Run<TVisitor>(
        Func<TVisitor> visitors, Action<int, TVisitor> collect, bool alone, IProgress<double>? progress, CancellationToken cancellationToken)
        where TVisitor : struct, IPairVisitor<TRow>
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        var table = new KeyTable<TRow, TKernel>(parallel);
        var oversized = new OversizedBlocks<TRow, TKernel>(_passes, _kernel);
        var reports = new List<BlockingReport>();
        var gate = new Lock();
        for (var pass = 0; pass < _passes.Count; pass++)
        {
            var current = pass;
            table.Fill(_rows, _kernel, pass);
            var (parts, blocks, notCompared) = oversized.Part(pass, table, _rows, _options.LargestBlock);
            var compared = 0L;
            var items = table.Partitions + parts.Count;
            var done = 0;
            Parallel.For(
                0,
                items,
                parallel,
                () => (Visitor: visitors(), Pairs: new BlockPairs<TRow, TKernel>(_rows, _kernel, oversized, current, alone)),
                (item, _, local) =>
                {
                    if (item < table.Partitions)
                    {
                        local.Pairs.VisitPartition(table.Keys(item), table.Rows(item), _options.LargestBlock, ref local.Visitor);
                    }
                    else
                    {
                        var (key, members) = parts[item - table.Partitions];
                        local.Pairs.VisitBlock(key, members, ref local.Visitor);
                    }

                    if (Interlocked.Increment(ref done) is var now && now * 50L / items != (now - 1) * 50L / items)
                    {
                        progress?.Report((current + now / (double)items) / _passes.Count);
                    }

                    return local;
                },
                local =>
                {
                    lock (gate)
                    {
                        collect(current, local.Visitor);
                        compared += local.Pairs.Compared;
                    }
                });
            reports.Add(new BlockingReport(_passes[pass].Name, table.Count, compared, blocks, notCompared));
        }

        return reports;
    }
}
