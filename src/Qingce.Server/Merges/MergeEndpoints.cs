using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Idempotency;
using Qingce.Server.Problems;
using Qingce.Server.Requests;

namespace Qingce.Server.Merges;

/// <summary>Says that registrations are of one person.</summary>
internal sealed record MergeBody : ChangeGrounds
{
    /// <summary>The true registration, which is kept.</summary>
    public required string KeptId { get; init; }

    /// <summary>The others; the living among them are cancelled as duplicates.</summary>
    public required IReadOnlyList<string> OtherIds { get; init; }

    /// <summary>The day of the merge.</summary>
    /// <example>2026-03-14</example>
    public required DateOnly MergedOn { get; init; }

    /// <summary>Those among the others that were found to be gained by fraud.</summary>
    public IReadOnlyList<string>? GainedByFraud { get; init; }

    /// <summary>The one that the holder chose in writing.</summary>
    public string? HoldersChoice { get; init; }

    public ChangeRequest Request(BodyReading reading) => OnGrounds(
        new MergeRegistrations(KeptId, [.. OtherIds], MergedOn)
        {
            ActedBy = reading.Actor,
            GainedByFraud = [.. GainedByFraud ?? []],
            HoldersChoice = HoldersChoice ?? "",
        },
        reading);
}

/// <summary>Merges of duplicate registrations, and their undoing.</summary>
internal static class MergeEndpoints
{
    public static void MapMerges(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder merges = routes.MapGroup("/merges").WithTags("Merges").NeedsActor().TakesIdempotencyKey()
            .Problems(ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid);
        merges.MapPost("/", (HttpContext http, WriteRequests writes, DecideChange decide) =>
                writes.RunAsync(http, ServerJson.Default.MergeBody, (write, body, cancellation) => decide.RunAsync(write, http, null, body.Request, cancellation)))
            .WithName("mergeRegistrations").WithSummary("Merge registrations")
            .WithDescription("Merges registrations of one person: keeps the true one, cancels the others. Needs a second person; sticky.")
            .Accepts<MergeBody>("application/json").Produces<DecidedChange>(StatusCodes.Status201Created);
        merges.MapPost("/{changeId}/undo", (Guid changeId, HttpContext http, WriteRequests writes, DecideChange decide) =>
                writes.RunAsync(http, ServerJson.Default.ActBody, (write, body, cancellation) => decide.OnChangeAsync(
                    write, http, changeId, ChangeKind.Merge, (change, ids, reading) => body.On(new UndoChange(change, ids) { ActedBy = reading.Actor }, reading), cancellation)))
            .WithName("undoMerge").WithSummary("Undo a merge")
            .WithDescription("Takes a merge back and gives back exactly what was.")
            .Accepts<ActBody>("application/json").Produces<DecidedChange>(StatusCodes.Status201Created).Problems(ProblemCatalogue.ChangeUnknown);
    }
}
