using System.Data.Common;
using System.Globalization;
using System.Text;
using Qingce.Exchange.Values;
using Qingce.Register;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Changes;

/// <summary>
/// Reads histories to be shown: with the evidence of changes and with past changes, in one turn to the database, since a history is opened more often than anything
/// else.
/// </summary>
internal static class ShownHistories
{
    private const string OfEffects = """
        e.registration_id, e.sequence, e.plain, e.sealed, c.sequence, c.change_id, c.kind, c.valid_from, c.recorded_at, c.acted_by, c.confirmed_by, c.rule,
        c.reason, c.sealed, c.refers_to, c.is_provisional
        """;

    private const string OfPastChanges = """
        p.registration_id, p.changed_on, p.field, p.reason, p.document_kind, p.handler, p.agent, p.sealed, d.started_at
        """;

    /// <summary>The histories of registrations, and of those that count as never made; none for an id that never was.</summary>
    /// <exception cref="SealBrokenException">An envelope does not open.</exception>
    public static async Task<List<StoredHistory>> ReadAsync(Store store, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        Keyring keys = store.Keys;
        await using DbConnection connection = await store.OpenReaderAsync(cancellation).ConfigureAwait(false);
        await using DbCommand command = connection.CreateCommand();
        string among = command.Among(ids);
        command.CommandText = $"""
            SELECT {RegistrationReader.Columns} FROM registrations WHERE registration_id {among};
            SELECT {OfEffects} FROM change_effects e JOIN changes c ON c.sequence = e.sequence WHERE e.registration_id {among};
            SELECT {OfPastChanges} FROM past_changes p JOIN deliveries d ON d.delivery_id = p.delivery_id WHERE p.registration_id {among} ORDER BY p.delivery_id, p."row"
            """;
        await using DbDataReader answer = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        List<Registration> rows = await answer.RowsAsync(RegistrationReader.Read, cancellation).ConfigureAwait(false);
        await answer.NextResultAsync(cancellation).ConfigureAwait(false);
        List<(StoredEffect, Change)> effects = await answer.RowsAsync(row => Effect(row, keys), cancellation).ConfigureAwait(false);
        await answer.NextResultAsync(cancellation).ConfigureAwait(false);
        List<(string Id, PastChange Change)> past = await answer.RowsAsync(row => PastChange(row, keys), cancellation).ConfigureAwait(false);
        return StoredHistories.Fold(rows, effects, past.ToLookup(one => one.Id, one => one.Change, StringComparer.Ordinal), keys);
    }

    /// <summary>The same by the ids, for those who ask for one each.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredHistory>> ByIdAsync(Store store, IReadOnlyCollection<string> ids) =>
        (await ReadAsync(store, ids, CancellationToken.None).ConfigureAwait(false)).ToDictionary(one => one.History.RegistrationId, StringComparer.Ordinal);

    private static (StoredEffect Effect, Change Change) Effect(DbDataReader answer, Keyring keys)
    {
        // Both in the order of the columns: an object initializer is evaluated as it is written.
        RowCursor row = new(answer);
        StoredEffect effect = new() { RegistrationId = row.Word(), Sequence = row.Int64(), Plain = row.Text(), Sealed = row.Bytes() };
        StoredChange change = new()
        {
            Sequence = row.Int64(),
            ChangeId = row.Guid(),
            Kind = row.Int32(),
            ValidFrom = row.Day(),
            RecordedAt = row.Instant(),
            ActedBy = row.Word(),
            ConfirmedBy = row.Text(),
            Rule = row.Text(),
            Reason = row.Text(),
            Sealed = row.Bytes(),
            RefersTo = row.GuidOrNone(),
            IsProvisional = row.Boolean(),
        };
        return (effect, change.Read(change.Evidence(keys)));
    }

    private static (string Id, PastChange Change) PastChange(DbDataReader answer, Keyring keys)
    {
        RowCursor row = new(answer);
        string id = row.Word();
        string? day = row.Text();
        RegisterField? field = RegisterFields.TryFind(row.Text() ?? "", out RegisterField found) ? found : null;
        (string reason, string kind, string handler, string agent) = (row.Text() ?? "", row.Text() ?? "", row.Text() ?? "", row.Text() ?? "");
        (string before, string after, string number) = Open(keys, id, row.Bytes());
        return (id, new PastChange
        {
            ChangedOn = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly on) ? on : null,
            Field = field,
            Old = Kept(field, before),
            New = Kept(field, after),
            Reason = reason,
            DocumentKind = kind,
            DocumentNumber = number,
            Handler = handler,
            Agent = agent,
            RecordedAt = row.Instant(),
        });
    }

    private static string Kept(RegisterField? field, string text) => field is { } one ? FieldReading.Of(one.Shape, text).Text : text;

    // The numbers are the positions in the file.
    private static (string Old, string New, string Number) Open(Keyring keys, string id, byte[]? envelope)
    {
        (string before, string after, string number) = ("", "", "");
        if (envelope is not null)
        {
            ReadOnlySpan<byte> rest = keys.Open(EnvelopePurpose.PastChange, id, envelope);
            while (SealedFields.TryRead(ref rest, out byte position, out ReadOnlySpan<byte> text))
            {
                string value = Encoding.UTF8.GetString(text);
                (before, after, number) = position switch
                {
                    3 => (value, after, number),
                    4 => (before, value, number),
                    _ => (before, after, value),
                };
            }
        }

        return (before, after, number);
    }
}
