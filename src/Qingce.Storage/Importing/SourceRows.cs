using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;

namespace Qingce.Storage.Importing;

/// <summary>Source records: new ones by the bulk path; of one that came before with other values the former version is kept.</summary>
internal sealed class SourceRows(Store store, Delivery delivery, int category, TimeProvider clock) : DeliveryRows(store.Keys, delivery)
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
        DateTimeOffset now = clock.GetUtcNow();
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
            write.Context.AddRange(replaced.Select(former => Version(former, now)));
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

    private SourceRecordRows NewRows() => new(Keys, category, Delivery.DeliveryId, Delivery.StartedAt);

    private static SourceRecordVersion Version(SourceRecord former, DateTimeOffset now) => new()
    {
        Category = former.Category,
        SourceRecordId = former.SourceRecordId,
        Version = former.Version,
        Plain = PlainFields(former),
        Sealed = former.Sealed,
        KnownFrom = former.KnownFrom,
        KnownUntil = now,
        DeliveryId = former.DeliveryId,
    };

    private static string PlainFields(SourceRecord record)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach ((string name, string? value) in (ReadOnlySpan<(string, string?)>)
                [
                    ("source", record.Source), ("event_kind", record.EventKind), ("event_date", record.EventDate), ("name", record.Name), ("sex", record.Sex),
                    ("birth_date", record.BirthDate), ("ethnicity", record.Ethnicity), ("relation", record.Relation), ("counterpart_name", record.CounterpartName),
                    ("division", record.Division), ("document_kind", record.DocumentKind), ("issuing_authority", record.IssuingAuthority),
                    ("issued_on", record.IssuedOn), ("valid_until", record.ValidUntil), ("status", record.Status), ("event_place", record.EventPlace),
                    ("handler", record.Handler), ("recorded_at", record.RecordedAt),
                ])
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
