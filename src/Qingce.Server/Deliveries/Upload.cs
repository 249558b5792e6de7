using System.Text.Json.Serialization;

namespace Qingce.Server.Deliveries;

/// <summary>How far an upload is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadState>))]
internal enum UploadState
{
    /// <summary>It waits for its turn.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>It is being taken into the register.</summary>
    [JsonStringEnumMemberName("taking")]
    Taking,

    /// <summary>It was taken; the receipt is that of the delivery.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>It cannot be taken; the fault says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>A file that was uploaded to be taken; kept beside it so that it is taken whatever happens to the process.</summary>
internal sealed record Upload
{
    /// <summary>The category and the SHA-256 of the file, so that the same file uploaded twice is one upload.</summary>
    public required string UploadId { get; init; }

    /// <summary>register, changes, coverage or the two digits of a source category.</summary>
    public required string Category { get; init; }

    /// <summary>The name under which it was delivered.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 in small hexadecimal letters.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Who delivered it.</summary>
    public required string DeliveredBy { get; init; }

    /// <summary>The day that the file describes, or null for the day on which it is taken.</summary>
    public DateOnly? DescribedDay { get; init; }

    /// <summary>Instant when it was whole here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How far it is.</summary>
    public UploadState State { get; init; }

    /// <summary>Number of the delivery, once it was taken.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>Why it cannot be taken, in English.</summary>
    public string? Fault { get; init; }

    /// <summary>Why it cannot be taken, in Chinese.</summary>
    public string? FaultChinese { get; init; }
}
