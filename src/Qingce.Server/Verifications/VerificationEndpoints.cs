using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Verification;
using Qingce.Server.Idempotency;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Verifications;

namespace Qingce.Server.Verifications;

/// <summary>What a verification is asked for.</summary>
internal sealed record VerificationBody
{
    /// <summary>The day to look back from; the latest recorded_at of the sources when not given.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>A verification of the register in the store.</summary>
internal sealed record VerificationAnswer
{
    /// <summary>The verification.</summary>
    public required Guid VerificationId { get; init; }

    /// <summary>running, finished, failed or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its findings were complete.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The day it looked back from.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What it is at, while it runs.</summary>
    public string? Stage { get; init; }

    /// <summary>How much of the stage is done, 0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>Number of findings, once it is finished.</summary>
    public long? Findings { get; init; }

    /// <summary>The figures as in metrics.json, once it is finished.</summary>
    public System.Text.Json.JsonElement? Metrics { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Fault { get; init; }

    /// <summary>running, finished, failed or cancelled.</summary>
    public static string StateOf(StoredVerification one) => one switch
    {
        { FinishedAt: null, Fault: null } => "running",
        { Fault: null } => "finished",
        { Fault: RunVerifications.CancelledFault } => "cancelled",
        _ => "failed",
    };

    public static VerificationAnswer Of(StoredVerification one, VerificationProgress? progress, AnswerLanguage language, bool withMetrics)
    {
        bool runs = one is { FinishedAt: null, Fault: null };
        return new VerificationAnswer
        {
            VerificationId = one.VerificationId,
            State = StateOf(one),
            StartedBy = one.StartedBy,
            StartedAt = one.StartedAt,
            FinishedAt = one.FinishedAt,
            AsOf = one.AsOf,
            Stage = runs ? progress?.Stage.ToString() : null,
            Share = runs && progress is { } known && double.IsFinite(known.Share) ? Math.Round(known.Share, 3) : null,
            Findings = one.FinishedAt is null ? null : one.Findings,
            Metrics = withMetrics && one.Metrics is { } metrics ? System.Text.Json.JsonDocument.Parse(metrics).RootElement : null,
            Fault = language == AnswerLanguage.Chinese ? one.FaultChinese : one.Fault,
        };
    }
}

internal static class VerificationEndpoints
{
    public static void MapVerifications(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder verifications = routes.MapGroup("/verifications").WithTags("Verifications");
        verifications.MapPost("/", StartAsync).NeedsActor().TakesIdempotencyKey()
            .WithName("startVerification").WithSummary("Start a verification")
            .WithDescription("Verifies the register as it stands now, with every indicator, as a job.")
            .Accepts<VerificationBody>("application/json").Produces<VerificationAnswer>(StatusCodes.Status202Accepted)
            .Problems(ProblemCatalogue.VerificationRunning, ProblemCatalogue.BodyInvalid);
        verifications.MapGet("/", ListAsync)
            .WithName("listVerifications").WithSummary("List verifications")
            .WithDescription("The last hundred verifications, the latest first.").Produces<VerificationAnswer[]>();
        verifications.MapGet("/{verificationId}", GetAsync)
            .WithName("getVerification").WithSummary("Show a verification")
            .WithDescription("How far a verification is, and its figures once it is finished.")
            .Produces<VerificationAnswer>().Problems(ProblemCatalogue.VerificationUnknown);
        verifications.MapPost("/{verificationId}/cancel", CancelAsync).NeedsActor()
            .WithName("cancelVerification").WithSummary("Cancel a verification")
            .WithDescription("Stops a verification; nothing of it stays.")
            .Produces<VerificationAnswer>().Problems(ProblemCatalogue.VerificationUnknown);
    }

    private static async Task<IResult> StartAsync(HttpContext http, WriteRequests writes, RunVerifications run, TimeProvider time)
    {
        Guid id = Guid.CreateVersion7(time.GetUtcNow());
        IResult answer = await writes.RunAsync(http, ServerJson.Default.VerificationBody, async (write, body, cancellation) =>
        {
            if (await write.Context.Verifications.AnyAsync(one => one.FinishedAt == null && one.Fault == null, cancellation))
            {
                return ProblemCatalogue.VerificationRunning.Here();
            }

            StoredVerification verification = new() { VerificationId = id, StartedAt = time.GetUtcNow(), StartedBy = http.ActorName(), AsOf = body.AsOf };
            write.Context.Verifications.Add(verification);
            return Answer.Of(
                StatusCodes.Status202Accepted, VerificationAnswer.Of(verification, null, AcceptedLanguage.Of(http.Request), withMetrics: false),
                ServerJson.Written.VerificationAnswer, location: $"/api/v1/verifications/{id}");
        });
        run.Enqueue(id);
        return answer;
    }

    private static async Task<VerificationAnswer[]> ListAsync(HttpRequest request, Store store, RunVerifications run, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        List<StoredVerification> found = await context.Verifications.AsNoTracking().OrderByDescending(one => one.StartedAt).Take(100).ToListAsync(cancellation);
        return [.. found.Select(one => VerificationAnswer.Of(one, run.Progress, AcceptedLanguage.Of(request), withMetrics: false))];
    }

    private static async Task<IResult> GetAsync(Guid verificationId, HttpRequest request, Store store, RunVerifications run, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await context.Verifications.AsNoTracking().SingleOrDefaultAsync(one => one.VerificationId == verificationId, cancellation) is { } found
            ? TypedResults.Ok(VerificationAnswer.Of(found, run.Progress, AcceptedLanguage.Of(request), withMetrics: true))
            : ProblemCatalogue.VerificationUnknown.Answer();
    }

    private static async Task<IResult> CancelAsync(Guid verificationId, HttpRequest request, Store store, RunVerifications run, CancellationToken cancellation)
    {
        await run.CancelAsync(verificationId, cancellation);
        return await GetAsync(verificationId, request, store, run, cancellation);
    }
}
