using System.Collections.Immutable;
using Qingce.Register;
using Qingce.Storage.Changes;

namespace Qingce.Storage.Households;

/// <summary>Shows who lived in a household on a day.</summary>
public static class ShowHousehold
{
    /// <summary>The living members on a day, the head first, then in the order of relation and birth.</summary>
    /// <param name="store">The store.</param>
    /// <param name="householdId">The household.</param>
    /// <param name="validAt">The day.</param>
    /// <param name="knownAt">As far as was known at this moment; now when null.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ImmutableArray<RegistrationContent>> AsOfAsync(
        Store store, string householdId, DateOnly validAt, DateTimeOffset? knownAt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using RegisterContext context = store.Read();
        HashSet<string> ids = await TurnExtracts.OfHouseholdsAsync(context, [householdId], cancellation).ConfigureAwait(false);
        List<StoredHistory> histories = await ShownHistories.ReadAsync(store, ids, cancellation).ConfigureAwait(false);
        return
        [
            .. histories.Select(one => one.History.StateAt(validAt, knownAt ?? DateTimeOffset.MaxValue))
                .Where(content => content.IsLiving && content.HouseholdId == householdId)
                .OrderBy(content => content.Relation.IsNone ? byte.MaxValue : content.Relation.Code).ThenBy(content => content.BirthDate)
                .ThenBy(content => content.RegistrationId, StringComparer.Ordinal),
        ];
    }
}
