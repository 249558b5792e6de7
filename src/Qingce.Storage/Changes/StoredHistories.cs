using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Changes;

/// <summary>Reads registrations with everything that was recorded of them.</summary>
internal static class StoredHistories
{
    /// <summary>
    /// The histories of registrations with their rows, which may be changed and saved; those that count as never made have a history and no row.
    /// </summary>
    /// <param name="context">The store.</param>
    /// <param name="keys">Opens what is sealed.</param>
    /// <param name="ids">Registrations.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<List<StoredHistory>> LoadAsync(
        RegisterContext context, Keyring keys, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        string[] wanted = [.. ids];
        HistoryQueries queries = HistoryQueries.Of(context);
        List<Registration> rows = await queries.Rows(context, wanted).ToListAsync(cancellation).ConfigureAwait(false);
        List<EffectOfChange> effects = await queries.Effects(context, wanted).ToListAsync(cancellation).ConfigureAwait(false);
        // Evidence stays closed: to decide a change it is not needed.
        return Fold(rows, effects.Select(one => (one.Effect, one.Change.Read([]))), pastChanges: null, keys);
    }

    /// <summary>Puts histories together from what was read of them.</summary>
    /// <param name="rows">The registrations.</param>
    /// <param name="effects">What changes did to them and to those that count as never made.</param>
    /// <param name="pastChanges">Their past changes by registration, where they are to be shown; null where something is to be decided.</param>
    /// <param name="keys">Opens what is sealed.</param>
    internal static List<StoredHistory> Fold(
        IReadOnlyCollection<Registration> rows, IEnumerable<(StoredEffect Effect, Change Change)> effects, ILookup<string, PastChange>? pastChanges, Keyring keys)
    {
        ILookup<string, HistoryEntry> entries = effects.ToLookup(
            one => one.Effect.RegistrationId, one => new HistoryEntry(one.Change, EffectForm.Read(keys, one.Effect)), StringComparer.Ordinal);
        List<StoredHistory> histories = [.. rows.Select(row => new StoredHistory(
            row, new RegistrationHistory(row.RegistrationId, row.Content(keys), row.KnownFrom, entries[row.RegistrationId], pastChanges?[row.RegistrationId])))];
        HashSet<string> present = [.. rows.Select(row => row.RegistrationId)];
        foreach (IGrouping<string, HistoryEntry> unmade in entries.Where(group => !present.Contains(group.Key)))
        {
            histories.Add(new StoredHistory(
                null, new RegistrationHistory(unmade.Key, RegistrationContent.Empty, unmade.Min(entry => entry.Change.RecordedAt), unmade, pastChanges?[unmade.Key])));
        }

        return histories;
    }
}

/// <summary>A registration's history with its row.</summary>
/// <param name="Row">The row; null for a registration that counts as never made.</param>
/// <param name="History">The history.</param>
internal sealed record StoredHistory(Registration? Row, RegistrationHistory History);
