namespace Qingce.Linkage;

/// <summary>
/// Figures and examples by which people judge a linkage. Its size is bounded whatever the number of rows: distributions are counts, examples
/// a bounded number of rows, chosen without chance.
/// </summary>
public sealed record LinkageReport
{
    /// <summary>The model by which was linked.</summary>
    public required LinkageModel Model { get; init; }

    /// <summary>Bits that every pair starts from.</summary>
    public required double Prior { get; init; }

    /// <summary>Bits from which a pair is a link.</summary>
    public required double Threshold { get; init; }

    /// <summary>Pairs that reached the threshold.</summary>
    public required long Links { get; init; }

    /// <summary>Pairs of one entity to be expected among all rows, by the model's prior.</summary>
    public required double ExpectedMatches { get; init; }

    /// <summary>What each blocking rule did.</summary>
    public required IReadOnlyList<BlockingReport> Rules { get; init; }

    /// <summary>How the compared pairs spread over the weights; below the threshold only where training counted them.</summary>
    public required IReadOnlyList<WeightedCount> Weights { get; init; }

    /// <summary>What is to be expected of each threshold by the weights themselves.</summary>
    public required ThresholdCurve Expected { get; init; }

    /// <summary>What each threshold brings where the entity of rows is known, by pairs before clustering; null when it is not.</summary>
    public ThresholdCurve? Measured { get; init; }

    /// <summary>What the clusters come to where the entity of rows is known, after pairs were joined and parted; null when it is not.</summary>
    public PairwiseAccuracy? MeasuredClusters { get; init; }

    /// <summary>Patterns of compared pairs: the commonest among links and among others, the heaviest, and those next to the threshold.</summary>
    public required IReadOnlyList<PatternSummary> Patterns { get; init; }

    /// <summary>Number of different patterns among all compared pairs that were counted.</summary>
    public required int PatternCount { get; init; }

    /// <summary>What the rows themselves are like.</summary>
    public required RowSummary Rows { get; init; }

    /// <summary>The clusters.</summary>
    public required ClustersSummary Clusters { get; init; }

    /// <summary>Signs of a bad fit that the figures show.</summary>
    public required IReadOnlyList<FitSign> Signs { get; init; }

    /// <summary>What training said of the fit, in words.</summary>
    public required IReadOnlyList<Wording> Notes { get; init; }

    /// <summary>What training said of single levels, in words.</summary>
    public IReadOnlyList<Wording> LevelNotes { get; init; } = [];

    /// <summary>Whether only rows of different sources were compared; <see cref="ExpectedMatches"/> counts those within a source too.</summary>
    public bool AcrossSources { get; init; }

    /// <summary>Gathers the report of a linkage.</summary>
    /// <param name="outcome">What was linked.</param>
    public static LinkageReport Of(LinkageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentOutOfRangeException.ThrowIfLessThan(outcome.Threads, 1);
        var pairs = outcome.Pairs as ScoredPair[] ?? [.. outcome.Pairs];
        var patterns = PatternSurvey.Of(outcome, pairs);
        var rows = RowSurvey.Of(outcome);
        var rowCount = (double)outcome.Table.Rows;
        var matches = new MatchWeight(outcome.Evidence.Weights.Prior).Probability * rowCount * (rowCount - 1) / 2;
        var weights = patterns.Weights.All();
        var report = new LinkageReport
        {
            Model = outcome.Evidence.Weights.Model,
            Prior = outcome.Evidence.Weights.Prior,
            Threshold = outcome.Threshold,
            Links = patterns.Links,
            ExpectedMatches = matches,
            Rules = outcome.Rules,
            Weights = weights,
            Expected = ThresholdCurve.Expected(weights, outcome.AcrossSources ? null : matches),
            Measured = outcome.Reference is { } reference ? ThresholdCurve.OfReference(pairs, reference) : null,
            MeasuredClusters = outcome.Reference is { } known ? PairwiseAccuracy.Of(outcome.Clusters.Clusters, known) : null,
            Patterns = patterns.Chosen(),
            PatternCount = patterns.Count,
            Rows = rows,
            Clusters = ClusterSurvey.Of(outcome, pairs, patterns.Weights),
            Signs = [],
            Notes = outcome.Notes,
            LevelNotes = outcome.LevelNotes,
            AcrossSources = outcome.AcrossSources,
        };
        return report with { Signs = FitSign.Of(report) };
    }
}
