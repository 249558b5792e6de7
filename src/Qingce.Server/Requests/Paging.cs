using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>A page that was asked for with <c>after</c> and <c>limit</c>.</summary>
/// <param name="After">Where the page before ended; null for the first page.</param>
/// <param name="Limit">How many items, 1 to 200.</param>
/// <param name="List">The list that is paged and what was asked of it, as a few characters: a cursor leads on in that one alone.</param>
internal readonly record struct PageRequest(string? After, int Limit, string List)
{
    public const int Default = 50;
    public const int Most = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="ProblemException">The cursor or the limit cannot be used.</exception>
    public static ValueTask<PageRequest> BindAsync(HttpContext http)
    {
        string limitText = http.Request.Query["limit"].ToString();
        int limit = Default;
        if (limitText.Length > 0 && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most))
        {
            throw new ProblemException(ProblemCatalogue.ParameterInvalid.At("limit", $"limit 应为 1 至 {Most} 的整数。", $"limit is a whole number from 1 to {Most}."));
        }

        string cursor = http.Request.Query["after"].ToString();
        string list = ListOf(http);
        return ValueTask.FromResult(new PageRequest(cursor.Length == 0 ? null : Read(cursor, list), limit, list));
    }

    /// <summary>The cursor that leads on from an item.</summary>
    public string Cursor(string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(List + position));

    // How many items a page has, and whether values are shown, may become another from page to page.
    private static string ListOf(HttpContext http)
    {
        IEnumerable<string> asked = http.Request.Query.Where(one => one.Value.ToString().Length > 0).Select(one => (Name: one.Key.ToLowerInvariant(), one.Value))
            .Where(one => one.Name is not ("after" or "limit" or "reveal")).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name}={one.Value}");
        string list = string.Join('\n', asked.Prepend(http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? ""));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 6));
    }

    private static string Read(string cursor, string list)
    {
        try
        {
            string whole = Strict.GetString(Base64Url.DecodeFromChars(cursor));
            string position = whole.StartsWith(list, StringComparison.Ordinal) ? whole[list.Length..] : throw new FormatException("It is of another list.");
            return position.Any(char.IsControl) ? throw new FormatException("A position has no control characters.") : position;
        }
        catch (Exception fault) when (fault is FormatException or DecoderFallbackException)
        {
            throw new ProblemException(ProblemCatalogue.CursorInvalid.Here());
        }
    }
}

/// <summary>Marks an endpoint that pages, for the description of the API.</summary>
internal sealed record Paged
{
    public static Paged Instance { get; } = new();
}

internal static class PagingExtensions
{
    public static TBuilder IsPaged<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Paged.Instance).Problems(ProblemCatalogue.CursorInvalid, ProblemCatalogue.ParameterInvalid);
}
