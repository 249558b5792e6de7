namespace Qingce.Linkage;

/// <summary>Cologne phonetics (Postel 1969), which tells German names by their sound: digits for groups of consonants, of the first word.</summary>
internal static class Cologne
{
    private const int Longest = 15;

    /// <summary>The key of a name: its digits as a number with a 1 before them.</summary>
    /// <param name="text">Cleaned code points: small letters without marks.</param>
    /// <returns>0 when it has no Latin letter.</returns>
    public static ulong Of(ReadOnlySpan<int> text)
    {
        var (key, last, length, before) = (1UL, -1, 0, 0);
        for (var i = 0; i < text.Length && length < Longest; i++)
        {
            var code = text[i];
            if (code is < 'a' or > 'z')
            {
                if (before != 0)
                {
                    break;
                }

                continue;
            }

            var next = i + 1 < text.Length ? text[i + 1] : 0;
            foreach (var digit in Digits(code, before, next, isFirst: before == 0))
            {
                // Vowels count at the beginning alone, and a digit after itself does not.
                if (digit != last && (digit != 0 || before == 0))
                {
                    key = key * 10 + (ulong)digit;
                    length++;
                }

                last = digit;
            }

            before = code;
        }

        return before == 0 ? 0 : key;
    }

    private static ReadOnlySpan<int> Digits(int code, int before, int next, bool isFirst) => code switch
    {
        'a' or 'e' or 'i' or 'j' or 'o' or 'u' or 'y' => [0],
        'h' => [],
        'b' => [1],
        'p' => next == 'h' ? [3] : [1],
        'd' or 't' => next is 'c' or 's' or 'z' ? [8] : [2],
        'f' or 'v' or 'w' => [3],
        'g' or 'k' or 'q' => [4],
        'c' when isFirst => next is 'a' or 'h' or 'k' or 'l' or 'o' or 'q' or 'r' or 'u' or 'x' ? [4] : [8],
        'c' => next is 'a' or 'h' or 'k' or 'o' or 'q' or 'u' or 'x' && before is not ('s' or 'z') ? [4] : [8],
        'x' => before is 'c' or 'k' or 'q' ? [8] : [4, 8],
        'l' => [5],
        'm' or 'n' => [6],
        'r' => [7],
        's' or 'z' => [8],
        _ => [],
    };
}
