using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Qingce.Server.Problems;
using Qingce.Server.Requests;

namespace Qingce.Server.Idempotency;

/// <summary>What a write is answered with once it is committed; kept for those who ask again with the same key.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Json">The body.</param>
/// <param name="Version">The version for ETag, or null.</param>
/// <param name="Location">Where the thing made is, or null.</param>
internal sealed record Answer(int Status, string Json, int? Version = null, string? Location = null) : IResult
{
    public static Answer Of<TBody>(int status, TBody body, JsonTypeInfo<TBody> type, int? version = null, string? location = null) =>
        new(status, JsonSerializer.Serialize(body, type), version, location);

    /// <summary>An answer without a body.</summary>
    public static Answer Empty { get; } = new(StatusCodes.Status204NoContent, "");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Version is { } version)
        {
            httpContext.SetVersion(version);
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Json.Length == 0)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(Json, httpContext.RequestAborted);
    }
}

/// <summary>What a piece of work ends with: an answer to commit, or a problem that undoes it.</summary>
internal readonly struct WorkResult
{
    private WorkResult(Answer? answer, Problem? problem) => (Answer, Problem) = (answer, problem);

    public Answer? Answer { get; }

    public Problem? Problem { get; }

    public static implicit operator WorkResult(Answer answer) => new(answer, null);

    public static implicit operator WorkResult(Problem problem) => new(null, problem);
}
