namespace Qingce.Storage.Events;

/// <summary>The answer to a request that its sender may repeat.</summary>
public sealed class IdempotencyKey
{
    /// <summary>The key as sent.</summary>
    public required string Key { get; init; }

    /// <summary>Who sent it.</summary>
    public required string Actor { get; init; }

    /// <summary>Method and path of the request.</summary>
    public required string Request { get; init; }

    /// <summary>Keyed digest of the request's body.</summary>
    public long Digest { get; init; }

    /// <summary>Status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>Envelope of headers and body of the answer, or null.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Instant of the first request.</summary>
    public DateTimeOffset MadeAt { get; init; }
}
