using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Changes;

namespace Qingce.Server.Changes;

/// <summary>A change that a feed entered.</summary>
/// <param name="Change">The change.</param>
/// <param name="New">The registrations that it made.</param>
internal sealed record ProvisionalChange(Change Change, IReadOnlyList<string> New);

/// <summary>Enters a change of an issuing authority, to wait for a person.</summary>
internal sealed class EnterProvisional(Store store, ProvinceRules province)
{
    /// <summary>Enters it in the transaction of a turn.</summary>
    /// <returns>Null when a rule says no; nothing was written then.</returns>
    public async Task<ProvisionalChange?> RunAsync(StoreWrite write, ChangeRequest request, DateTimeOffset now, CancellationToken cancellation) =>
        await AcceptChange.InAsync(store, write, request, new ChangeTerms(Guid.CreateVersion7(now)) { Province = province }, cancellation) is ChangeOutcome.Accepted accepted
            ? new ProvisionalChange(accepted.Change, [.. accepted.Versions.Where(one => one.Value == 1).Select(one => one.Key)])
            : null;
}
