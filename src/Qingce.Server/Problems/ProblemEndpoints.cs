using Qingce.Server.Languages;

namespace Qingce.Server.Problems;

/// <summary>A kind of problem, explained.</summary>
/// <param name="Code">Stable name for programs.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ProblemPage(string Code, int Status, string Title, string Remedy);

/// <summary>The pages that the type of a problem leads to.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder problems = routes.MapGroup("/problems").WithTags("Problems");
        problems.MapGet("/", (HttpRequest request) => TypedResults.Ok(ProblemCatalogue.All.Select(kind => Page(kind, request)).ToArray()))
            .WithName("listProblems").WithSummary("List kinds of problems")
            .WithDescription("Every kind of problem the API answers with.");
        problems.MapGet("/{code}", Find)
            .Produces<ProblemPage>()
            .WithName("getProblem").WithSummary("Show a kind of problem")
            .WithDescription("One kind of problem: what it means and what to do.")
            .Problems(ProblemCatalogue.PathUnknown);
    }

    private static IResult Find(string code, HttpRequest request) =>
        ProblemCatalogue.All.FirstOrDefault(kind => kind.Code == code) is { } known
            ? TypedResults.Ok(Page(known, request))
            : ProblemCatalogue.PathUnknown.Answer();

    private static ProblemPage Page(ProblemKind kind, HttpRequest request)
    {
        AnswerLanguage language = AcceptedLanguage.Of(request);
        return new ProblemPage(kind.Code, kind.Status, kind.Title.In(language), kind.Remedy.In(language));
    }
}
