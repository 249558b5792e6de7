using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Importing;

/// <summary>
/// Takes rows of the register that say something else than when they were last delivered: a change for each, with what it said before. What an officer
/// decided in the meantime stands over what is recorded here, and columns that the file does not have are left alone. A citizen number that a spreadsheet rounded
/// gives way to the valid one, and an empty cell to what a registration cannot be without. A registration that counts as never made is made anew.
/// </summary>
internal sealed class DeliveredValues(Store store, Delivery delivery, IReadOnlyList<RegisterField> columns, DateOnly describedDay, TimeProvider clock)
{
    private const string Reason = "delivery";

    /// <summary>What the file left empty and the register keeps.</summary>
    public KeptValues Kept { get; } = new();

    /// <summary>Takes the rows.</summary>
    /// <param name="write">The turn, which the caller commits.</param>
    /// <param name="rows">Rows of registrations that the store has or that count as never made.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many of those that the store has changed.</returns>
    public async Task<int> TakeAsync(StoreWrite write, IReadOnlyDictionary<string, DeliveredRow> rows, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Dictionary<string, StoredHistory> known = (await StoredHistories.LoadAsync(write.Context, store.Keys, [.. rows.Keys], cancellation).ConfigureAwait(false))
            .ToDictionary(one => one.History.RegistrationId, StringComparer.Ordinal);
        List<(StoredChange Change, ChangeEffect Effect)> changes = [];
        foreach ((string id, DeliveredRow delivered) in rows)
        {
            if (!known.TryGetValue(id, out StoredHistory? its) || its.Row is null != delivered.IsAnew)
            {
                // It was taken back, or came back, since its digest was read.
                throw new DbUpdateConcurrencyException($"Registration '{id}' is another one by now.");
            }

            Know(its.Row, delivered);
            bool exists = its.History.Present.Exists;
            ImmutableArray<FieldChange> fields = exists ? NewValues(its.History, delivered) : RegistrationContent.Empty.ChangesTo(delivered.Content);
            if (fields.IsEmpty)
            {
                continue;
            }

            StoredChange change = new()
            {
                ChangeId = Guid.CreateVersion7(now),
                Kind = (int)ChangeKind.Delivery,
                ValidFrom = exists ? describedDay : FirstDay(delivered.Content),
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
            StoredHistory its = known[effect.RegistrationId];
            write.Context.Add(EffectForm.Write(store.Keys, change.Sequence, effect));
            HistoryEntry entry = new(
                new Change(change.ChangeId, change.Sequence, ChangeKind.Delivery, change.ValidFrom, change.RecordedAt, change.ActedBy, "", Reason, delivery.FileName, [], null, false),
                effect.Fields);
            RegistrationHistory history = its.History.With(entry);
            Registration row = its.Row ?? Anew(write.Context, history, rows[effect.RegistrationId]);

            // What is valid later than this file describes stays on top of it: the row is what the whole history comes to.
            row.Take(history.Present, store.Keys);
            row.Version += its.Row is null ? 0 : 1;
        }

        await write.Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        write.Context.ChangeTracker.Clear();
        return changes.Count(one => known[one.Effect.RegistrationId].Row is not null);
    }

    private void Know(Registration? row, DeliveredRow delivered)
    {
        if (row is not null)
        {
            row.Digest = delivered.Digest;
            row.DeliveryId = delivery.DeliveryId;
        }
    }

    private Registration Anew(RegisterContext context, RegistrationHistory history, DeliveredRow delivered)
    {
        // It goes on counting where it was, so that an old version never fits again.
        Registration row = new() { RegistrationId = history.RegistrationId, KnownFrom = history.KnownFrom, Version = history.Entries.Length };
        Know(row, delivered);
        context.Add(row);
        return row;
    }

    // As one that is delivered for the first time, it was there before the day that the file describes.
    private DateOnly FirstDay(RegistrationContent delivered) =>
        (delivered.RegisteredOn ?? delivered.MovedInOn ?? delivered.BirthDate.Earliest) is { } first && first < describedDay ? first : describedDay;

    // Also what an officer decided on is recorded: it is there again once that word is taken back.
    private ImmutableArray<FieldChange> NewValues(RegistrationHistory history, DeliveredRow delivered)
    {
        RegistrationContent before = history.AsDelivered;
        RegistrationContent valid = history.StateOn(describedDay);
        ImmutableArray<FieldChange>.Builder changes = ImmutableArray.CreateBuilder<FieldChange>();
        foreach (RegisterField field in columns)
        {
            string told = delivered.Content[field];
            if (field == RegisterField.RegistrationId || told == before[field]
                || (field == RegisterField.CitizenNumber && IsRounded(delivered.Content) && before.Number.IsValid))
            {
                continue;
            }

            if (told.Length == 0 && IsNeeded(field))
            {
                Kept.Add(field, delivered.Number);
            }
            else
            {
                changes.Add(new FieldChange(field, history.IsDecided(field) ? before[field] : valid[field], told));
            }
        }

        return changes.DrainToImmutable();
    }

    // A registration may be without a number; whoever it is, and where, it goes on saying.
    private static bool IsNeeded(RegisterField field) => field.Shape.IsRequired && field != RegisterField.CitizenNumber;

    // Of a number that a spreadsheet rounded nothing is left that the register does not know better.
    private static bool IsRounded(RegistrationContent content) => content.Number.Fault.HasFlag(CitizenNumberFault.SpreadsheetRounded);
}

/// <summary>A row of the register as delivered.</summary>
/// <param name="Number">1-based row of the file.</param>
/// <param name="Content">What it says, in kept form.</param>
/// <param name="Digest">Its keyed digest.</param>
/// <param name="IsAnew">Whether its registration counts as never made.</param>
internal readonly record struct DeliveredRow(long Number, RegistrationContent Content, long Digest, bool IsAnew);
