using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage.Importing;

/// <summary>What became of a delivered file. Read = Taken + Unchanged + Updated + Rejected, always.</summary>
/// <param name="DeliveryId">Number of the delivery.</param>
/// <param name="Category"><c>register</c>, <c>changes</c>, <c>coverage</c> or the two digits of a source category.</param>
/// <param name="FileName">The file's name as delivered.</param>
/// <param name="Sha256">SHA-256 of the file in small hexadecimal letters.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Format">What it is written in.</param>
/// <param name="DeliveredBy">Who delivered it.</param>
/// <param name="StartedAt">Instant when taking it began.</param>
/// <param name="FinishedAt">Instant when it was finished; null while it is not.</param>
/// <param name="Read">Rows dealt with.</param>
/// <param name="Taken">Rows that were new.</param>
/// <param name="Unchanged">Rows that said what was known.</param>
/// <param name="Updated">Rows that brought other values, kept beside the former ones.</param>
/// <param name="Rejected">Rows that could not be used.</param>
/// <param name="Reasons">Of the rejected rows, how many for which reason.</param>
/// <param name="Notes">What else the person should know.</param>
/// <param name="WasTakenBefore">Whether the same file had been taken before, so that nothing was done now.</param>
public sealed record DeliveryReceipt(
    long DeliveryId,
    string Category,
    string FileName,
    string Sha256,
    long Bytes,
    string Format,
    string DeliveredBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    long Read,
    long Taken,
    long Unchanged,
    long Updated,
    long Rejected,
    IReadOnlyList<RejectCount> Reasons,
    IReadOnlyList<DeliveryNote> Notes,
    bool WasTakenBefore)
{
    /// <summary>The receipt of a delivery as it stands; null when there is no such delivery.</summary>
    public static async Task<DeliveryReceipt?> FindAsync(RegisterContext context, long deliveryId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        Delivery? delivery = await context.Deliveries.AsNoTracking()
            .SingleOrDefaultAsync(delivery => delivery.DeliveryId == deliveryId, cancellation).ConfigureAwait(false);
        return delivery is null ? null : await OfAsync(context, delivery, wasTakenBefore: false, cancellation).ConfigureAwait(false);
    }

    internal static async Task<DeliveryReceipt> OfAsync(RegisterContext context, Delivery delivery, bool wasTakenBefore, CancellationToken cancellation)
    {
        IQueryable<DeliveryReject> told = context.DeliveryRejects.Where(reject => reject.DeliveryId == delivery.DeliveryId);
        List<RejectCount> reasons = await told.Where(reject => reject.Row != DeliveryNote.Row)
            .GroupBy(reject => new { reject.Code, reject.Column })
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Code).ThenBy(group => group.Key.Column)
            .Select(group => new RejectCount(group.Key.Code, group.Key.Column, group.Count(), group.Min(reject => reject.English)!, group.Min(reject => reject.Chinese)!))
            .ToListAsync(cancellation).ConfigureAwait(false);
        List<DeliveryNote> notes = await told.Where(reject => reject.Row == DeliveryNote.Row).OrderBy(reject => reject.Column)
            .Select(reject => new DeliveryNote(reject.Code, reject.Column, reject.English, reject.Chinese)).ToListAsync(cancellation).ConfigureAwait(false);
        return new DeliveryReceipt(
            delivery.DeliveryId, delivery.Category, delivery.FileName, delivery.Sha256, delivery.Bytes, delivery.Format ?? "", delivery.DeliveredBy,
            delivery.StartedAt, delivery.FinishedAt, delivery.RowsRead, delivery.Taken, delivery.Unchanged, delivery.Updated, delivery.Rejected, reasons, notes,
            wasTakenBefore);
    }
}

/// <summary>How many rows were rejected for a reason.</summary>
/// <param name="Code">Stable code of the reason.</param>
/// <param name="Column">The column at fault; empty for the whole row.</param>
/// <param name="Count">Rows.</param>
/// <param name="English">The reason and what to do; of several wordings the first.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record RejectCount(string Code, string Column, long Count, string English, string Chinese);

/// <summary>What a person should know of a delivery beside its rejected rows. Kept among the rejects, as of no row.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Column">What it is about: columns, with commas between.</param>
/// <param name="English">What it is, how often and where first.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record DeliveryNote(string Code, string Column, string English, string Chinese)
{
    internal const long Row = 0;
}
