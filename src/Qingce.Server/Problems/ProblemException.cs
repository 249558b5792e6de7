namespace Qingce.Server.Problems;

/// <summary>Ends a request with a problem from where no result can be returned: while parameters are bound or a body is streamed.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Kind.Code)
{
    public Problem Problem { get; } = problem;
}
