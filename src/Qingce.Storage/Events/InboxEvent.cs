namespace Qingce.Storage.Events;

/// <summary>An event that came in, taken once by its source and identifier.</summary>
public sealed class InboxEvent
{
    /// <summary>The sender, as in CloudEvents.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's identifier of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Place in the order of arrival.</summary>
    public long Sequence { get; init; }

    /// <summary>Type of the event.</summary>
    public required string Type { get; init; }

    /// <summary>Blind index of the person it is about; events of one person are dealt with in order.</summary>
    public long PersonKey { get; init; }

    /// <summary>Instant that the sender gives.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Instant of arrival.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Instant when it had been dealt with, or null.</summary>
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>What came of it, as a token.</summary>
    public string? Outcome { get; set; }

    /// <summary>Times it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Keyed digest of its content, by which another event under the same identifier is told.</summary>
    public long Digest { get; init; }

    /// <summary>Envelope of the event.</summary>
    public required byte[] Sealed { get; set; }
}
