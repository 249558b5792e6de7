using System.Text;

namespace Qingce.Storage.Searching;

/// <summary>A reading as people type it: tone marks, ü, full-width letters, spaces and apostrophes, in letters of either case.</summary>
public static class TypedReading
{
    // Each letter with the forms that carry a tone, lower case; ü is v, as readings are kept.
    private static readonly string[] Toned = ["aāáǎàă", "eēéěèĕ", "iīíǐìĭ", "oōóǒòŏ", "uūúǔùŭ", "vüǖǘǚǜ", "nńňǹ", "mḿ"];

    private const char FirstMark = '\u0300';
    private const char LastMark = '\u030C';
    private const char Dots = '\u0308';
    private const int FullWidth = '！' - '!';

    /// <summary>The letters and digits that readings are found by; empty where there are none. Null where the text is no reading but a name in another script.</summary>
    /// <param name="text">As typed.</param>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder letters = new(text.Length);
        foreach (char typed in text)
        {
            char c = char.ToLowerInvariant(typed is >= '！' and <= '～' ? (char)(typed - FullWidth) : typed);
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters.Append(c);
            }
            else if (c is Dots or ':')
            {
                // u with dots as two characters, and u: as it is typed where there is no ü.
                if (letters.Length > 0 && letters[^1] == 'u')
                {
                    letters[^1] = 'v';
                }
            }
            else if (Array.Find(Toned, forms => forms.Contains(c, StringComparison.Ordinal)) is { } found)
            {
                letters.Append(found[0]);
            }
            else if (c > '\u007F' && c is not ((>= FirstMark and <= LastMark) or '\u2019' or '\u02BC' or '\u3000'))
            {
                return null;
            }
        }

        return letters.ToString();
    }
}
