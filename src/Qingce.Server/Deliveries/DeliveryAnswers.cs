using Qingce.Server.Languages;
using Qingce.Storage.Importing;

namespace Qingce.Server.Deliveries;

/// <summary>An upload and how far it is.</summary>
internal sealed record UploadAnswer
{
    /// <summary>The upload.</summary>
    public required string UploadId { get; init; }

    /// <summary>What the file is: register, changes, coverage or the two digits of a source category.</summary>
    public required string Category { get; init; }

    /// <summary>The name under which it was delivered.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>waiting, taking, finished or failed.</summary>
    public required UploadState State { get; init; }

    /// <summary>Rows dealt with so far, while it is taken.</summary>
    public long? RowsRead { get; init; }

    /// <summary>Rows expected, while it is taken; missing where unknown.</summary>
    public long? RowsExpected { get; init; }

    /// <summary>Rows a second, while it is taken.</summary>
    public double? RowsPerSecond { get; init; }

    /// <summary>Seconds left, while it is taken; missing where unknown.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Number of the delivery, once it was taken; its receipt is at /api/v1/deliveries/{deliveryId}/receipt.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>Why it cannot be taken and what to do.</summary>
    public string? Fault { get; init; }

    public static UploadAnswer Of(Upload upload, ImportProgress? progress, AnswerLanguage language) => new()
    {
        UploadId = upload.UploadId,
        Category = upload.Category,
        FileName = upload.FileName,
        Sha256 = upload.Sha256,
        Bytes = upload.Bytes,
        State = upload.State,
        RowsRead = progress?.Read,
        RowsExpected = progress is { Expected: >= 0 } known ? known.Expected : null,
        RowsPerSecond = progress is { } speed ? Math.Round(speed.RowsPerSecond) : null,
        SecondsLeft = progress?.Left is { } left ? Math.Round(left.TotalSeconds, 1) : null,
        DeliveryId = upload.DeliveryId,
        Fault = language == AnswerLanguage.Chinese ? upload.FaultChinese : upload.Fault,
    };
}

/// <summary>What became of a delivered file. read = taken + unchanged + updated + rejected, always.</summary>
internal sealed record ReceiptAnswer
{
    /// <summary>Number of the delivery.</summary>
    public required long DeliveryId { get; init; }

    /// <summary>register, changes, coverage or the two digits of a source category.</summary>
    public required string Category { get; init; }

    /// <summary>The name under which it was delivered.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What it is written in.</summary>
    public required string Format { get; init; }

    /// <summary>Who delivered it.</summary>
    public required string DeliveredBy { get; init; }

    /// <summary>When taking it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was finished; missing while it is not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Rows dealt with.</summary>
    public required long Read { get; init; }

    /// <summary>Rows that were new.</summary>
    public required long Taken { get; init; }

    /// <summary>Rows that said what was known.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Rows that brought other values, kept beside the former ones.</summary>
    public required long Updated { get; init; }

    /// <summary>Rows that could not be used; /api/v1/deliveries/{deliveryId}/rejects has them.</summary>
    public required long Rejected { get; init; }

    /// <summary>Of the rejected rows, how many for which reason.</summary>
    public required IReadOnlyList<ReasonAnswer> Reasons { get; init; }

    /// <summary>What else should be known of it.</summary>
    public required IReadOnlyList<NoteAnswer> Notes { get; init; }

    public static ReceiptAnswer Of(DeliveryReceipt receipt, AnswerLanguage language) => new()
    {
        DeliveryId = receipt.DeliveryId,
        Category = receipt.Category,
        FileName = receipt.FileName,
        Sha256 = receipt.Sha256,
        Bytes = receipt.Bytes,
        Format = receipt.Format,
        DeliveredBy = receipt.DeliveredBy,
        StartedAt = receipt.StartedAt,
        FinishedAt = receipt.FinishedAt,
        Read = receipt.Read,
        Taken = receipt.Taken,
        Unchanged = receipt.Unchanged,
        Updated = receipt.Updated,
        Rejected = receipt.Rejected,
        Reasons = [.. receipt.Reasons.Select(reason => new ReasonAnswer(reason.Code, reason.Column, reason.Count, language == AnswerLanguage.Chinese ? reason.Chinese : reason.English))],
        Notes = [.. receipt.Notes.Select(note => new NoteAnswer(note.Code, note.Column, language == AnswerLanguage.Chinese ? note.Chinese : note.English))],
    };
}

/// <summary>How many rows were rejected for a reason.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Column">The column at fault; empty for the whole row.</param>
/// <param name="Count">Rows.</param>
/// <param name="Reason">The reason and what to do.</param>
internal sealed record ReasonAnswer(string Code, string Column, long Count, string Reason);

/// <summary>What else should be known of a delivery.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Column">What it is about.</param>
/// <param name="Note">What it is and what to do.</param>
internal sealed record NoteAnswer(string Code, string Column, string Note);

/// <summary>A page of deliveries, the latest first.</summary>
/// <param name="Items">The deliveries.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Items, string? Next);

/// <summary>A delivery in a list.</summary>
/// <param name="DeliveryId">Its number.</param>
/// <param name="Category">What the file is.</param>
/// <param name="FileName">The name under which it was delivered.</param>
/// <param name="DeliveredBy">Who delivered it.</param>
/// <param name="StartedAt">When taking it began.</param>
/// <param name="FinishedAt">When it was finished; missing while it is not.</param>
/// <param name="Read">Rows dealt with.</param>
/// <param name="Rejected">Rows that could not be used.</param>
internal sealed record DeliveryItem(
    long DeliveryId, string Category, string FileName, string DeliveredBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long Read, long Rejected);
