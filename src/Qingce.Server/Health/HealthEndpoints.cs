
namespace Qingce.Server.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>ready</c>, <c>opening</c>, <c>unreachable</c> or, of the process alone, <c>live</c>.</param>
/// <param name="Version">Version of the program.</param>
internal sealed record HealthAnswer(string Status, string Version);

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/", ReadyAsync)
            .WithName("getHealth").WithSummary("Show readiness")
            .WithDescription("Whether requests can be answered: 200 when the store is ready, else 503.")
            .Produces<HealthAnswer>(StatusCodes.Status200OK).Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live", ServerVersion.Text)))
            .WithName("getLiveness").WithSummary("Show liveness")
            .WithDescription("Whether the process runs.");
    }

    private static async Task<JsonHttpResult<HealthAnswer>> ReadyAsync(Readiness readiness, CancellationToken cancellation)
    {
        StoreState state = await readiness.LookAsync(cancellation);
        return TypedResults.Json(
            new HealthAnswer(state switch { StoreState.Ready => "ready", StoreState.Opening => "opening", _ => "unreachable" }, ServerVersion.Text),
            ServerJson.Written.HealthAnswer,
            statusCode: state == StoreState.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
