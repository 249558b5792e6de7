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
        var found = new FoundPairs();
        var reports = new BlockSearch(new KernelRows<TRow, TKernel>(_rows, _kernel), _passes, _options, new WordRoom()).Run(
            (pass, meetings) => new KernelVisitor<TRow, TKernel>(_rows, _kernel, weights, threshold, pass, meetings),
            visitor => found.Take(visitor.Found),
            progress,
            cancellationToken);
        return new PairSearchResult(PairOrder.Distinct(found, _rows.Length, _options.Threads), reports);
    }
}
