using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Server.Problems;
using Qingce.Server.Registrations;
using Qingce.Server.Requests;
using Qingce.Server.Views;
using Qingce.Storage;
using Qingce.Storage.Households;

namespace Qingce.Server.Households;

/// <summary>A household and its members.</summary>
/// <param name="HouseholdId">The household.</param>
/// <param name="ValidAt">The day on which it was so.</param>
/// <param name="KnownAt">The moment at which that was known.</param>
/// <param name="HeadId">The registration of the head; missing where there is none.</param>
/// <param name="Members">The living members, the head first.</param>
internal sealed record HouseholdAnswer(string HouseholdId, DateOnly ValidAt, DateTimeOffset KnownAt, string? HeadId, IReadOnlyList<MemberAnswer> Members);

/// <summary>A member of a household.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Relation">What the person is to the head, a code of GB/T 4761.</param>
/// <param name="Fields">What the registration said; sensitive values are masked unless reveal=true.</param>
internal sealed record MemberAnswer(string RegistrationId, string Relation, IReadOnlyDictionary<string, string> Fields);

internal static class HouseholdEndpoints
{
    public static void MapHouseholds(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/households/{householdId}", GetAsync).WithTags("Households").CanReveal()
            .WithName("getHousehold").WithSummary("Show a household")
            .WithDescription("A household with its living members, as it was valid on a day (validAt) and known at a moment (knownAt).")
            .Produces<HouseholdAnswer>().Problems(ProblemCatalogue.HouseholdUnknown, ProblemCatalogue.ParameterInvalid);

    private static async Task<IResult> GetAsync(
        string householdId, HttpContext http, Store store, RecordLook look, TimeProvider time,
        DateOnly? validAt = null,
        DateTimeOffset? knownAt = null,
        bool reveal = false)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateOnly day = validAt ?? RegisterDay.Of(now);
        DateTimeOffset moment = knownAt ?? now;
        ImmutableArray<RegistrationContent> members = await ShowHousehold.AsOfAsync(store, householdId, day, moment, http.RequestAborted);
        if (members.IsEmpty && !await EverExistedAsync(store, householdId, http.RequestAborted))
        {
            return ProblemCatalogue.HouseholdUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "household", members.Select(member => member.RegistrationId));
        return TypedResults.Ok(new HouseholdAnswer(
            householdId, day, moment, members.FirstOrDefault(member => member.Relation.IsHead)?.RegistrationId,
            [.. members.Select(member => new MemberAnswer(member.RegistrationId, member[RegisterField.Relation], ShownFields.Of(member, reveal)))]));
    }

    private static async Task<bool> EverExistedAsync(Store store, string householdId, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await context.Registrations.AnyAsync(one => one.HouseholdId == householdId, cancellation)
            || await context.ChangeEffects.AnyAsync(effect => effect.HouseholdFrom == householdId || effect.HouseholdTo == householdId, cancellation);
    }
}
