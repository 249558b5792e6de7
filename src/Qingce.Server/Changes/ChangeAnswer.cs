using Qingce.Exchange.Masking;
using Qingce.Register;

namespace Qingce.Server.Changes;

/// <summary>A recorded change.</summary>
internal sealed record ChangeAnswer
{
    /// <summary>The change.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>Its place in the order of recording.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened, as a token: birth, death, marriage ...</summary>
    public required string Kind { get; init; }

    /// <summary>The day from which it is true in the world.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>When the register learned of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string ActedBy { get; init; }

    /// <summary>The second person.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>The article or rule under which it was accepted.</summary>
    public required string Rule { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<EvidenceBody> Evidence { get; init; }

    /// <summary>The change that it takes back or confirms.</summary>
    public Guid? RefersTo { get; init; }

    /// <summary>Whether it was entered by a feed for a person to confirm.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Shows a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="reveal">Whether citizen numbers and phones are whole in what it rests on.</param>
    public static ChangeAnswer Of(Change change, bool reveal = false) => new()
    {
        ChangeId = change.Id,
        Sequence = change.Sequence,
        Kind = ChangeKinds.List.Token(change.Kind),
        ValidFrom = change.ValidFrom,
        RecordedAt = change.RecordedAt,
        ActedBy = change.ActedBy,
        ConfirmedBy = change.ConfirmedBy.Length == 0 ? null : change.ConfirmedBy,
        Rule = change.Rule,
        Reason = change.Reason.Length == 0 ? null : reveal ? change.Reason : Mask.Numbers(change.Reason, []),
        Evidence = [.. change.Evidence.Select(evidence => EvidenceBody.Of(evidence, reveal))],
        RefersTo = change.RefersTo,
        IsProvisional = change.IsProvisional,
    };
}
