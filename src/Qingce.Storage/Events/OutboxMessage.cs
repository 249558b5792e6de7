namespace Qingce.Storage.Events;

/// <summary>Something that subscribers are to be told, written in the transaction that made it true.</summary>
public sealed class OutboxMessage
{
    /// <summary>Place in the order of telling; given by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>What it is about, such as <c>finding</c> or <c>change</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>The message as JSON, without personal data.</summary>
    public required string Body { get; init; }

    /// <summary>Instant when it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Instant when it was told, or null.</summary>
    public DateTimeOffset? SentAt { get; set; }
}
