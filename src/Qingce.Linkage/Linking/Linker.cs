namespace Qingce.Linkage;

/// <summary>
/// Links the rows of a table by a model of columns: trains the model on the table itself, finds the pairs, and explains them. The
/// results do not depend on the number of threads or the order of rows.
/// </summary>
public sealed class Linker
{
    private const long RandomPairsWanted = 1_000_000;
    private readonly LinkTable _table;
    private readonly LinkageVocabulary _vocabulary;
    private readonly SearchOptions _options;

    /// <summary>Prepares a linker.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="vocabulary">What models may name.</param>
    /// <param name="options">Threads and the size of blocks.</param>
    public Linker(LinkTable table, LinkageVocabulary vocabulary, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(options);
        _table = table;
        _vocabulary = vocabulary;
        _options = options;
    }

    /// <summary>Estimates m, u and the number of matches from the table, without labels.</summary>
    /// <param name="start">The model whose comparisons and rules are used, and whose probabilities the estimation starts from.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public TrainingResult Train(LinkageModel start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var (kernel, comparer, passes) = Prepare(start);
        var rows = Enumerable.Range(0, _table.Rows).Select(row => new LinkRow(row)).ToArray();
        var model = ModelTraining.WithU(start, RandomPairs.Count(rows, kernel, row => ContentOf(row.Row), RandomPairsWanted));
        var search = new PairSearch<LinkRow, RowKernel>(rows, kernel, passes, _options);
        var alone = search.Count(alone: true, cancellationToken: cancellationToken);
        var candidates = new PatternCounts();
        foreach (var counts in search.Count(alone: false, cancellationToken: cancellationToken))
        {
            candidates.Add(counts);
        }

        return ModelTraining.Train(model, passes, alone, candidates, _table.Rows);
    }

    /// <summary>Finds the pairs of a weight.</summary>
    /// <param name="model">A trained model.</param>
    /// <param name="threshold">Bits from which a pair is kept.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public PairSearchResult Find(
        LinkageModel model, double threshold, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (kernel, _, passes) = Prepare(model);
        var rows = Enumerable.Range(0, _table.Rows).Select(row => new LinkRow(row)).ToArray();
        return new PairSearch<LinkRow, RowKernel>(rows, kernel, passes, _options)
            .Find(new PatternWeights(model, _table.Rows), threshold, progress, cancellationToken);
    }

    /// <summary>The steps that add up to the weight of a pair.</summary>
    /// <param name="model">The model by which it was found.</param>
    /// <param name="left">0-based row.</param>
    /// <param name="right">Another row.</param>
    public IReadOnlyList<EvidenceStep> Explain(LinkageModel model, int left, int right)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (kernel, comparer, _) = Prepare(model);
        var pattern = comparer.Pattern(_table.View(left), _table.View(right));
        return Waterfall.Of(new PatternWeights(model, _table.Rows), pattern, kernel.Frequency(left, right, pattern));
    }

    private (RowKernel Kernel, RowComparer Comparer, BlockingPass[] Passes) Prepare(LinkageModel model)
    {
        model.Validate();
        var comparer = new RowComparer(model, _table.Columns, _vocabulary);
        var blocking = new RowBlocking(model, _table.Columns, _vocabulary, comparer);
        var frequencies = new TermFrequencies(model, _table.Columns, comparer);
        var kernel = new RowKernel(_table, blocking, comparer, frequencies, new TableTerms(_table, frequencies.Columns));
        return (kernel, comparer, [.. (model.Blocking ?? []).Select(rule => new BlockingPass(rule.Name, Settled(rule, comparer), RowBlocking.Splits))]);
    }

    // A rule of a whole column fixes the comparisons of that column, and one of a part of it makes them unlike other pairs.
    private ulong Settled(BlockingRule rule, RowComparer comparer)
    {
        var settled = 0UL;
        for (var c = 0; c < comparer.Columns.Length; c++)
        {
            var column = _table.Columns[comparer.Columns[c]].Name;
            settled |= rule.Parts.Any(p => p.Column == column) ? Pattern.Mask(c) : 0;
        }

        return settled;
    }

    private ulong ContentOf(int row)
    {
        var hash = 0UL;
        foreach (var word in _table.Row(row))
        {
            hash = KeyMix.Of(hash, word);
        }

        return hash;
    }
}
