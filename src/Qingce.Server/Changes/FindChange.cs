using Qingce.Server.Problems;
using Qingce.Storage;
using Qingce.Storage.Changes;

namespace Qingce.Server.Changes;

/// <summary>A recorded change with the registrations it touched.</summary>
/// <param name="Change">The change.</param>
/// <param name="RegistrationIds">The registrations.</param>
internal sealed record ChangeDetail(ChangeAnswer Change, IReadOnlyList<string> RegistrationIds);

/// <summary>Finds a recorded change.</summary>
internal static class FindChange
{
    public static async Task<IResult> RunAsync(Guid changeId, Store store, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await StoredChanges.FindAsync(store, context, changeId, cancellation) is var (change, ids)
            ? TypedResults.Ok(new ChangeDetail(ChangeAnswer.Of(change), ids))
            : ProblemCatalogue.ChangeUnknown.Answer();
    }
}
