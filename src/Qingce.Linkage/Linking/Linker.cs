namespace Qingce.Linkage;

/// <summary>
/// Links the rows of a table by a model of columns: trains the model on the table itself, finds the pairs, and explains them. The
/// results do not depend on the number of threads or the order of rows.
/// </summary>
public sealed class Linker
{
    private const long RandomPairsWanted = 300_000;
    private readonly LinkTable _table;
    private readonly LinkageVocabulary _vocabulary;
    private readonly SearchOptions _options;
    private readonly Lock _gate = new();
    private WordRoom _room = new();
    private TableTerms? _terms;
    private int[] _counted = [];
    private RuleKeys? _keys;
    private RowSketches? _sketches;
    private IReadOnlyList<BlockingRule>? _blocked;

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
        var prepared = Prepare(start);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        var grader = new RowGrader(prepared.Comparer);
        var rows = RowsOf(prepared.Blocking, start, grader, parallel);
        var (random, candidates) = (new PatternCounts(), new PatternCounts());
        PatternCounts[] alone = [];

        // Neither waits for the other, and each has parts that take one thread.
        Parallel.Invoke(
            parallel,
            () => random = RandomPairs.Count(_table, rows.Sketches, grader, RandomPairsWanted, parallel),
            () => alone = new BlockSample(rows, grader, prepared.Passes, _options, parallel).Count(candidates));

