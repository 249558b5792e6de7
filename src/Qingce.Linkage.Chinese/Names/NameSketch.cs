using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// A name of two or three Chinese characters in 64 bits: the characters as they are folded, the surname lowest. Of most pairs of names it tells
/// how far they agree, as nothing but a look at the characters that differ is needed.
/// </summary>
internal static class NameSketch
{
    private const int Bits = 15, Before = 0x4DFF;
    private const ulong Plain = 1UL << 63, OtherForm = 1UL << 62, Character = (1UL << Bits) - 1, Characters = (1UL << 3 * Bits) - 1;

    /// <summary>The sketch of a name, from its cell; of a name of another form, that it is one.</summary>
    public static ulong Of(ulong cell)
    {
        Span<int> name = stackalloc int[Cell.MostInline];
        if (!Cell.IsHan(cell) || Cell.Decode(cell, name) is var length && (length is not (2 or 3) || (length == 3 && PersonName.MayBeginCompound((char)name[0]))))
        {
            return OtherForm;
        }

        var sketch = 0UL;
        for (var i = length - 1; i >= 0; i--)
        {
            var folded = i == 0 ? HanFolds.FoldSurname(name[i]) : HanFolds.Fold(name[i]);
            if (folded - Before is not (> 0 and <= (int)Character))
            {
                return OtherForm;
            }

            sketch = sketch << Bits | (uint)(folded - Before);
        }

        return sketch | Plain;
    }

    /// <summary>The best grade of two names that are not equal.</summary>
    /// <param name="left">The sketch of a name.</param>
    /// <param name="right">The sketch of another name.</param>
    /// <param name="isExact">Whether it is their grade.</param>
    public static double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = (left & right & Plain) != 0;
        if (!isExact)
        {
            return NameGrade.Variant;
        }

        var (a, b) = (left & Characters, right & Characters);
        var apart = a ^ b;
        var sameSurname = (apart & Character) == 0;
        var (isOfThree, isOtherOfThree) = (a >> 2 * Bits != 0, b >> 2 * Bits != 0);
        if (isOfThree != isOtherOfThree)
        {
            return !sameSurname ? 0 : IsOneMissing(isOfThree ? a : b, isOfThree ? b : a) ? NameGrade.Missing : NameGrade.Surname;
        }

        if (apart == 0)
        {
            return NameGrade.Variant;
        }

        var (differing, isAlike, isOneSound) = (0, true, isOfThree && !sameSurname);
        for (var at = 0; at < 3 * Bits; at += Bits)
        {
            if ((apart >> at & Character) != 0)
            {
                var (one, other) = (CodeAt(a, at), CodeAt(b, at));
                differing++;
                isAlike &= HanFolds.MayBeAlike(one, other);
                isOneSound = isOneSound && HanFolds.FoldSyllable(one) == HanFolds.FoldSyllable(other);
            }
        }

        // Names that transliterate another language are folded further, and two names may have the same characters in another order.
        if (isOneSound || Sum(a) == Sum(b))
        {
            isExact = false;
            return NameGrade.Variant;
        }

        isExact = !isAlike;
        return isAlike ? NameGrade.LookAlike
            : isOfThree && differing == 1 ? NameGrade.OneCharacter
            : !sameSurname ? 0
            : isOfThree ? NameGrade.Surname
            : NameGrade.OneOfTwo;
    }

    // The given name of two characters has that of one.
    private static bool IsOneMissing(ulong three, ulong two) => two >> Bits is var given && (given == three >> 2 * Bits || given == (three >> Bits & Character));

    private static int CodeAt(ulong characters, int at) => Before + (int)(characters >> at & Character);

    private static ulong Sum(ulong characters) => (characters & Character) + (characters >> Bits & Character) + (characters >> 2 * Bits);
}
