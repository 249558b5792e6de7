using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Events;
using Qingce.Server.Households;
using Qingce.Server.Linking;
using Qingce.Server.Papers;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Changes;

/// <summary>
/// Checks what an accepted change made of registrations, in its transaction, by the functions that judge in batch: whether there is another registration of the person
/// (I01), whether name, birth date or number change too often or in a pattern (I02), whether a household that somebody left or joined hangs empty (I08), and whether the
/// papers of settlements are in doubt (I10).
/// </summary>
internal sealed class CheckChange(Store store, LiveChecks checks, LiveDuplicates duplicates, LiveHouseholds households, LivePapers papers, TimeProvider time)
{
    /// <summary>Adds the findings that the change leads to; the caller commits.</summary>
    /// <param name="write">The transaction of the change, in which it was saved.</param>
    /// <param name="accepted">The change.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Those findings, found before or not.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(StoreWrite write, ChangeOutcome.Accepted accepted, CancellationToken cancellation)
    {
        // A division that gives way to another, or a person who confirms, says nothing new of anybody.
        if (accepted.Change.Kind is ChangeKind.DivisionChange or ChangeKind.Confirmation)
        {
            return [];
        }

        DateTimeOffset now = time.GetUtcNow();
        DateOnly today = RegisterDay.Of(now);
        IReadOnlyList<ChangeEffect> effects = await StoredChanges.EffectsAsync(write.Context, store.Keys, accepted.Change.Sequence, cancellation);
        string[] ids = [.. accepted.Versions.Where(one => one.Value > 0).Select(one => one.Key)];
        List<Registration> rows = await write.Context.Registrations.AsNoTracking().Where(one => ids.Contains(one.RegistrationId)).ToListAsync(cancellation);
        List<RenderedFinding> found = [];
        if (MayIdentifyAnew(accepted.Change.Kind))
        {
            RegistrationContent[] touched = [.. rows.Select(row => row.Content(store.Keys))];
            found.AddRange(await duplicates.FindAsync(write.Context, touched, today, cancellation));
            found.AddRange(await ChangedAsync(write.Context, touched, today, cancellation));
        }

        Dictionary<string, string> places = rows.Where(row => row.HouseholdId is not null)
            .ToDictionary(row => row.RegistrationId, row => row.HouseholdId!, StringComparer.Ordinal);
        HashSet<string> left = [.. effects.SelectMany(effect => Left(effect, places.GetValueOrDefault(effect.RegistrationId)))];
        HashSet<string> joined = [.. effects.Where(Comes).Select(effect => places.GetValueOrDefault(effect.RegistrationId)).OfType<string>()];
        found.AddRange(await households.FindAsync(write.Context, left, joined, today, cancellation));
        if (MaySettleAnew(accepted.Change.Kind))
        {
            found.AddRange(await papers.OfRegistrationsAsync(write.Context, [.. rows.Select(row => row.RegistrationId)], today, cancellation));
        }

        await EventFindings.KeepAsync(write.Context, store.Keys, found, now, cancellation);
        return [.. found.Select(finding => finding.FindingId)];
    }

    // By which a registration comes to be, lives again or says something else of who it is.
    private static bool MayIdentifyAnew(ChangeKind kind) =>
        kind is ChangeKind.Birth or ChangeKind.Adoption or ChangeKind.MoveIn or ChangeKind.Alteration or ChangeKind.Correction or ChangeKind.Restoration || kind.TakesBack;

    // By which a settlement comes to be or counts again, or what it is compared with becomes different: the holder's name and number, and who shares a household.
    private static bool MaySettleAnew(ChangeKind kind) =>
        kind is ChangeKind.MoveIn or ChangeKind.HouseholdSplit or ChangeKind.HouseholdJoin or ChangeKind.Alteration or ChangeKind.Correction or ChangeKind.Restoration || kind.TakesBack;

    // The households that somebody left, by going elsewhere or by ending there.
    private static IEnumerable<string> Left(ChangeEffect effect, string? place)
    {
        foreach (FieldChange change in effect.Fields.Where(change => change.IsDifferent))
        {
            if (change is { Field: RegisterField.HouseholdId, Old.Length: > 0 })
            {
                yield return change.Old;
            }
            else if (change is { Field: RegisterField.CancelledFor, New.Length: > 0 } && place is not null)
            {
                yield return place;
            }
        }
    }

    // Whether somebody comes to a door: by a household, an address, or by living again.
    private static bool Comes(ChangeEffect effect) => effect.Fields.Any(change => change.IsDifferent && change.Field switch
    {
        RegisterField.HouseholdId or RegisterField.Address or RegisterField.Division => change.New.Length > 0,
        RegisterField.CancelledFor => change.New.Length == 0,
        _ => false,
    });

    private async Task<IEnumerable<RenderedFinding>> ChangedAsync(
        RegisterContext context, RegistrationContent[] touched, DateOnly today, CancellationToken cancellation)
    {
        List<string?[]> changes = await ChangesAsFile.OfAsync(context, store.Keys, [.. touched.Select(one => one.RegistrationId)], cancellation);
        if (changes.Count == 0)
        {
            return [];
        }

        PersonExtract extract = await PersonExtract.OfAsync(context, store.Keys, touched, [], cancellation);
        return checks.Changed(extract with { Changes = changes }, today, cancellation);
    }
}
