namespace Qingce.Server.Problems;

/// <summary>A problem as the API writes it: application/problem+json (RFC 9457).</summary>
internal sealed record ProblemBody
{
    /// <summary>Address of the page that explains the kind.</summary>
    public required string Type { get; init; }

    /// <summary>What is wrong, the same for every occurrence; in the language asked for.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong in this case, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>Stable name of the kind, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>Identifies the request in the logs and traces of the server.</summary>
    public required string TraceId { get; init; }

    /// <summary>The places of the request at fault.</summary>
    public IReadOnlyList<ProblemFault>? Errors { get; init; }

    /// <summary>The version the thing has now (problem version-changed).</summary>
    public int? CurrentVersion { get; init; }
}

/// <summary>A place of the request and what is wrong there.</summary>
/// <param name="Place">A member of the body, a parameter or a header.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Rule">Code of the rule of the register that says no, if one does.</param>
internal sealed record ProblemFault(string Place, string Detail, string? Rule);
