using System.Text.Json.Serialization;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Idempotency;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Persons;
using Actor = Qingce.Register.Actor;

namespace Qingce.Server.Persons;

/// <summary>What a reviewer says of two registrations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewVerdict>))]
internal enum ReviewVerdict
{
    /// <summary>The same person; said by merging them.</summary>
    Same,

    /// <summary>Two persons.</summary>
    Different,

    /// <summary>The word that they are two persons is taken back.</summary>
    TakenBack,
}

/// <summary>A reviewer's word on two registrations; no machine run overrides it.</summary>
internal sealed record DecisionBody
{
    /// <summary>One registration.</summary>
    public required string OneId { get; init; }

    /// <summary>The other registration.</summary>
    public required string OtherId { get; init; }

    /// <summary>Different, or TakenBack; Same is said by a merge.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Reviewers' words on who is one person.</summary>
internal static class DecisionEndpoints
{
    private static readonly BrokenRule SameIsMerged = new(
        "same-is-merged", "认定为同一人请办理合并（/api/v1/merges），它同时说明保留哪一条登记。",
        "To say that they are one person, merge them (/api/v1/merges): that also says which registration is kept.", []);

    public static void MapDecisions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/decisions", (HttpContext http, WriteRequests writes, Store store) =>
                writes.RunAsync(http, ServerJson.Default.DecisionBody, (write, body, cancellation) => DecideAsync(write, body, http, store, cancellation)))
            .WithTags("Persons").NeedsActor().TakesIdempotencyKey()
            .WithName("decidePersons").WithSummary("Say who is different")
            .WithDescription("Says that two registrations are of different persons, or takes that back; machine runs read it and never override it.")
            .Accepts<DecisionBody>("application/json").Produces(StatusCodes.Status204NoContent)
            .Problems(ProblemCatalogue.RegistrationUnknown, ProblemCatalogue.RuleBroken, ProblemCatalogue.BodyInvalid);

    private static async Task<WorkResult> DecideAsync(
        StoreWrite write, DecisionBody body, HttpContext http, Store store, CancellationToken cancellation)
    {
        Actor actor = new(http.ActorName());
        BrokenRule? broken = body.Verdict switch
        {
            ReviewVerdict.Same => SameIsMerged,
            ReviewVerdict.Different => await SayDifferent.RunAsync(store, write, body.OneId, body.OtherId, actor, body.Reason, cancellation),
            _ => await SayDifferent.TakeBackAsync(store, write, body.OneId, body.OtherId, actor, body.Reason, cancellation),
        };
        return broken is null ? Answer.Empty : DecideChange.Refusal([broken]);
    }
}
