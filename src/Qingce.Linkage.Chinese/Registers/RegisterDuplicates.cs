namespace Qingce.Linkage.Chinese;

/// <summary>Finds duplicate registrations: one person registered twice, and one number on two people.</summary>
public static class RegisterDuplicates
{
    /// <summary>Compares the living registrations of a table with each other.</summary>
    /// <param name="columns">The registrations; several registers are one table.</param>
    /// <param name="options">Weights, threads and the model.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Same columns, same pairs: whatever the threads and the order of rows.</returns>
    /// <exception cref="ArgumentException">A column has another length than the table (of <see cref="DuplicateOptions.Whole"/> too), or the weight of link is below that of review.</exception>
    /// <exception cref="LinkageModelException">The model is not one for registers.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static DuplicatePairs Find(
        PersonColumns columns, DuplicateOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        columns.Validate();
        options.Whole?.Validate(columns.Count);
        if (options.LinkWeight < options.ReviewWeight)
        {
            throw new ArgumentException("The weight of link is below the weight of review.", nameof(options));
        }

        var model = options.Model ?? RegisterModel.Default;
        RegisterModel.Validate(model);
        if (columns.Count < 2)
        {
            progress?.Report(1);
            return new DuplicatePairs([], [], _ => []);
        }

        var weights = new PatternWeights(model, Math.Max(columns.Count, options.Whole?.Registrations ?? 0));
        var table = RegisterTable.Pack(columns, options.Whole, options.Threads, cancellationToken);
        var kernel = new RegisterKernel(table, weights);
        var search = new PairSearch<RegisterRow, RegisterKernel>(
            table.Rows, kernel, RegisterPasses.All, new SearchOptions { Threads = options.Threads, LargestBlock = options.LargestBlock });
        var result = search.Find(weights, options.ReviewWeight, progress, cancellationToken);
        var pairs = result.Pairs.Select(pair => KindOf(pair, options.LinkWeight)).ToArray();
        return new DuplicatePairs(
            pairs,
            result.Passes,
            pair => Waterfall.Of(weights, pair.Pattern, kernel.Frequency(pair.Left, pair.Right, pair.Pattern)));
    }

    private static DuplicatePair KindOf(ScoredPair pair, double linkWeight)
    {
        var sameNumber = Pattern.Level(pair.Pattern, Levels.Number) == Levels.OfNumber.Equal;
        var sameName = Pattern.Level(pair.Pattern, Levels.Name) is >= Levels.OfName.Exact and <= Levels.OfName.Part;
        var kind = sameNumber && !sameName && pair.Weight < linkWeight ? DuplicateKind.OneNumberTwoPeople : DuplicateKind.SamePerson;
        return new DuplicatePair(pair.Left, pair.Right, (float)pair.Weight, kind, pair.Pattern);
    }
}
