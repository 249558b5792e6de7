namespace Qingce.Server.Languages;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Chinese">In Simplified Chinese.</param>
/// <param name="English">In English.</param>
public readonly record struct Phrase(string Chinese, string English)
{
    internal string In(AnswerLanguage language) => language == AnswerLanguage.Chinese ? Chinese : English;
}
