using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Sealing;
using Qingce.Tables;

namespace Qingce.Storage.Importing;

/// <summary>The rejected rows of a delivery as a file for whoever delivered it: row, column, code, what stood there, and the reason in both languages.</summary>
public static class RejectFile
{
    private const int RowsAtOnce = 10_000;

    private static readonly TableSchema Schema = new(
        ColumnSpec.Whole("row"), ColumnSpec.Text("column"), ColumnSpec.Text("code"), ColumnSpec.Text("value"), ColumnSpec.Text("reason_zh"), ColumnSpec.Text("reason_en"));

    /// <summary>Writes the file in the order of the rows, with its header also when no row was rejected.</summary>
    /// <param name="store">The register.</param>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="path">A name that ends in .csv or .parquet.</param>
    /// <param name="cancellation">Ends it; the unfinished file is removed.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="TableWriteException">The file cannot be written.</exception>
    /// <exception cref="SealBrokenException">A row does not open.</exception>
    public static async Task<long> WriteAsync(Store store, long deliveryId, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using RegisterContext context = store.Read();
        string subject = await context.Deliveries.Where(one => one.DeliveryId == deliveryId).Select(one => one.Sha256)
            .SingleOrDefaultAsync(cancellation).ConfigureAwait(false) ?? "";
        using TableWriter file = TableWriter.Create(path, Schema, new WriteOptions { FormulaGuard = true });
        BatchBuilder batch = new(Schema);
        long after = DeliveryNote.Row;
        long written = 0;
        while (true)
        {
            List<DeliveryReject> rejects = await context.DeliveryRejects.AsNoTracking()
                .Where(one => one.DeliveryId == deliveryId && one.Row > after)
                .OrderBy(one => one.Row).Take(RowsAtOnce).ToListAsync(cancellation).ConfigureAwait(false);
            if (rejects.Count == 0)
            {
                break;
            }

            foreach (DeliveryReject reject in rejects)
            {
                batch.Whole(0).Append(reject.Row);
                batch.Text(1).Append(reject.Column);
                batch.Text(2).Append(reject.Code);
                batch.Text(3).Append(reject.Sealed is { } envelope ? Encoding.UTF8.GetString(store.Keys.Open(EnvelopePurpose.Reject, subject, envelope)) : "");
                batch.Text(4).Append(reject.Chinese);
                batch.Text(5).Append(reject.English);
            }

            written += rejects.Count;
            after = rejects[^1].Row;
            file.Write(batch);
            batch.Clear();
        }

        file.Finish();
        return written;
    }
}
