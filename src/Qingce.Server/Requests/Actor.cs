using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>Who acts (header Qingce-Actor) and for what purpose a person is looked at (header Qingce-Purpose).</summary>
internal static class Actor
{
    public const string Header = "Qingce-Actor";
    public const string PurposeHeader = "Qingce-Purpose";

    private const int MostActor = 100;
    private const int MostPurpose = 200;

    private static readonly object ActorKey = new();

    /// <summary>Who acts, on an endpoint that needs an actor.</summary>
    public static string ActorName(this HttpContext http) =>
        http.Items[ActorKey] as string ?? throw new InvalidOperationException("The endpoint does not ask for an actor.");

    /// <summary>Who acts and why, for a look that reveals sensitive values.</summary>
    /// <exception cref="ProblemException">One of them is missing or cannot be read.</exception>
    public static (string Actor, string Purpose) Look(this HttpContext http)
    {
        string actor = Read(http, Header, MostActor, ProblemCatalogue.PurposeMissing, ProblemCatalogue.ActorInvalid);
        return (actor, Read(http, PurposeHeader, MostPurpose, ProblemCatalogue.PurposeMissing, ProblemCatalogue.PurposeInvalid));
    }

    /// <summary>Asks for an actor on every endpoint of the builder.</summary>
    public static TBuilder NeedsActor<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder
            .AddEndpointFilter<TBuilder, ActorFilter>()
            .WithMetadata(ActorNeeded.Instance)
            .Problems(ProblemCatalogue.ActorMissing, ProblemCatalogue.ActorInvalid);

    private static string Read(HttpContext http, string header, int most, ProblemKind missing, ProblemKind invalid)
    {
        string written = http.Request.Headers[header].ToString();
        return written.Length == 0 ? throw new ProblemException(missing.Here())
            : PercentText.TryRead(written, most, out string text) ? text
            : throw new ProblemException(invalid.Here());
    }

    private sealed class ActorFilter : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            context.HttpContext.Items[ActorKey] = Read(context.HttpContext, Header, MostActor, ProblemCatalogue.ActorMissing, ProblemCatalogue.ActorInvalid);
            return next(context);
        }
    }
}

/// <summary>Marks an endpoint that needs an actor, for the description of the API.</summary>
internal sealed record ActorNeeded
{
    public static ActorNeeded Instance { get; } = new();
}