        // The estimation takes one thread; what the search will ask of the values can be counted beside it.
        TrainingResult? trained = null;
        Parallel.Invoke(
            parallel,
            () => trained = ModelTraining.Train(ModelTraining.WithU(start, random), prepared.Passes, alone, candidates, _table.Rows, _vocabulary),
            () => _ = TermsOf(prepared.Frequencies));
        return trained! with { Candidates = candidates };
    }

    /// <summary>Finds the pairs of a weight.</summary>
    /// <param name="model">A trained model.</param>
    /// <param name="threshold">Bits from which a pair is kept.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    /// <exception cref="TooManyPairsException">A blocking rule makes more pairs than the options allow.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public PairSearchResult Find(
        LinkageModel model, double threshold, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var prepared = Prepare(model);
        var grader = new RowGrader(prepared.Comparer);
        var rows = RowsOf(
            prepared.Blocking, model, grader, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken });
        var search = new RowSearch(
            rows,
            grader,
            new PatternWeights(model, _table.Rows),
            prepared.Frequencies,
            TermsOf(prepared.Frequencies),
            threshold,
            _options.AcrossSources);
        var found = new FoundPairs();
        var reports = new BlockSearch(rows, prepared.Passes, _options, TakeRoom()).Run(
            (pass, meetings) => new RowVisitor(search, pass, meetings, cancellationToken), visitor => found.Take(visitor.Found), progress, cancellationToken);
        lock (_gate)
        {
            (_keys, _sketches) = (null, null); // What follows needs their memory more.
        }

        return new PairSearchResult(PairOrder.Distinct(found, _table.Rows, _options.Threads), reports);
    }

    /// <summary>The steps that add up to the weight of a pair.</summary>
    /// <param name="model">The model by which it was found.</param>
    /// <param name="left">0-based row.</param>
    /// <param name="right">Another row.</param>
    public IReadOnlyList<EvidenceStep> Explain(LinkageModel model, int left, int right)
    {
        ArgumentNullException.ThrowIfNull(model);
        var prepared = Prepare(model);
        var pattern = prepared.Comparer.Pattern(_table.View(left), _table.View(right));
        var frequency = prepared.Frequencies.Of(_table.Row(left), _table.Row(right), pattern, TermsOf(prepared.Frequencies));
        return Waterfall.Of(new PatternWeights(model, _table.Rows), pattern, frequency);
    }

    /// <summary>The rules that bring two rows together, as far as no block is too large.</summary>
    /// <param name="model">The model with the rules.</param>
    /// <param name="left">0-based row.</param>
    /// <param name="right">Another row.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    public IReadOnlyList<BlockingRule> RulesOf(LinkageModel model, int left, int right)
    {
        ArgumentNullException.ThrowIfNull(model);
        var blocking = Prepare(model).Blocking;
        return [.. (model.Blocking ?? []).Where((_, rule) => KeysOf(blocking, rule, left).Intersect(KeysOf(blocking, rule, right)).Any())];
    }

    /// <summary>What each blocking rule would bring together, without comparing anything.</summary>
    /// <param name="model">The model with the rules.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    /// <exception cref="OperationCanceledException">The count was stopped.</exception>
    public IReadOnlyList<RuleAnalysis> Analyse(LinkageModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var prepared = Prepare(model);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        var rows = RowsOf(prepared.Blocking, model, grader: null, parallel);
        var table = new KeyTable(rows, TakeRoom(), parallel);
        var rules = new List<RuleAnalysis>();
        for (var pass = 0; pass < prepared.Passes.Length; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            table.Fill(pass);
            var analysis = RuleAnalysis.Of(prepared.Passes[pass].Name, table, rows.IsOfAllRows(pass) ? int.MaxValue : _options.LargestBlock);
            rules.Add(rows.PairsOfWindow(pass) is { } pairs ? analysis with { Pairs = pairs } : analysis);
        }

        return rules;
    }

    /// <summary>What weighs and explains any two rows.</summary>
    /// <param name="model">The model by which they are weighed.</param>
    /// <exception cref="LinkageModelException">The model does not fit the table.</exception>
    public PairEvidence Evidence(LinkageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var prepared = Prepare(model);
        return new PairEvidence(_table, prepared.Comparer, prepared.Frequencies, TermsOf(prepared.Frequencies), new PatternWeights(model, _table.Rows));
    }

    private Prepared Prepare(LinkageModel model)
    {
        model.Validate();
        var comparer = new RowComparer(model, _table.Columns, _vocabulary);
        var blocking = new RowBlocking(model, _table.Columns, _vocabulary);
        var frequencies = new TermFrequencies(model, _table.Columns, comparer);
        var passes = (model.Blocking ?? []).Select((rule, i) => new BlockingPass(rule.Name, Settled(rule, comparer), blocking.Splits(i)));
        return new Prepared(comparer, blocking, frequencies, [.. passes]);
    }

    // The keys are made once for training and search, which have the same rules.
    private ulong[] KeysOf(RowBlocking blocking, int rule, int row)
    {
        if (blocking.Window(rule) > 0)
        {
            var places = new uint[SortedPlaces.KeysOfRow];
            return [.. places[..SortedPlaces.Of(_table, blocking, rule).Keys(row, places)]];
        }

        var keys = new ulong[blocking.MostKeysOf(rule)];
        return keys[..blocking.Keys(rule, _table.View(row), keys)];
    }

    private TableRows RowsOf(RowBlocking blocking, LinkageModel model, RowGrader? grader, ParallelOptions parallel)
    {
        lock (_gate)
        {
            var sketches = _sketches is not null && _sketches.AreOf(grader?.Sketches) ? _sketches : new RowSketches(grader?.Sketches ?? [], _table);
            var keys = _keys is not null && ReferenceEquals(_blocked, model.Blocking) ? _keys : new RuleKeys(blocking, _table.Rows);
            if (keys != _keys || sketches != _sketches)
            {
                RowMarks.Fill(_table, keys == _keys ? null : keys, sketches == _sketches ? null : sketches, parallel);
            }

            (_keys, _blocked, _sketches) = (keys, model.Blocking, sketches);
            return new TableRows(_table, blocking, keys, sketches);
        }
    }

    // Whoever takes it is alone with it.
    private WordRoom TakeRoom() => Interlocked.Exchange(ref _room, new WordRoom());

    // Counted once, for a linker explains many pairs.
    private TableTerms TermsOf(TermFrequencies frequencies)
    {
        var columns = frequencies.Columns;
        lock (_gate)
        {
            if (_terms is null || columns.Any(c => !_counted.Contains(c)))
            {
                _counted = [.. _counted.Union(columns)];
                var room = TakeRoom();
                _terms = new TableTerms(_table, _counted, _options.Threads, room);
                _room = room;
            }

            return _terms;
        }
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

    private sealed record Prepared(RowComparer Comparer, RowBlocking Blocking, TermFrequencies Frequencies, BlockingPass[] Passes);
}
