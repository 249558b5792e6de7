using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage.Sealing;

/// <summary>
/// Brings every envelope under a new data key, batch by batch, while others read and write: each batch is a transaction that also says how far the
/// table is, so a rotation that was stopped goes on where it was. The older keys are kept, retired: a backup needs them.
/// </summary>
public static class RotateKeys
{
    private const int BatchRows = 2_000;

    /// <summary>Rotates the data key, or goes on with a rotation that was stopped.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cipher">The cipher of the new key; null for that of the present one.</param>
    /// <param name="progress">Told the table and how many envelopes were resealed so far.</param>
    /// <param name="cancellation">Ends it after the batch at hand.</param>
    /// <returns>How many envelopes were resealed.</returns>
    /// <exception cref="SealBrokenException">An envelope does not open; everything before it is resealed.</exception>
    public static async Task<long> RunAsync(
        Store store, SealingCipher? cipher, IProgress<(string Table, long Resealed)>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        int toKey = await BeginAsync(store, cipher, cancellation).ConfigureAwait(false);
        long resealed = 0;
        foreach (SealedTable table in SealedTable.All)
        {
            // Whoever had not heard of the new key may have sealed with the older one behind the rotation's back: go round until nothing is left.
            long round;
            do
            {
                round = 0;
                for (bool more = true; more;)
                {
                    (int rows, more) = await ResealBatchAsync(store, table, toKey, round == 0, cancellation).ConfigureAwait(false);
                    round += rows;
                    progress?.Report((table.Table, resealed + round));
                }

                resealed += round;
            }
            while (round > 0);
        }

        await RetireAsync(store, toKey, cancellation).ConfigureAwait(false);
        return resealed;
    }

    /// <summary>Adds a key to the key file and wraps every data key with it. The older keys stay in the file for backups of the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RewrapAsync(Store store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        KeyFile file = store.DataKeys.ReadFile();
        file.AddKey(store.Options.Clock.GetUtcNow());
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        foreach (DataKey key in await write.Context.DataKeys.ToListAsync(cancellation).ConfigureAwait(false))
        {
            key.Wrapped = file.Wrap(file.Unwrap(key), key.KeyId);
            key.WrappedBy = file.CurrentId;
        }

        await write.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> BeginAsync(Store store, SealingCipher? cipher, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        List<Resealing> open = await write.Context.Resealing.Where(table => !table.IsDone).ToListAsync(cancellation).ConfigureAwait(false);
        if (open.Count > 0)
        {
            return open.Max(table => table.ToKey);
        }

        DataKey last = await write.Context.DataKeys.OrderByDescending(key => key.KeyId).FirstAsync(cancellation).ConfigureAwait(false);
        if (await write.Context.Resealing.AnyAsync(table => table.ToKey == last.KeyId, cancellation).ConfigureAwait(false)
            && await write.Context.DataKeys.AnyAsync(key => key.Use == DataKeyUse.Envelope && key.KeyId < last.KeyId && key.RetiredAt == null, cancellation)
                .ConfigureAwait(false))
        {
            // It was ended between its last batch and the retiring of what it replaced. A further key would have everything resealed once more.
            return last.KeyId;
        }

        DataKey next = store.DataKeys.Make(write.Context, last.KeyId + 1, DataKeyUse.Envelope, cipher ?? last.Cipher);
        write.Context.AddRange(SealedTable.All.Select(table => new Resealing { Table = table.Table, ToKey = next.KeyId }));
        await write.CommitAsync(cancellation).ConfigureAwait(false);
        store.Keys.Reload!();
        return next.KeyId;
    }

    private static async Task<(int Resealed, bool More)> ResealBatchAsync(Store store, SealedTable table, int toKey, bool nothingYet, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        Resealing state = await write.Context.Resealing.SingleAsync(one => one.Table == table.Table && one.ToKey == toKey, cancellation).ConfigureAwait(false);
        List<(object[] Key, string Subject, byte[] Envelope)> rows = await ReadAsync(write, table, state.Position, cancellation).ConfigureAwait(false);
        int resealed = 0;
        await using DbCommand update = Command(
            write, $"UPDATE {table.Table} SET sealed = @new WHERE {string.Join(" AND ", table.Key.Select((key, i) => $"\"{key}\" = @k{i}"))} AND sealed = @old");
        DbParameter setNew = Bind(update, "new"), setOld = Bind(update, "old");
        DbParameter[] setKey = [.. table.Key.Select((_, i) => Bind(update, string.Create(CultureInfo.InvariantCulture, $"k{i}")))];
        foreach ((object[] key, string subject, byte[] envelope) in rows)
        {
            if (Keyring.KeyOf(envelope) < toKey && store.Keys.Reseal(table.Purpose, subject, envelope) is { } anew)
            {
                (setNew.Value, setOld.Value) = (anew, envelope);
                for (int i = 0; i < key.Length; i++)
                {
                    setKey[i].Value = key[i];
                }

                resealed += Math.Min(1, await update.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false));
            }
        }

        bool more = rows.Count >= BatchRows;
        state.Position = more ? KeyPosition.Write(rows[^1].Key) : null;
        state.IsDone = !more && nothingYet && resealed == 0;
        await write.CommitAsync(cancellation).ConfigureAwait(false);
        return (resealed, more);
    }

    private static async Task<List<(object[] Key, string Subject, byte[] Envelope)>> ReadAsync(
        StoreWrite write, SealedTable table, string? position, CancellationToken cancellation)
    {
        string keys = string.Join(", ", table.Key.Select(key => $"t.\"{key}\""));
        object[] after = position is null ? [] : KeyPosition.Read(position);
        string from = after.Length == 0 ? "" : $" AND ({keys}) >= ({string.Join(", ", after.Select((_, i) => $"@k{i}"))})";
        await using DbCommand select = Command(
            write, $"SELECT {keys}, {table.Subject}, t.sealed FROM {table.Table} t WHERE t.sealed IS NOT NULL{from} ORDER BY {keys} LIMIT {BatchRows}");
        for (int i = 0; i < after.Length; i++)
        {
            Bind(select, string.Create(CultureInfo.InvariantCulture, $"k{i}")).Value = after[i];
        }

        List<(object[], string, byte[])> rows = [];
        await using DbDataReader reader = await select.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            object[] key = [.. Enumerable.Range(0, table.Key.Length).Select(reader.GetValue)];
            rows.Add((key, reader.GetString(key.Length), reader.GetFieldValue<byte[]>(key.Length + 1)));
        }

        return rows;
    }

    private static async Task RetireAsync(Store store, int toKey, CancellationToken cancellation)
    {
        DateTimeOffset now = store.Options.Clock.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        foreach (DataKey key in await write.Context.DataKeys.Where(key => key.Use == DataKeyUse.Envelope && key.KeyId < toKey && key.RetiredAt == null)
            .ToListAsync(cancellation).ConfigureAwait(false))
        {
            key.RetiredAt = now;
        }

        await write.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static DbCommand Command(StoreWrite write, string sql)
    {
        DbCommand command = write.Transaction.Connection!.CreateCommand();
        command.Transaction = write.Transaction;
        command.CommandText = sql;
        return command;
    }

    private static DbParameter Bind(DbCommand command, string name)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
