using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>A registration with everything recorded of it.</summary>
/// <param name="History">Its history: any state of it, as valid and as known.</param>
/// <param name="Version">Its version; 0 when it counts as never made.</param>
public sealed record ShownHistory(RegistrationHistory History, int Version);

/// <summary>Shows the history of a registration, and through it any past state.</summary>
public static class ShowHistory
{
    /// <summary>Reads a history with the evidence of its changes; null when there never was such a registration.</summary>
    /// <param name="store">The store.</param>
    /// <param name="registrationId">The registration.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Sealing.SealBrokenException">An envelope does not open.</exception>
    public static async Task<ShownHistory?> OfAsync(Store store, string registrationId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.Histories.AskAsync(registrationId, cancellation).ConfigureAwait(false) is var (row, history)
            ? new ShownHistory(history, row?.Version ?? 0)
            : null;
    }

    /// <summary>The registrations of one person, as they are now, in the order of their ids.</summary>
    /// <param name="store">The store.</param>
    /// <param name="personId">The person, named by any registration of theirs that was kept in a merge.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ImmutableArray<PresentRegistration>> OfPersonAsync(Store store, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using RegisterContext context = store.Read();
        List<Registrations.Registration> rows = await context.Registrations.AsNoTracking()
            .Where(one => one.PersonId == personId || (one.RegistrationId == personId && one.PersonId == null))
            .OrderBy(one => one.RegistrationId).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => new PresentRegistration(row.RegistrationId, row.Version, Registrations.RegistrationContents.Content(row, store.Keys)))];
    }
}
