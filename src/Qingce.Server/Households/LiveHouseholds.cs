using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Events;
using Qingce.Server.Findings;
using Qingce.Standards;
using Qingce.Storage;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Households;

/// <summary>
/// Finds which households hang empty (I08) of those that a change touched: nobody who is left has been seen there for long, or too many households or people share the
/// door. What became of the building is for a verification to say: its records name no person, and no index leads to them.
/// </summary>
internal sealed class LiveHouseholds(Store store, LiveChecks checks)
{
    // One number of a street may be a whole estate: then the door is left to a verification.
    private const int MostAtOneHouse = 1000;

    /// <summary>The findings that name members of the households.</summary>
    /// <param name="context">The turn's context, to which the change was saved.</param>
    /// <param name="left">The households that somebody left.</param>
    /// <param name="joined">The households that came to their door, or that somebody joined.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<RenderedFinding>> FindAsync(
        RegisterContext context, IReadOnlySet<string> left, IReadOnlySet<string> joined, DateOnly asOf, CancellationToken cancellation)
    {
        string[] ids = [.. left.Union(joined)];
        Registration[] rows = ids.Length == 0 ? [] :
        [
            .. (await context.Registrations.AsNoTracking().Where(one => one.HouseholdId != null && ids.Contains(one.HouseholdId)).ToListAsync(cancellation))
                .Where(row => row is { CancelledOn: null, CancelledFor: null }),
        ];
        if (rows.Length == 0)
        {
            return [];
        }

        RegistrationContent[] members = [.. rows.Select(row => row.Content(store.Keys))];
        RegistrationContent[]? neighbours = await NeighboursAsync(context, rows, members, cancellation);
        PersonExtract extract = await PersonExtract.OfAsync(context, store.Keys, [.. members, .. neighbours ?? []], [], cancellation);
        Dictionary<string, string> places = members.ToDictionary(one => one.RegistrationId, one => one.HouseholdId, StringComparer.Ordinal);
        return
        [
            .. checks.Households(extract, asOf, cancellation).Where(finding =>
                places.TryGetValue(FindingTexts.First(finding.RegistrationIds), out string? place)
                && (LiveChecks.IsOfDoor(finding) ? neighbours is not null : left.Contains(place))),
        ];
    }

    // Null where there are too many to look at.
    private async Task<RegistrationContent[]?> NeighboursAsync(
        RegisterContext context, Registration[] rows, RegistrationContent[] members, CancellationToken cancellation)
    {
        long[] houses = [.. rows.Select(row => row.AddressKey).OfType<long>().Distinct()];
        List<Registration> near = await context.Registrations.AsNoTracking()
            .Where(one => one.AddressKey != null && houses.Contains(one.AddressKey.Value)).Take(MostAtOneHouse + 1).ToListAsync(cancellation);
        if (near.Count > MostAtOneHouse)
        {
            return null;
        }

        HashSet<AddressKey> doors = [.. members.Select(Door)];
        return [.. near.Select(row => row.Content(store.Keys)).Where(one => one.IsLiving && doors.Contains(Door(one)))];
    }

    private static AddressKey Door(RegistrationContent registration) =>
        Address.Read(Encoding.UTF8.GetBytes(registration[RegisterField.Address]), registration.Division).Key;
}
