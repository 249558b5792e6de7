using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Indicators;
using Qingce.Server.Events;
using Qingce.Storage;
using Qingce.Storage.Households;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Deliveries;

/// <summary>
/// Finds the households that a delivery left with more than one living head. The rows are taken as they were delivered, since nobody may be lost from a register;
/// that they contradict each other is a finding at once and does not wait for the next verification.
/// </summary>
internal sealed class FindSeveralHeads(Store store, LiveChecks checks, TimeProvider time)
{
    private const int HouseholdsAtOnce = 500;

    /// <summary>Looks at all households; what was found before is found once.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        List<string> households;
        await using (RegisterContext context = store.Read())
        {
            households = await SeveralHeads.Households(context).ToListAsync(cancellation);
        }

        foreach (string[] some in households.Order(StringComparer.Ordinal).Chunk(HouseholdsAtOnce))
        {
            await using StoreWrite write = await store.WriteAsync(cancellation);
            List<Registration> members = await write.Context.Registrations.AsNoTracking()
                .Where(one => one.HouseholdId != null && some.Contains(one.HouseholdId)).ToListAsync(cancellation);
            PersonExtract extract = new([.. members.Select(member => member.Content(store.Keys))]);
            DateTimeOffset now = time.GetUtcNow();
            await EventFindings.KeepAsync(
                write.Context, store.Keys,
                [.. checks.Run(extract, RegisterDay.Of(now), cancellation).Where(finding => finding.Indicator == Indicator.I09)],
                now, cancellation);
            await write.CommitAsync(cancellation);
        }
    }
}
