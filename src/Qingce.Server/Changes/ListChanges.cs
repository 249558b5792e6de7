using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Changes;

namespace Qingce.Server.Changes;

/// <summary>A page of changes, the latest first.</summary>
/// <param name="Items">The changes.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record ChangePage(IReadOnlyList<ChangeAnswer> Items, string? Next);

/// <summary>Lists recorded changes.</summary>
internal static class ListChanges
{
    public static async Task<ChangePage> RunAsync(
        PageRequest page, Store store, CancellationToken cancellation, string? registrationId = null, bool provisional = false)
    {
        long before = page.After is null ? long.MaxValue
            : long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out long position) ? position
            : throw new ProblemException(ProblemCatalogue.CursorInvalid.Here());
        await using RegisterContext context = store.Read();
        IQueryable<StoredChange> changes = context.Changes.AsNoTracking().Where(change => change.Sequence < before);
        if (registrationId is not null)
        {
            changes = changes.Where(change => context.ChangeEffects.Any(effect => effect.RegistrationId == registrationId && effect.Sequence == change.Sequence));
        }

        if (provisional)
        {
            // Those that wait: neither confirmed nor taken back, or that was taken back itself.
            int[] takingBack = [(int)ChangeKind.Undo, (int)ChangeKind.RollBack];
            changes = changes.Where(change => change.IsProvisional && !context.Changes.Any(other => other.RefersTo == change.ChangeId
                && !context.Changes.Any(undo => undo.RefersTo == other.ChangeId && takingBack.Contains(undo.Kind)
                    && !context.Changes.Any(again => again.RefersTo == undo.ChangeId && takingBack.Contains(again.Kind)))));
        }

        List<StoredChange> found = await changes.OrderByDescending(change => change.Sequence).Take(page.Limit + 1).ToListAsync(cancellation);
        return new ChangePage(
            [.. found.Take(page.Limit).Select(change => ChangeAnswer.Of(change.Read(change.Evidence(store.Keys))))],
            found.Count > page.Limit ? page.Cursor(found[page.Limit - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null);
    }
}
