using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Changes;
using Qingce.Storage.Importing;
using Qingce.Storage.Schema;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Sealing;

/// <summary>
/// Brings the rows of a store of before the index of papers into it, batch by batch, while others read and write: each batch is a transaction that also says how far
/// the table is, so that a filling that was stopped goes on where it was. What is written since the index is there is in it from the beginning.
/// </summary>
public static class FillPaperKeys
{
    private const int BatchRows = 2_000;
    private const int ChangeNumberField = 7;

    private static readonly string PaperTokens = string.Join(", ", SettlementPapers.Kinds.Select(kind => $"'{CodeLists.DocumentKinds.Token(kind)}'"));
    private static readonly int[] Categories = [.. SettlementPapers.Kinds.Select(SettlementPapers.CategoryOf).Order()];

    /// <summary>Whether every row that has a paper can be found by it.</summary>
    /// <param name="context">What to read it with.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<bool> IsDoneAsync(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !await context.IndexFillings.AnyAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Brings in what is left; nothing, as a rule.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">Told the table and how many rows got a key so far.</param>
    /// <param name="cancellation">Ends it after the batch at hand.</param>
    /// <returns>How many rows got a key.</returns>
    public static async Task<long> RunAsync(Store store, IProgress<(string Table, long Filled)>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        long filled = 0;
        while (await BatchAsync(store, cancellation).ConfigureAwait(false) is var (table, rows))
        {
            filled += rows;
            progress?.Report((table, filled));
        }

        return filled;
    }

    private static async Task<(string Table, int Filled)?> BatchAsync(Store store, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        IndexFilling? filling = await write.Context.IndexFillings.AsNoTracking().OrderBy(one => one.Table).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (filling is null)
        {
            return null;
        }

        object[]? after = filling.Position is { } position ? KeyPosition.Read(position) : null;
        (int filled, object[]? last) = filling.Table switch
        {
            "change_papers" => await ChangesAsync(store, write, after, cancellation).ConfigureAwait(false),
            "past_changes" => await PastChangesAsync(store, write, after, cancellation).ConfigureAwait(false),
            "source_records" => await SourceRecordsAsync(store, write, after, cancellation).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"No index of papers over {filling.Table}."),
        };

