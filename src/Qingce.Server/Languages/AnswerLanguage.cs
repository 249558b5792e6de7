using Microsoft.Net.Http.Headers;

namespace Qingce.Server.Languages;

/// <summary>The language in which requests are answered.</summary>
public enum AnswerLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>Reads Accept-Language (RFC 9110): the better liked of Chinese and English; that of the server when neither is named.</summary>
internal static class AcceptedLanguage
{
    public static AnswerLanguage Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? wanted))
        {
            return Own(request);
        }

        double chinese = Quality(wanted, "zh");
        double english = Quality(wanted, "en");
        return chinese == 0 && english == 0 ? Own(request)
            : chinese >= english ? FirstOfEquals(wanted, chinese) : AnswerLanguage.English;
    }

    /// <summary>The value of Content-Language.</summary>
    public static string Tag(AnswerLanguage language) => language == AnswerLanguage.Chinese ? "zh-CN" : "en";

    private static AnswerLanguage Own(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<ServerOptions>().Language;

    // With the same quality, what is named first is liked better.
    private static AnswerLanguage FirstOfEquals(IList<StringWithQualityHeaderValue> wanted, double quality) =>
        Is(wanted.First(value => (Is(value, "zh") || Is(value, "en")) && (value.Quality ?? 1) >= quality), "zh")
            ? AnswerLanguage.Chinese : AnswerLanguage.English;

    private static double Quality(IList<StringWithQualityHeaderValue> wanted, string language) =>
        wanted.Where(value => Is(value, language)).Select(value => value.Quality ?? 1).DefaultIfEmpty(0).Max();

    private static bool Is(StringWithQualityHeaderValue value, string language) =>
        value.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
        || value.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
