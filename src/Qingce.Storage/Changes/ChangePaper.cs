namespace Qingce.Storage.Changes;

/// <summary>A paper among the evidence of a settlement, by which the change is found. Written once.</summary>
public sealed class ChangePaper
{
    /// <summary>Blind index of the paper.</summary>
    public long PaperKey { get; init; }

    /// <summary>The change, by its <see cref="StoredChange.Sequence"/>.</summary>
    public long Sequence { get; init; }
}
