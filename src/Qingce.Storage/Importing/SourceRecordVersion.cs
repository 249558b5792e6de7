namespace Qingce.Storage.Importing;

/// <summary>An earlier version of a source record, kept when a delivery replaced it. Written once; only its envelope is ever replaced.</summary>
public sealed class SourceRecordVersion
{
    /// <summary>Category, 1 to 23.</summary>
    public int Category { get; init; }

    /// <summary>Identifier, unique in its category.</summary>
    public required string SourceRecordId { get; init; }

    /// <summary>The version that was replaced.</summary>
    public int Version { get; init; }

    /// <summary>The plain fields as JSON, by the headers of the source file.</summary>
    public required string Plain { get; init; }

    /// <summary>Its envelope, or null.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>Instant when it was recorded.</summary>
    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>Instant when it was replaced.</summary>
    public DateTimeOffset KnownUntil { get; init; }

    /// <summary>The delivery that had brought it.</summary>
    public long? DeliveryId { get; init; }
}
