using System.Globalization;
using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>The version of a registration as ETag and If-Match carry it: the number in quotes.</summary>
internal static class EntityVersion
{
    /// <summary>Sets the ETag of the answer.</summary>
    public static void SetVersion(this HttpContext http, int version) => http.Response.Headers.ETag = Tag(version);

    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the request rests on. <c>If-Match: *</c> rests on none and is refused: nobody would be told that somebody was quicker.</summary>
    /// <exception cref="ProblemException">The header is missing or is no version.</exception>
    public static int ExpectedVersion(this HttpContext http)
    {
        string written = http.Request.Headers.IfMatch.ToString().Trim();
        return written switch
        {
            "" => throw new ProblemException(ProblemCatalogue.VersionMissing.Here()),
            ['"', .. string digits, '"'] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int version) => version,
            _ => throw new ProblemException(ProblemCatalogue.VersionInvalid.Here()),
        };
    }

    /// <summary>Whether the reader already has this version, or any (If-None-Match).</summary>
    public static bool IsKnown(this HttpContext http, int version) =>
        http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(tag => tag.Trim() is var known && (known == "*" || known.TrimStart('W', '/') == Tag(version)));

    /// <summary>Marks endpoints that need If-Match.</summary>
    public static TBuilder NeedsVersion<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(VersionNeeded.Instance)
            .Problems(ProblemCatalogue.VersionMissing, ProblemCatalogue.VersionInvalid, ProblemCatalogue.VersionChanged);
}

/// <summary>Marks an endpoint that needs If-Match, for the description of the API.</summary>
internal sealed record VersionNeeded
{
    public static VersionNeeded Instance { get; } = new();
}
