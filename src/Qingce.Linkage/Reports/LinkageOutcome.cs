namespace Qingce.Linkage;

/// <summary>What a linkage came to: what <see cref="LinkageReport.Of"/> is made from.</summary>
public sealed record LinkageOutcome
{
    /// <summary>The rows.</summary>
    public required LinkTable Table { get; init; }

    /// <summary>Weighs pairs by the model that was used.</summary>
    public required PairEvidence Evidence { get; init; }

    /// <summary>Bits from which a pair is a link.</summary>
    public required double Threshold { get; init; }

    /// <summary>The pairs that were kept, in any order.</summary>
    public required IReadOnlyList<ScoredPair> Pairs { get; init; }

    /// <summary>What each blocking rule did.</summary>
    public required IReadOnlyList<BlockingReport> Rules { get; init; }

    /// <summary>Which rows are one entity.</summary>
    public required Clustering Clusters { get; init; }

    /// <summary>Patterns of all compared pairs, as training counts them, for what lies below the threshold; null when nobody counted.</summary>
    public PatternCounts? Candidates { get; init; }

    /// <summary>The entity of each row where it is known, 0 or more, negative for unknown; null when none is.</summary>
    public int[]? Reference { get; init; }

    /// <summary>What training said of the fit.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];

    /// <summary>What training said of single levels.</summary>
    public IReadOnlyList<Wording> LevelNotes { get; init; } = [];

    /// <summary>Whether only rows of different sources were compared. Training counts pairs within a source too, so nothing is then told of matches not found.</summary>
    public bool AcrossSources { get; init; }

    /// <summary>Threads for the gathering, 1 or more; the report does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
