using Qingce.Register;
using Qingce.Server.Idempotency;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Actor = Qingce.Register.Actor;

namespace Qingce.Server.Changes;

/// <summary>Changes of the register over HTTP, each kind with its own body.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/registrations/{registrationId}/changes", (string registrationId, HttpContext http, WriteRequests writes, DecideChange decide) =>
                writes.RunAsync(http, ServerJson.Default.RegistrationChangeBody, (write, body, cancellation) =>
                    decide.RunAsync(write, http, registrationId, reading => body.Request(registrationId, reading), cancellation)))
            .WithTags("Changes").NeedsActor().NeedsVersion().TakesIdempotencyKey()
            .WithName("changeRegistration").WithSummary("Change a registration")
            .WithDescription("Changes a registration: death, marriage, divorce, adoption, move, alteration, correction, cancellation, restoration.")
            .Accepts<RegistrationChangeBody>("application/json")
            .Produces<DecidedChange>(StatusCodes.Status201Created)
            .Problems(ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid, ProblemCatalogue.RegistrationUnknown);

        RouteGroupBuilder changes = routes.MapGroup("/changes").WithTags("Changes");
        changes.MapPost("/", (HttpContext http, WriteRequests writes, DecideChange decide) =>
                writes.RunAsync(http, ServerJson.Default.RegisterChangeBody, (write, body, cancellation) =>
                    decide.RunAsync(write, http, null, body.Request, cancellation)))
            .NeedsActor().TakesIdempotencyKey()
            .WithName("changeRegister").WithSummary("Register a change")
            .WithDescription("Changes that start from no single registration: a birth, somebody moving in, a household split or joined.")
            .Accepts<RegisterChangeBody>("application/json")
            .Produces<DecidedChange>(StatusCodes.Status201Created)
            .Problems(ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid);
        changes.MapGet("/", ListChanges.RunAsync).IsPaged()
            .WithName("listChanges").WithSummary("List changes")
            .WithDescription("Recorded changes, the latest first; of one registration with registrationId.")
            .Produces<ChangePage>();
        changes.MapGet("/{changeId}", FindChange.RunAsync)
            .WithName("getChange").WithSummary("Show a change")
            .WithDescription("A recorded change and the registrations it touched.")
            .Produces<ChangeDetail>().Problems(ProblemCatalogue.ChangeUnknown);
        Act(changes, "/{changeId}/undo", "undoChange", "Undo a change", "Takes a change back: it counts as never made, and what it found is there again.", (change, ids) => new UndoChange(change, ids) { ActedBy = Actor.Nobody });
        Act(changes, "/{changeId}/roll-back", "rollBackChange", "Roll a change back", "Rolls an illegal registration back: it counts as never made. Needs a second person.", (change, ids) => new RollBackChange(change, ids) { ActedBy = Actor.Nobody });
        Act(changes, "/{changeId}/confirm", "confirmChange", "Confirm a change", "Confirms a change that a feed entered as provisional.", (change, ids) => new ConfirmChange(change, ids) { ActedBy = Actor.Nobody });
        Act(changes, "/{changeId}/decline", "declineChange", "Decline a change", "Declines a change that a feed entered as provisional: it counts as never made.", (change, ids) => new UndoChange(change, ids) { ActedBy = Actor.Nobody, Declines = true });
    }

    private static void Act(
        RouteGroupBuilder changes, string path, string name, string summary, string description, Func<Change, System.Collections.Immutable.ImmutableArray<string>, ChangeRequest> make) =>
        changes.MapPost(path, (Guid changeId, HttpContext http, WriteRequests writes, DecideChange decide) =>
                writes.RunAsync(http, ServerJson.Default.ActBody, (write, body, cancellation) =>
                    decide.OnChangeAsync(write, http, changeId, null, (change, ids, reading) => body.On(make(change, ids), reading), cancellation)))
            .NeedsActor().TakesIdempotencyKey()
            .WithName(name).WithSummary(summary).WithDescription(description)
            .Accepts<ActBody>("application/json")
            .Produces<DecidedChange>(StatusCodes.Status201Created)
            .Problems(ProblemCatalogue.ChangeUnknown, ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid);
}

/// <summary>On what an act about another change rests.</summary>
internal sealed record ActBody : ChangeGrounds
{
    public ChangeRequest On(ChangeRequest request, BodyReading reading) => OnGrounds(request, reading);
}

/// <summary>What was recorded.</summary>
internal sealed record DecidedChange
{
    /// <summary>The change.</summary>
    public required ChangeAnswer Change { get; init; }

    /// <summary>The registrations it touched, with the versions they have now.</summary>
    public required IReadOnlyList<TouchedRegistration> Registrations { get; init; }

    /// <summary>The findings that it leads to.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}

/// <summary>A registration that a change touched.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Version">The version it has now.</param>
internal sealed record TouchedRegistration(string RegistrationId, int Version);
