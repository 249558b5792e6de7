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

    // Half of the bits for readings and half for look-alikes: what a character has, and what another must have of it to be taken for it.
    private static readonly ulong[] Traits = MakeMasks(code => Sounds(code) | Bit(Variants.Simplify(new Rune(code)).Value) << 32);
    private static readonly ulong[] Alikes = MakeMasks(code => Sounds(code) | Looks(code) << 32);

    /// <summary>False when two characters neither sound nor look alike, as it is of most: told from a word of each.</summary>
    /// <param name="left">A folded character, of any block.</param>
    /// <param name="right">Another one.</param>
    public static bool MayBeAlike(int left, int right) =>
        left is < First or > Last || right is < First or > Last || (Traits[left - First] & Alikes[right - First]) != 0;

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

    private static ulong[] MakeMasks(Func<int, ulong> mask) => [.. Enumerable.Range(First, Last - First + 1).Select(mask)];

    private static ulong Sounds(int code) => Pinyin.AllOf(new Rune(code)).Aggregate(0UL, (bits, syllable) => bits | Bit(CodeOf(syllable)));

    private static ulong Looks(int code) => LookAlike.Of(new Rune(code)).EnumerateRunes().Aggregate(0UL, (bits, other) => bits | Bit(Variants.Simplify(other).Value));

    private static int CodeOf(string syllable) => syllable.Aggregate(0, (code, letter) => unchecked(code * 31 + letter));

    // One of 32.
    private static ulong Bit(int code) => 1UL << (int)(unchecked((uint)code * 0x9E3779B1) >> 27);
}
