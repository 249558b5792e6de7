namespace Qingce.Linkage;

/// <summary>
/// Keys by which names that sound alike in European languages come together: the American Soundex of the first word, with the
/// spellings of one sound at its beginning made the same (ph and f, c and k, wr and r, kn and n).
/// </summary>
internal static class Soundex
{
    private const int Length = 4;

    // Groups of consonants of the American Soundex, a to z; 0 for vowels, 9 for h and w, which do not part equal sounds.
    private const string Groups = "01230129022455012623019202";

    /// <summary>The key of a name.</summary>
    /// <param name="text">Cleaned code points.</param>
    /// <returns>0 when there is no Latin letter.</returns>
    public static uint Of(ReadOnlySpan<int> text)
    {
        var at = 0;
        while (at < text.Length && !IsLetter(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return 0;
        }

        var next = at + 1 < text.Length ? text[at + 1] : 0;
        var first = (text[at], next) switch
        {
            ('p', 'h') => 'f',
            ('c', not 'h') or ('q', _) => 'k',
            ('w', 'r') => 'r',
            ('k', 'n') or ('g', 'n') => 'n',
            ('w', 'h') => 'w',
            ('j', _) when next is 'i' or 'e' => 'g',
            ('z', _) or ('x', _) => 's',
            ('y', _) => 'i',
            ('v', _) => 'f',
            _ => text[at],
        };
        at += (text[at], next) is ('p', 'h') or ('w', 'r') or ('k', 'n') or ('g', 'n') or ('w', 'h') ? 2 : 1;
        var key = (uint)first;
        var last = Group(first);
        var length = 1;
        for (; at < text.Length && IsLetter(text[at]) && length < Length; at++)
        {
            var group = Group(text[at]);
            if (group is not ('0' or '9') && group != last)
            {
                key = (key << 8) | group;
                length++;
            }

            last = group == '9' ? last : group;
        }

        return key;
    }

    private static bool IsLetter(int code) => code is >= 'a' and <= 'z';

    private static char Group(int code) => Groups[code - 'a'];
}
