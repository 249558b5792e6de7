namespace Qingce.Cli;

/// <summary>The language of the screen.</summary>
internal enum Language
{
    Chinese,
    English,
}

/// <summary>A text in both languages.</summary>
internal readonly record struct Phrase(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
