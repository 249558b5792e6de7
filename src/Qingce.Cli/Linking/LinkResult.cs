using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>What a linkage came to.</summary>
internal sealed record LinkResult
{
    private LinkCounts? _counts;

    public required LinkTable Table { get; init; }

    public required LinkInputs Inputs { get; init; }

    /// <summary>The column of record ids, or null where rows are numbered.</summary>
    public required string? Id { get; init; }

    /// <summary>Whether no id needs quotes or a guard in CSV.</summary>
    public required bool HasPlainIds { get; init; }

    /// <summary>The model by which was linked.</summary>
    public required LinkageModel Model { get; init; }

    /// <summary>Probability from which a pair is a link.</summary>
    public required double Threshold { get; init; }

    /// <summary>The links, by left row, then by right row.</summary>
    public required IReadOnlyList<ScoredPair> Pairs { get; init; }

    /// <summary>What each blocking rule did.</summary>
    public required IReadOnlyList<BlockingReport> Rules { get; init; }

    /// <summary>Which rows are one person.</summary>
    public required Clustering Clusters { get; init; }

    /// <summary>What the persons are called, and how they differ from those of an earlier result.</summary>
    public required PersonIds Persons { get; init; }

    /// <summary>What was seen and chosen, in words.</summary>
    public required IReadOnlyList<Wording> Notes { get; init; }

    /// <summary>What training said of single levels.</summary>
    public IReadOnlyList<Wording> LevelNotes { get; init; } = [];

    /// <summary>Whether only rows of different sources were compared.</summary>
    public bool AcrossSources { get; init; }

    /// <summary>Weighs and explains pairs by the model.</summary>
    public required PairEvidence Evidence { get; init; }

    /// <summary>Patterns of the compared pairs as training counted them; null when nothing was trained.</summary>
    public PatternCounts? Candidates { get; init; }

    /// <summary>How the records fall to persons; counted once.</summary>
    public LinkCounts Counts => _counts ??= LinkCounts.Of(this);

    public long Compared => Rules.Sum(rule => rule.Compared);

    public long NotCompared => Rules.Sum(rule => rule.NotCompared);
}
