using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Bulk;

namespace Qingce.Storage.Importing;

/// <summary>Source records: new ones by the bulk path; of one that came before with other values the former version is kept.</summary>
internal sealed class SourceRows(Store store, Delivery delivery, int category, TimeProvider clock) : DeliveryRows(store.Keys, delivery, clock)
{
    private const int IdField = 1;

    private bool _asksFirst = true;

    public override async Task BeginAsync(RegisterContext context, CancellationToken cancellation) =>
        _asksFirst = await context.SourceRecords
            .AnyAsync(one => one.Category == category && (one.DeliveryId == null || one.DeliveryId != Delivery.DeliveryId), cancellation).ConfigureAwait(false);

    public override async Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        string[] ids = Ids(chunk, IdField);
        Dictionary<string, SourceRecord> known = _asksFirst
            ? await write.Context.SourceRecords.AsNoTracking().Where(one => one.Category == category && EF.Parameter(ids).Contains(one.SourceRecordId))
                .ToDictionaryAsync(one => one.SourceRecordId, StringComparer.Ordinal, cancellation).ConfigureAwait(false)
            : [];
        DateTimeOffset now = Clock.GetUtcNow();
        List<SourceRecord> replaced = [];
        SourceRecordRows rows = (SourceRecordRows)(prepared.Rows ??= NewRows());
        bool isReady = prepared.HasRows && known.Count == 0 && ids.Length == chunk.RowCount;
        if (!isReady)
        {
            rows.Clear();
        }

        for (int row = 0, taken = 0; row < chunk.RowCount && !isReady; row++)
        {
            if (!chunk.IsTaken(row))
            {
                continue;
            }

            if (!known.TryGetValue(ids[taken++], out SourceRecord? former))
            {
                rows.Append(chunk, row, prepared.Digest(row), version: 1);
            }
            else if (former.Digest != prepared.Digest(row))
            {
                replaced.Add(former);
                rows.Append(chunk, row, prepared.Digest(row), former.Version + 1);
            }
        }

        if (replaced.Count > 0)
        {
            string[] gone = [.. replaced.Select(former => former.SourceRecordId)];
            write.Context.AddRange(replaced.Select(former => former.AsVersion(former.Version, now)));
            await write.Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            write.Context.ChangeTracker.Clear();
            await write.Context.SourceRecords.Where(one => one.Category == category && EF.Parameter(gone).Contains(one.SourceRecordId))
                .ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        }

        if (rows.Count > 0)
        {
            await store.InsertAsync(write, rows, cancellation).ConfigureAwait(false);
        }

        return new ChunkCounts(ids.Length - known.Count, known.Count - replaced.Count, replaced.Count);
    }

    public override async Task<IReadOnlyList<DeliveryNote>> ConcludeAsync(StoreWrite write, CancellationToken cancellation)
    {
        if (!_asksFirst)
        {
            await store.AnalyseAsync(write, BulkTable.SourceRecords.Name, category, cancellation).ConfigureAwait(false);
        }

        return [];
    }

    protected override void Prepare(DeliveryChunk chunk, PreparedChunk prepared)
    {
        if (_asksFirst)
        {
            return;
        }

        SourceRecordRows rows = (SourceRecordRows)(prepared.Rows ??= NewRows());
        rows.Clear();
        for (int row = 0; row < chunk.RowCount; row++)
        {
            rows.Append(chunk, row, prepared.Digest(row), version: 1);
        }

        prepared.HasRows = true;
    }

    private SourceRecordRows NewRows() => new(Keys, category, Delivery.DeliveryId, Begun);
}
