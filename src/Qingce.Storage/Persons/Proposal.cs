namespace Qingce.Storage.Persons;

/// <summary>What a machine run or an event proposes and a person has to decide.</summary>
public sealed class Proposal
{
    /// <summary>Identifier, a version-7 UUID.</summary>
    public Guid ProposalId { get; init; }

    /// <summary>What is proposed, such as <c>merge</c> or <c>death</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The registration it is about.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>The other registration, where there is one.</summary>
    public string? OtherId { get; init; }

    /// <summary>Strength of the evidence in bits.</summary>
    public double Weight { get; init; }

    /// <summary>What made it, such as the verification or the event.</summary>
    public required string Origin { get; init; }

    /// <summary>Envelope of the proposal's content, or null.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Instant when it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Instant when a person decided, or null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Whether it was taken; null while it is open.</summary>
    public bool? IsTaken { get; set; }
}
