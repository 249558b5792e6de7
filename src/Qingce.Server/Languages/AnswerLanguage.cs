using Microsoft.Net.Http.Headers;

namespace Qingce.Server.Languages;

/// <summary>The language in which a request is answered.</summary>
internal enum AnswerLanguage
{
    English,
    Chinese,
}

/// <summary>Reads Accept-Language (RFC 9110): the better liked of Chinese and English; English when neither is named.</summary>
internal static class AcceptedLanguage
{
    public static AnswerLanguage Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? wanted))
        {
            return AnswerLanguage.English;
        }

        double chinese = Quality(wanted, "zh");
        return chinese > 0 && chinese >= Quality(wanted, "en") ? FirstOfEquals(wanted, chinese) : AnswerLanguage.English;
    }

    /// <summary>The value of Content-Language.</summary>
    public static string Tag(AnswerLanguage language) => language == AnswerLanguage.Chinese ? "zh-CN" : "en";

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
