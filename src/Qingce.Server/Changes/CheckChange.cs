using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Events;
using Qingce.Server.Linking;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Changes;

/// <summary>
/// Checks what an accepted change made of registrations, in its transaction, by the functions that judge in batch: whether there is another registration of the person
/// (I01), and whether name, birth date or number change too often or in a pattern (I02).
/// </summary>
internal sealed class CheckChange(Store store, LiveChecks checks, LiveDuplicates duplicates, TimeProvider time)
{
    /// <summary>Adds the findings that the change leads to; the caller commits.</summary>
    /// <param name="write">The transaction of the change, in which it was saved.</param>
    /// <param name="accepted">The change.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Those findings, found before or not.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(StoreWrite write, ChangeOutcome.Accepted accepted, CancellationToken cancellation)
    {
        if (!MayIdentifyAnew(accepted.Change.Kind))
        {
            return [];
        }

        DateTimeOffset now = time.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        string[] ids = [.. accepted.Versions.Where(one => one.Value > 0).Select(one => one.Key)];
        List<Registration> rows = await write.Context.Registrations.AsNoTracking().Where(one => ids.Contains(one.RegistrationId)).ToListAsync(cancellation);
        RegistrationContent[] touched = [.. rows.Select(row => row.Content(store.Keys))];
        RenderedFinding[] found =
        [
            .. await duplicates.FindAsync(write.Context, touched, today, cancellation),
            .. await ChangedAsync(write.Context, touched, today, cancellation),
        ];
        await EventFindings.KeepAsync(write.Context, store.Keys, found, now, cancellation);
        return [.. found.Select(finding => finding.FindingId)];
    }

    // By which a registration comes to be, lives again or says something else of who it is.
    private static bool MayIdentifyAnew(ChangeKind kind) =>
        kind is ChangeKind.Birth or ChangeKind.Adoption or ChangeKind.MoveIn or ChangeKind.Alteration or ChangeKind.Correction or ChangeKind.Restoration || kind.TakesBack;

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