        // Another program may be at it as well, and may have come further.
        IQueryable<IndexFilling> state = write.Context.IndexFillings.Where(one => one.Table == filling.Table);
        string? next = last is null ? null : KeyPosition.Write(last);
        _ = next is null
            ? await state.ExecuteDeleteAsync(cancellation).ConfigureAwait(false)
            : await state.ExecuteUpdateAsync(set => set.SetProperty(one => one.Position, next), cancellation).ConfigureAwait(false);
        await write.CommitAsync(cancellation).ConfigureAwait(false);
        return (filling.Table, filled);
    }

    private static async Task<(int Filled, object[]? Last)> ChangesAsync(Store store, StoreWrite write, object[]? after, CancellationToken cancellation)
    {
        long from = after is null ? 0 : (long)after[0];
        List<StoredChange> changes = await write.Context.Changes.AsNoTracking()
            .Where(change => change.Sequence > from && change.Kind == (int)Settlements.Kind && change.Sealed != null)
            .OrderBy(change => change.Sequence).Take(BatchRows).ToListAsync(cancellation).ConfigureAwait(false);
        int filled = 0;
        await using DbCommand insert = Command(write, "INSERT INTO change_papers (paper_key, sequence) VALUES (@p0, @p1) ON CONFLICT DO NOTHING", 0L, 0L);
        foreach (ChangePaper paper in changes.SelectMany(change => KeysOf(store.Keys, change)))
        {
            filled += await RunAsync(insert, cancellation, paper.PaperKey, paper.Sequence).ConfigureAwait(false);
        }

        return (filled, changes.Count < BatchRows ? null : [changes[^1].Sequence]);
    }

    private static async Task<(int Filled, object[]? Last)> PastChangesAsync(Store store, StoreWrite write, object[]? after, CancellationToken cancellation)
    {
        after ??= [0L, 0L];
        List<(long Delivery, long Row, string Id, string Kind, byte[] Sealed)> rows;
        await using (DbCommand select = Command(
            write,
            $"""
            SELECT delivery_id, "row", registration_id, document_kind, sealed FROM past_changes
            WHERE (delivery_id, "row") > (@p0, @p1) AND field = '{ChangedFields.Registration}' AND document_kind IN ({PaperTokens}) AND sealed IS NOT NULL
            ORDER BY delivery_id, "row" LIMIT {BatchRows}
            """,
            after))
        await using (DbDataReader answer = await select.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
        {
            rows = await answer.RowsAsync(
                row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetFieldValue<byte[]>(4)), cancellation).ConfigureAwait(false);
        }

        int filled = 0;
        await using DbCommand update = Command(
            write, "UPDATE past_changes SET paper_key = @p0 WHERE delivery_id = @p1 AND \"row\" = @p2 AND paper_key IS NULL", 0L, 0L, 0L);
        foreach ((long delivery, long row, string id, string kind, byte[] envelope) in rows)
        {
            if (CodeLists.DocumentKinds.TryRead(kind, out DocumentKind paper)
                && KeyOf(store.Keys, paper, EnvelopePurpose.PastChange, id, envelope, ChangeNumberField) is { } key)
            {
                filled += await RunAsync(update, cancellation, key, delivery, row).ConfigureAwait(false);
            }
        }

        return (filled, rows.Count < BatchRows ? null : [rows[^1].Delivery, rows[^1].Row]);
    }

    private static async Task<(int Filled, object[]? Last)> SourceRecordsAsync(Store store, StoreWrite write, object[]? after, CancellationToken cancellation)
    {
        int category = after is null ? Categories[0] : (int)(long)after[0];
        List<(string Id, int Version, byte[] Sealed)> rows;
        await using (DbCommand select = Command(
            write,
            $"""
            SELECT source_record_id, version, sealed FROM source_records
            WHERE category = @p0 AND source_record_id > @p1 AND sealed IS NOT NULL ORDER BY source_record_id LIMIT {BatchRows}
            """,
            category, after is null ? "" : after[1]))
        await using (DbDataReader answer = await select.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
        {
            rows = await answer.RowsAsync(row => (row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2)), cancellation).ConfigureAwait(false);
        }

        // A version that came meanwhile has its own key.
        int filled = 0;
        await using DbCommand update = Command(
            write, "UPDATE source_records SET paper_key = @p0 WHERE category = @p1 AND source_record_id = @p2 AND version = @p3 AND paper_key IS NULL", 0L, category, "", 0);
        foreach ((string id, int version, byte[] envelope) in rows)
        {
            if (KeyOf(store.Keys, SettlementPapers.IssuedBy(category), EnvelopePurpose.SourceRecord, id, envelope, SourceRecordRows.Sealed[^1]) is { } key)
            {
                filled += await RunAsync(update, cancellation, key, category, id, version).ConfigureAwait(false);
            }
        }

        int next = Array.IndexOf(Categories, category) + 1;
        return (filled, rows.Count == BatchRows ? [category, rows[^1].Id] : next < Categories.Length ? [Categories[next], ""] : null);
    }

    private static long? KeyOf(Keyring keys, DocumentKind kind, EnvelopePurpose purpose, string subject, byte[] envelope, int numberField)
    {
        try
        {
            ReadOnlySpan<byte> rest = keys.Open(purpose, subject, envelope);
            while (SealedFields.TryRead(ref rest, out byte field, out ReadOnlySpan<byte> text))
            {
                if (field == numberField)
                {
                    return SearchKeys.OfPaper(keys, kind, text);
                }
            }
        }
        catch (SealBrokenException)
        {
            // A damaged row keeps nobody from the others; whoever reads it next is told.
        }

        return null;
    }

    private static IEnumerable<ChangePaper> KeysOf(Keyring keys, StoredChange change)
    {
        try
        {
            return Settlements.KeysOf(change.Read(change.Evidence(keys)), keys);
        }
        catch (SealBrokenException)
        {
            return [];
        }
    }

    private static DbCommand Command(StoreWrite write, string sql, params object[] values)
    {
        DbCommand command = write.Transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (write.Transaction, sql);
        foreach ((int number, object value) in values.Index())
        {
            command.Add(number, value);
        }

        return command;
    }

    private static Task<int> RunAsync(DbCommand command, CancellationToken cancellation, params ReadOnlySpan<object> values)
    {
        for (int number = 0; number < values.Length; number++)
        {
            command.Parameters[number].Value = values[number];
        }

        return command.ExecuteNonQueryAsync(cancellation);
    }
}
