using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Importing;

/// <summary>
/// Takes rows of the register that say something else than when they were last delivered: a change for each, with what it said before. What an officer
/// decided in the meantime stands, and columns that the file does not have are left alone. A citizen number that a spreadsheet rounded
/// gives way to the valid one.
/// </summary>
internal sealed class DeliveredValues(Store store, Delivery delivery, IReadOnlyList<RegisterField> columns, DateOnly describedDay, TimeProvider clock)
{
    private const string Reason = "delivery";

    /// <summary>Takes the rows.</summary>
    /// <param name="write">The turn, which the caller commits.</param>
    /// <param name="rows">Registrations that the store has, in kept form, with the digest of each row.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many of them changed something.</returns>
    public async Task<int> TakeAsync(StoreWrite write, IReadOnlyDictionary<string, (RegistrationContent Content, long Digest)> rows, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Dictionary<string, (Registration Row, RegistrationHistory History)> known = await StoredHistories
            .LoadAsync(write.Context, store.Keys, [.. rows.Keys], cancellation).ConfigureAwait(false);
        List<(StoredChange Change, ChangeEffect Effect)> changes = [];
        foreach ((string id, (RegistrationContent content, long digest)) in rows)
        {
            if (!known.TryGetValue(id, out (Registration Row, RegistrationHistory History) its))
            {
                // It was taken back since its digest was read.
                throw new DbUpdateConcurrencyException($"Registration '{id}' is gone.");
            }

            (Registration row, RegistrationHistory history) = its;
            ILookup<bool, RegisterField> others = OtherFields(history, content);
            // A row of which an officer's word kept something out is looked at again whenever it comes: the word may be taken back.
            row.Digest = others[true].Any() ? row.Digest : digest;
            row.DeliveryId = delivery.DeliveryId;
            ImmutableArray<FieldChange> fields = NewValues(history, content, others[false]);
            if (fields.IsEmpty)
            {
                continue;
            }

            StoredChange change = new()
            {
                ChangeId = Guid.CreateVersion7(now),
                Kind = (int)ChangeKind.Delivery,
                ValidFrom = describedDay,
                RecordedAt = now,
                ActedBy = delivery.DeliveredBy,
                Rule = Reason,
                Reason = delivery.FileName,
                DeliveryId = delivery.DeliveryId,
            };
            changes.Add((change, new ChangeEffect(id, fields)));
        }

        write.Context.AddRange(changes.Select(one => one.Change));
        await write.Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach ((StoredChange change, ChangeEffect effect) in changes)
        {
            (Registration row, RegistrationHistory history) = known[effect.RegistrationId];
            write.Context.Add(EffectForm.Write(store.Keys, change.Sequence, effect));
            HistoryEntry entry = new(
                new Change(change.ChangeId, change.Sequence, ChangeKind.Delivery, change.ValidFrom, change.RecordedAt, change.ActedBy, "", Reason, delivery.FileName, [], null, false),
                effect.Fields);

            // What is valid later than this file describes stays on top of it: the row is what the whole history comes to.
            row.Take(history.With(entry).Present, store.Keys);
            row.Version++;
        }

        await write.Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        write.Context.ChangeTracker.Clear();
        return changes.Count;
    }

    // The fields in which the file says something else than files did before, by whether an officer decided on them.
    private ILookup<bool, RegisterField> OtherFields(RegistrationHistory history, RegistrationContent delivered)
    {
        RegistrationContent before = history.AsDelivered;
        return columns
            .Where(field => field != RegisterField.RegistrationId && before[field] != delivered[field])
            .Where(field => field != RegisterField.CitizenNumber || !IsRounded(delivered) || !before.Number.IsValid)
            .ToLookup(history.IsDecided);
    }

    private ImmutableArray<FieldChange> NewValues(RegistrationHistory history, RegistrationContent delivered, IEnumerable<RegisterField> fields)
    {
        RegistrationContent valid = history.StateOn(describedDay);
        return [.. fields.Select(field => new FieldChange(field, valid[field], delivered[field]))];
    }

    // Of a number that a spreadsheet rounded nothing is left that the register does not know better.
    private static bool IsRounded(RegistrationContent content) => content.Number.Fault.HasFlag(CitizenNumberFault.SpreadsheetRounded);
}
