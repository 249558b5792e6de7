using System.Diagnostics;
using Qingce.Server.Languages;

namespace Qingce.Server.Problems;

/// <summary>Answers a request with a problem, in the language it asks for.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public const string MediaType = "application/problem+json";

    public Problem Problem { get; } = problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        AnswerLanguage language = AcceptedLanguage.Of(httpContext.Request);
        HttpResponse response = httpContext.Response;
        response.StatusCode = Problem.Kind.Status;
        response.Headers.ContentLanguage = AcceptedLanguage.Tag(language);
        response.Headers.Vary = "Accept-Language";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(Body(httpContext, language), ServerJson.Written.ProblemBody, MediaType, httpContext.RequestAborted);
    }

    private ProblemBody Body(HttpContext http, AnswerLanguage language) => new()
    {
        Type = $"/problems/{Problem.Kind.Code}",
        Title = Problem.Kind.Title.In(language),
        Status = Problem.Kind.Status,
        Detail = Problem.Detail.In(language),
        Instance = http.Request.Path,
        Code = Problem.Kind.Code,
        TraceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier,
        Errors = Problem.Faults.Count == 0 ? null : [.. Problem.Faults.Select(fault => new ProblemFault(fault.Place, fault.Text.In(language), fault.Rule))],
        CurrentVersion = Problem.CurrentVersion,
    };
}

internal static class ProblemAnswers
{
    /// <summary>The problem as an answer.</summary>
    public static ProblemResult Answer(this Problem problem) => new(problem);

    /// <summary>The problem as an answer, with nothing more to say than its kind does.</summary>
    public static ProblemResult Answer(this ProblemKind kind) => new(kind.Here());
}
