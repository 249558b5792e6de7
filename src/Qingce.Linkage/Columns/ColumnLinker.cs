namespace Qingce.Linkage;

/// <summary>
/// Links the rows of any table: says how columns are compared and what brings rows together, trains a model on the table
/// itself, and finds the pairs.
/// </summary>
public sealed class ColumnLinker
{
    private const long TrainingPairs = 1_000_000;
    private readonly ColumnTable _table;
    private readonly ColumnComparison[] _comparisons;
    private readonly IReadOnlyList<KeyPart>[] _keys;
    private readonly BlockingPass[] _passes;
    private readonly ColumnRow[] _rows;
    private readonly SearchOptions _options;

    /// <summary>Prepares a linker.</summary>
    /// <param name="table">The table.</param>
    /// <param name="comparisons">1 to 16 comparisons, one a column.</param>
    /// <param name="keys">The blocking passes: rows that agree in all parts of one of them are compared.</param>
    /// <param name="options">Threads and the size of blocks.</param>
    /// <exception cref="LinkageModelException">A comparison or key names a column the table does not have.</exception>
    public ColumnLinker(
        ColumnTable table, IReadOnlyList<ColumnComparison> comparisons, IReadOnlyList<IReadOnlyList<KeyPart>> keys, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(comparisons);
        ArgumentNullException.ThrowIfNull(keys);
        _table = table;
        _comparisons = [.. comparisons];
        _keys = [.. keys];
        _options = options;
        _rows = [.. Enumerable.Range(0, table.Rows).Select(row => new ColumnRow(row))];
        _passes = [.. keys.Select(PassOf)];
        StartingModel = new LinkageModel { Name = "columns", MatchesPerRow = 0.05, Comparisons = [.. _comparisons.Select(StartOf)] };
        StartingModel.Validate();
        _ = KernelOf(StartingModel);
    }

    /// <summary>The model that training starts from.</summary>
    public LinkageModel StartingModel { get; }

    /// <summary>Trains a model on the table, without labels.</summary>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public TrainingResult Train(CancellationToken cancellationToken = default)
    {
        var kernel = KernelOf(StartingModel);
        var model = ModelTraining.WithU(StartingModel, RandomPairs.Count(_rows, kernel, kernel.ContentHash, TrainingPairs));
        var search = new PairSearch<ColumnRow, ColumnKernel>(_rows, kernel, _passes, _options);
        var alone = search.Count(alone: true, cancellationToken: cancellationToken);
        var candidates = new PatternCounts();
        foreach (var counts in search.Count(alone: false, cancellationToken: cancellationToken))
        {
            candidates.Add(counts);
        }

        return ModelTraining.Train(model, _passes, alone, candidates, _table.Rows);
    }

    /// <summary>Finds the pairs of a weight.</summary>
    /// <param name="model">A model with the comparisons of this linker.</param>
    /// <param name="threshold">Bits from which a pair is kept.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="LinkageModelException">The model has other comparisons.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public PairSearchResult Find(
        LinkageModel model, double threshold, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        CheckShape(model);
        var search = new PairSearch<ColumnRow, ColumnKernel>(_rows, KernelOf(model), _passes, _options);
        return search.Find(new PatternWeights(model, _table.Rows), threshold, progress, cancellationToken);
    }

    /// <summary>The steps that add up to the weight of a pair.</summary>
    /// <param name="model">The model by which it was found.</param>
    /// <param name="pair">The pair.</param>
    public IReadOnlyList<EvidenceStep> Explain(LinkageModel model, ScoredPair pair)
    {
        CheckShape(model);
        return Waterfall.Of(
            new PatternWeights(model, _table.Rows), pair.Pattern, KernelOf(model).Frequency(pair.Left, pair.Right, pair.Pattern));
    }

    private ColumnKernel KernelOf(LinkageModel model) => new(_table, model, _comparisons, _keys);

    private BlockingPass PassOf(IReadOnlyList<KeyPart> parts)
    {
        var settles = 0UL;
        foreach (var part in parts)
        {
            var comparison = Array.FindIndex(_comparisons, c => c.Column == part.Column);
            settles |= comparison < 0 ? 0 : Pattern.Mask(comparison);
        }

        return new BlockingPass(string.Join(" and ", parts.Select(p => p.Column)), settles, Math.Min(3, _comparisons.Length));
    }

    // The first level begins at 0.8 among matches; the others share what is left.
    private static Comparison StartOf(ColumnComparison comparison)
    {
        var rest = comparison.Levels.Count;
        var levels = comparison.Levels.Select((level, i) => new ComparisonLevel
        {
            Name = level.Name,
            M = i == 0 ? 0.8 : 0.2 / rest,
            U = 0.1 / rest,
            Frequency = level.Measure == Measure.Exact ? 1 : 0,
        });
        return new Comparison
        {
            Name = comparison.Column,
            Levels = [.. levels, new ComparisonLevel { Name = ColumnComparison.Different, M = 0.2 / rest, U = 0.9 }],
        };
    }

    private void CheckShape(LinkageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var same = model.Comparisons.Count == StartingModel.Comparisons.Count
            && model.Comparisons.Zip(StartingModel.Comparisons).All(c =>
                c.First.Name == c.Second.Name && c.First.Levels.Select(l => l.Name).SequenceEqual(c.Second.Levels.Select(l => l.Name)));
        if (!same)
        {
            throw new LinkageModelException($"The model '{model.Name}' does not have the comparisons of this linker.");
        }
    }
}
