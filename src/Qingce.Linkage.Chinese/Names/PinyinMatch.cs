using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>Chinese names beside their pinyin: 张小明 and zhang xiaoming, or xiaoming zhang.</summary>
internal static class PinyinMatch
{
    /// <summary>True when the letters are the commonest readings of the characters, the surname first or last.</summary>
    /// <param name="han">Code points, in normal form.</param>
    /// <param name="latin">Small letters, spaces, hyphens and apostrophes.</param>
    public static bool Are(ReadOnlySpan<int> han, ReadOnlySpan<int> latin)
    {
        if (!NameCodes.IsPlain(han) || han.Length is < 2 or > 6)
        {
            return false;
        }

        Span<char> letters = stackalloc char[NameCodes.Longest];
        var length = 0;
        foreach (var code in latin)
        {
            if (code is >= 'a' and <= 'z')
            {
                letters[length++] = (char)code;
            }
            else if (code is not (' ' or '-' or '\'' or '.' or ','))
            {
                return false;
            }
        }

        var surname = Math.Max(1, NameCodes.SurnameLength(han));
        return (Take(han, letters[..length]) is { IsEmpty: true, Found: true })
            || (Take(han[surname..], letters[..length]) is { Found: true } rest && Take(han[..surname], rest.Letters) is { IsEmpty: true, Found: true });
    }

    private static Rest Take(ReadOnlySpan<int> han, ReadOnlySpan<char> letters)
    {
        foreach (var code in han)
        {
            var syllable = Pinyin.Of(new Rune(code));
            if (syllable.Length == 0 || !letters.StartsWith(syllable))
            {
                return default;
            }

            letters = letters[syllable.Length..];
        }

        return new Rest(letters, true);
    }

    private readonly ref struct Rest(ReadOnlySpan<char> letters, bool found)
    {
        public ReadOnlySpan<char> Letters { get; } = letters;

        public bool Found { get; } = found;

        public bool IsEmpty => Letters.IsEmpty;
    }
}
