namespace Qingce.Storage.Importing;

/// <summary>A delivered file: its progress while it is taken, its receipt afterwards. A finished one is never updated.</summary>
public sealed class Delivery
{
    /// <summary>Number of the delivery, given by the store.</summary>
    public long DeliveryId { get; init; }

    /// <summary>What the file is: <c>register</c>, <c>changes</c>, <c>coverage</c>, or the two digits of a source category.</summary>
    public required string Category { get; init; }

    /// <summary>The file's name as delivered.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in small hexadecimal letters.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size of the file.</summary>
    public long Bytes { get; init; }

    /// <summary>What the file is written in, as <c>CSV, UTF-8</c>.</summary>
    public string? Format { get; set; }

    /// <summary>Who delivered it.</summary>
    public required string DeliveredBy { get; init; }

    /// <summary>Instant when taking it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Instant when it was finished, or null.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Rows expected; -1 where unknown.</summary>
    public long RowsExpected { get; set; } = -1;

    /// <summary>Rows dealt with: taken, unchanged, updated and rejected together, always. The next chunk begins after them.</summary>
    public long RowsRead { get; set; }

    /// <summary>Rows that were new.</summary>
    public long Taken { get; set; }

    /// <summary>Rows that said what was known.</summary>
    public long Unchanged { get; set; }

    /// <summary>Rows that brought other values.</summary>
    public long Updated { get; set; }

    /// <summary>Rows that could not be used.</summary>
    public long Rejected { get; set; }

    /// <summary>Why it failed or was refused, in English.</summary>
    public string? Fault { get; set; }

    /// <summary>Why it failed or was refused, in Chinese.</summary>
    public string? FaultChinese { get; set; }
}

/// <summary>How far a delivery is. Numbers are permanent.</summary>
public enum DeliveryState
{
    /// <summary>Being taken, or interrupted.</summary>
    Open = 1,

    /// <summary>Taken; its counts are the receipt.</summary>
    Finished = 2,

    /// <summary>Refused whole; nothing of it was taken.</summary>
    Refused = 3,

    /// <summary>Given up after a part was taken.</summary>
    Failed = 4,
}
