namespace Qingce.Server.Problems;

/// <summary>The kinds of problems an endpoint may answer with, for the description of the API.</summary>
internal sealed record ProblemMetadata(IReadOnlyList<ProblemKind> Kinds);

internal static class ProblemMetadataExtensions
{
    /// <summary>Declares problems that the endpoint may answer with; those of a group and of its endpoints add up.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder builder, params ProblemKind[] kinds)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ProblemMetadata(kinds));
}
