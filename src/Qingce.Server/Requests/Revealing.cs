using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>Marks an endpoint that can show sensitive values unmasked, for the description of the API.</summary>
internal sealed record Revealing
{
    public static Revealing Instance { get; } = new();
}

internal static class RevealingExtensions
{
    public static TBuilder CanReveal<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Revealing.Instance)
            .Problems(ProblemCatalogue.PurposeMissing, ProblemCatalogue.PurposeInvalid, ProblemCatalogue.ActorInvalid);
}
