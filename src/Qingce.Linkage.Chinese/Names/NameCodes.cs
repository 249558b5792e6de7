using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>Names in normal form as code points.</summary>
internal static class NameCodes
{
    /// <summary>Names longer than this are compared and keyed by their beginning.</summary>
    public const int Longest = 48;

    /// <summary>The middle dot of the normal form.</summary>
    public const int Dot = 0xB7;

    /// <summary>The mark of a lost character of the normal form.</summary>
    public const int Lost = '?';

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(int code) => code >= 0x2E80 && Rune.IsValid(code) && Han.Is(new Rune(code));

    /// <summary>True for names of Chinese characters of the basic plane alone, without dots and marks.</summary>
    public static bool IsPlain(ReadOnlySpan<int> name)
    {
        foreach (var code in name)
        {
            if (code is < 0x4E00 or > 0x9FFF)
            {
                return false;
            }
        }

        return name.Length <= Longest;
    }

    /// <summary>The character that stands for those written for it.</summary>
    public static int Fold(int code) => code >= 0x2E80 && Rune.IsValid(code) ? Variants.Fold(new Rune(code)).Value : code;

    /// <summary>As <see cref="Fold"/>, for a surname.</summary>
    public static int FoldSurname(int code) => SurnameVariants.Fold(new Rune(Fold(code))).Value;

    /// <summary>The character that stands for all that transliterate one sound.</summary>
    public static int FoldSyllable(int code) => MinorityNames.Fold(new Rune(Fold(code))).Value;

    /// <summary>True for names that transliterate another language: with middle dots, or longer than Chinese ones are.</summary>
    public static bool IsTransliterated(ReadOnlySpan<int> name) => name.Contains(Dot) || (name.Length > 4 && IsPlain(name));

    /// <summary>How many code points are the surname; 0 for names with middle dots, Latin ones and single characters.</summary>
    public static int SurnameLength(ReadOnlySpan<int> name)
    {
        if (name.Length < 2 || !IsHan(name[0]) || name.Contains(Dot))
        {
            return 0;
        }

        if (name.Length == 2 || name[0] > 0xFFFF || name[1] > 0xFFFF)
        {
            return 1;
        }

        ReadOnlySpan<char> start = [(char)name[0], (char)name[1], '明'];
        return PersonName.SurnameLength(start);
    }

    /// <summary>Writes a name as UTF-16.</summary>
    /// <param name="name">Code points.</param>
    /// <param name="text">Room for two units each.</param>
    public static int Write(ReadOnlySpan<int> name, Span<char> text)
    {
        var length = 0;
        foreach (var code in name)
        {
            length += (Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar).EncodeToUtf16(text[length..]);
        }

        return length;
    }
}
