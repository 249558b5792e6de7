using Qingce.Register;

namespace Qingce.Storage.Persons;

/// <summary>A reviewer's word on whether two registrations are one person. Written once; a later row about the same pair replaces it, and machine runs never do.</summary>
public sealed class PersonDecision
{
    /// <summary>Place in the order of recording; given by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>The registration whose identifier is first in ordinal order.</summary>
    public required string LeftId { get; init; }

    /// <summary>The other registration.</summary>
    public required string RightId { get; init; }

    /// <summary>Same, different, parted by an undo, or an earlier word taken back.</summary>
    public PersonVerdict Verdict { get; init; }

    /// <summary>Who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Instant of recording.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The change that carried it out, or null.</summary>
    public Guid? ChangeId { get; init; }
}
