namespace Qingce.Storage.Changes;

/// <summary>A row of a delivered file of past changes, as delivered: what happened before this register kept its own history. Written once.</summary>
public sealed class StoredPastChange
{
    /// <summary>The delivery.</summary>
    public long DeliveryId { get; init; }

    /// <summary>1-based row of its file.</summary>
    public long Row { get; init; }

    /// <summary>The registration that was changed.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>Day of the change, yyyy-MM-dd.</summary>
    public string? ChangedOn { get; init; }

    /// <summary>Column of the register, or <c>registration</c>.</summary>
    public string? Field { get; init; }

    /// <summary>Reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Kind of the paper it rested on.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>The officer.</summary>
    public string? Handler { get; init; }

    /// <summary>Who filed it for the person.</summary>
    public string? Agent { get; init; }

    /// <summary>Envelope of old value, new value and document number; null when all are missing.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Blind index of the paper, where a settlement rested on one.</summary>
    public long? PaperKey { get; init; }

    /// <summary>Keyed digest of the row, by which a later file that holds it again is told.</summary>
    public long Digest { get; init; }
}
