namespace Qingce.Linkage;

/// <summary>A trained model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Notes">Signs of a bad fit; empty when there are none.</param>
public sealed record TrainingResult(LinkageModel Model, IReadOnlyList<Wording> Notes)
{
    /// <summary>Those of <see cref="Notes"/> that are about a single level: never seen, or against a match.</summary>
    public IReadOnlyList<Wording> LevelNotes { get; init; } = [];

    /// <summary>Patterns of the compared pairs of the table, each once, or as many of each as a sample of them lets expect; null when nobody counted.</summary>
    public PatternCounts? Candidates { get; init; }
}
