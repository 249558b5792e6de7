namespace Qingce.Storage.Changes;

/// <summary>An accepted change of the register. Written once, never updated nor deleted.</summary>
public sealed class StoredChange
{
    /// <summary>Place in the total order of recording, 1 and up; given by the store where it is 0.</summary>
    public long Sequence { get; init; }

    /// <summary>Identifier, a version-7 UUID made where the change came in.</summary>
    public Guid ChangeId { get; init; }

    /// <summary>Number of the kind.</summary>
    public int Kind { get; init; }

    /// <summary>First day on which it is true in the world.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Instant when it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string ActedBy { get; init; }

    /// <summary>The second person, where the rule wants one.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Name of the rule under which it was accepted.</summary>
    public string? Rule { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Envelope of the evidence, a JSON list of kind, number, issuing authority, note and digest; null where there is none.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>The change that this one takes back or confirms.</summary>
    public Guid? RefersTo { get; init; }

    /// <summary>Whether it waits for a person's confirmation.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The delivery it came with, or null.</summary>
    public long? DeliveryId { get; init; }
}
