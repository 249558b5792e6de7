using Qingce.Server.Problems;

namespace Qingce.Server.Idempotency;

/// <summary>The header Idempotency-Key.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Most = 200;

    /// <summary>Marks endpoints whose answers are kept under the key.</summary>
    public static TBuilder TakesIdempotencyKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(IdempotencyKeyTaken.Instance).Problems(
            ProblemCatalogue.IdempotencyKeyInvalid, ProblemCatalogue.IdempotencyKeyReused, ProblemCatalogue.IdempotencyKeyInUse, ProblemCatalogue.StoreUnavailable);

    /// <summary>The key of a request, or null.</summary>
    /// <exception cref="ProblemException">It is too long or has characters that are not visible ASCII.</exception>
    public static string? Of(HttpRequest request)
    {
        string key = request.Headers[Header].ToString();
        return key.Length == 0 ? null
            : key.Length <= Most && key.All(c => c is > ' ' and < '\u007f') ? key
            : throw new ProblemException(ProblemCatalogue.IdempotencyKeyInvalid.Here());
    }
}

/// <summary>Marks an endpoint that takes an idempotency key, for the description of the API.</summary>
internal sealed record IdempotencyKeyTaken
{
    public static IdempotencyKeyTaken Instance { get; } = new();
}
