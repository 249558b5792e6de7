namespace Qingce.Linkage;

/// <summary>A key of how an English name sounds, by the rules of Philips' Metaphone (1990): up to eight consonants of the first word, with a vowel at its beginning.</summary>
internal static class Metaphone
{
    private const int Longest = 8;

    /// <summary>The key of a name, a letter a byte; <c>0</c> stands for th, <c>x</c> for sh.</summary>
    /// <param name="text">Cleaned code points: small letters without marks.</param>
    /// <returns>0 when it has no Latin letter.</returns>
    public static ulong Of(ReadOnlySpan<int> text)
    {
        var from = 0;
        while (from < text.Length && !IsLetter(text[from]))
        {
            from++;
        }

        var to = from;
        while (to < text.Length && IsLetter(text[to]))
        {
            to++;
        }

        var word = text[from..to];
        if (word.IsEmpty)
        {
            return 0;
        }

        var at = (word[0], At(word, 1)) switch
        {
            ('k' or 'g' or 'p', 'n') or ('a', 'e') or ('w', 'r') => 1,
            _ => 0,
        };
        var (key, length) = (0UL, 0);
        for (var start = at; at < word.Length && length < Longest; at++)
        {
            if (at > start && word[at] == word[at - 1] && word[at] != 'c')
            {
                continue;
            }

            foreach (var sound in Sounds(word, at, at == start))
            {
                key = key << 8 | (byte)sound;
                length++;
            }
        }

        return key == 0 ? 1 : key;
    }

    private static string Sounds(ReadOnlySpan<int> word, int at, bool isFirst)
    {
        var (before, code, next, after) = (At(word, at - 1), word[at], At(word, at + 1), At(word, at + 2));
        var isLast = at + 1 == word.Length;
        return code switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => isFirst ? "a" : "",
            'b' => isLast && before == 'm' ? "" : "b",
            'c' when next == 'i' && after == 'a' => "x",
            'c' when next == 'h' => before == 's' || (isFirst && !IsVowel(after)) ? "k" : "x",
            'c' when next is 'i' or 'e' or 'y' => before == 's' ? "" : "s",
            'c' => next == 'k' || before == 'c' ? "" : "k",
            'd' => next == 'g' && after is 'e' or 'y' or 'i' ? "j" : "t",
            'g' when next == 'h' => at + 2 < word.Length && IsVowel(after) && isFirst ? "k" : "",
            'g' when next == 'n' => "",
            'g' => before == 'd' && next is 'e' or 'y' or 'i' ? "" : next is 'i' or 'e' or 'y' && before != 'g' ? "j" : "k",
            'h' => IsVowel(next) && before is not ('c' or 's' or 'p' or 't' or 'g') && (isFirst || !IsVowel(before)) ? "h" : "",
            'k' => "k",
            'p' => next == 'h' ? "f" : "p",
            'q' => "k",
            's' => next == 'h' || (next == 'i' && after is 'o' or 'a') ? "x" : next == 'c' && after == 'h' ? "" : "s",
            't' => next == 'i' && after is 'o' or 'a' ? "x" : next == 'h' ? (after == 'm' ? "t" : "0") : next == 'c' && after == 'h' ? "" : "t",
            'v' => "f",
            'w' or 'y' => IsVowel(next) ? (code == 'w' ? "w" : "y") : "",
            'x' => isFirst ? "s" : "ks",
            'z' => "s",
            _ => ((char)code).ToString(),
        };
    }

    private static int At(ReadOnlySpan<int> word, int at) => at >= 0 && at < word.Length ? word[at] : 0;

    private static bool IsVowel(int code) => code is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsLetter(int code) => code is >= 'a' and <= 'z';
}
