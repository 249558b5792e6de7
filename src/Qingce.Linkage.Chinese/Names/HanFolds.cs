using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// What the characters of the block U+4E00 to U+9FFF are folded to, in arrays: names are keyed and compared by the million. Made at first use.
/// </summary>
internal static class HanFolds
{
    private const int First = 0x4E00, Last = 0x9FFF;
    private static readonly int[] Folded = Make(NameCodes.Fold);
    private static readonly int[] Surnames = Make(NameCodes.FoldSurname);
    private static readonly int[] Transliterated = Make(code => MinorityNames.Fold(new Rune(code)).Value);
    private static readonly int[] Syllables = Make(code => Pinyin.SyllableOf(new Rune(NameCodes.Fold(code))));

    /// <summary>As <see cref="NameCodes.Fold"/>.</summary>
    /// <param name="code">U+4E00 to U+9FFF, as in all others.</param>
    public static int Fold(int code) => Folded[code - First];

    /// <summary>As <see cref="NameCodes.FoldSurname"/>.</summary>
    public static int FoldSurname(int code) => Surnames[code - First];

    /// <summary>As <see cref="MinorityNames.Fold"/>.</summary>
    /// <param name="code">A folded character, of any block.</param>
    public static int FoldSyllable(int code) => code is >= First and <= Last ? Transliterated[code - First] : code;

    /// <summary>The number of the folded character's commonest reading; 0 for none.</summary>
    public static int Syllable(int code) => Syllables[code - First];

    /// <summary>How many characters of a name of two to four are the surname; 0 for one character.</summary>
    public static int SurnameLength(ReadOnlySpan<int> name) =>
        name.Length > 2 && PersonName.MayBeginCompound((char)name[0]) ? NameCodes.SurnameLength(name) : Math.Min(1, name.Length - 1);

    private static int[] Make(Func<int, int> fold) => [.. Enumerable.Range(First, Last - First + 1).Select(fold)];
}
