using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary><c>chinese-name</c>: how far two names agree, as one of the grades of <see cref="NameGrade"/>, or 0.</summary>
internal sealed class NameMeasure : Measure
{
    public override string Name => "chinese-name";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text;
        var b = right.Text;
        return a.Length > NameCodes.Longest || b.Length > NameCodes.Longest ? 0
            : NameCodes.IsPlain(a) && NameCodes.IsPlain(b) ? BetweenPlain(a, b)
            : BetweenAny(a, b);
    }

    public override bool TryBetween(ulong left, ulong right, out double measured)
    {
        measured = 0;
        if (!Cell.IsHan(left) || !Cell.IsHan(right))
        {
            return false;
        }

        Span<int> a = stackalloc int[4];
        Span<int> b = stackalloc int[4];
        measured = BetweenPlain(a[..Cell.Decode(left, a)], b[..Cell.Decode(right, b)]);
        return true;
    }

    public override bool HasSketch => true;

    public override bool SketchesLongTexts => false;

    public override ulong Sketch(in CellValue value) => NameSketch.Of(value.Cell);

    public override ulong Sketch(ulong cell) => NameSketch.Of(cell);

    public override double Best(ulong left, ulong right, out bool isExact) => NameSketch.Best(left, right, out isExact);

    /// <summary>The grade of two names of Chinese characters alone.</summary>
    internal static double BetweenPlain(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Span<int> a = stackalloc int[left.Length];
        Span<int> b = stackalloc int[right.Length];
        Fold(left, a);
        Fold(right, b);
        var sameSurname = a[0] == b[0];
        if (a.Length == b.Length)
        {
            var byCharacter = ByCharacter(a, b);
            if (byCharacter > 0)
            {
                return byCharacter;
            }
        }
        else if (Math.Abs(a.Length - b.Length) == 1 && IsOneMissing(a, b))
        {
            return NameGrade.Missing;
        }

        return !sameSurname ? 0
            : HanFolds.SurnameLength(left) is var length && length != HanFolds.SurnameLength(right) || (length == 2 && a[1] != b[1]) ? 0
            : a.Length == 2 && b.Length == 2 ? NameGrade.OneOfTwo
            : NameGrade.Surname;
    }

    private static void Fold(ReadOnlySpan<int> name, Span<int> folded)
    {
        for (var i = 0; i < name.Length; i++)
        {
            folded[i] = HanFolds.Fold(name[i]);
        }

        folded[0] = name.Length is >= 2 and <= 4 ? HanFolds.FoldSurname(name[0]) : folded[0];
    }

    // Names of one length: what differs is looked at character by character until it cannot come to anything.
    private static double ByCharacter(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int same = 0, looks = 0, sounds = 0, either = 0;
        for (var i = 0; i < a.Length; i++)
        {
            same += a[i] == b[i] ? 1 : 0;
        }

        var differing = a.Length - same;
        if (differing == 0)
        {
            return NameGrade.Variant;
        }

        if (a.Length > 2 && (a[0] != b[0] || a.Length > 4) && AreOneSound(a, b))
        {
            return NameGrade.Variant;
        }

        var reordered = differing > 1 && IsReordered(a, b);
        if (differing == 2 && reordered)
        {
            return NameGrade.Reordered;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
            {
                continue;
            }

            var (one, other) = (new Rune(a[i]), new Rune(b[i]));
            var mayBe = HanFolds.MayBeAlike(a[i], b[i]);
            var sound = mayBe && AreHeardAlike(one, other);
            var look = mayBe && LookAlike.Are(one, other);
            if (!sound && !look)
            {
                return differing == 1 && same >= 2 ? NameGrade.OneCharacter : reordered ? NameGrade.Reordered : 0;
            }

            looks += look ? 1 : 0;
            sounds += sound ? 1 : 0;
            either++;
        }

        return looks == differing && same > 0 ? NameGrade.LookAlike
            : sounds == differing || (either == differing && same > 0) ? NameGrade.Homophone
            : 0;
    }

    // The commonest reading of one of them is a reading of the other: nobody writes 强 for 虹 because both have a rare reading jiang.
    private static bool AreHeardAlike(Rune one, Rune other) =>
        Pinyin.SoundAlike(one, other)
        && (Pinyin.SyllableOf(one) == Pinyin.SyllableOf(other) || Pinyin.IsReading(other, Pinyin.Of(one)) || Pinyin.IsReading(one, Pinyin.Of(other)));

    // 买买提 and 麦麦提, which no two Chinese names are: their first characters would be two surnames.
    private static bool AreOneSound(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && HanFolds.FoldSyllable(a[i]) != HanFolds.FoldSyllable(b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReordered(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        // Most names are told apart by a sum that does not ask for the order.
        var apart = 0;
        for (var i = 0; i < a.Length && a.Length == b.Length; i++)
        {
            apart = unchecked(apart + a[i] * a[i] - b[i] * b[i]);
        }

        if (apart != 0)
        {
            return false;
        }

        Span<int> sortedA = stackalloc int[a.Length];
        Span<int> sortedB = stackalloc int[b.Length];
        a.CopyTo(sortedA);
        b.CopyTo(sortedB);
        sortedA.Sort();
        sortedB.Sort();
        return a.Length > 1 && sortedA.SequenceEqual(sortedB);
    }

    // The first character is the surname and is never the one that is left out.
    private static bool IsOneMissing(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length > b.Length)
        {
            return IsOneMissing(b, a);
        }

        var start = a.CommonPrefixLength(b);
        return a.Length >= 2 && start > 0 && a[start..].SequenceEqual(b[(start + 1)..]);
    }

    private static double BetweenAny(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (IsLatin(left) || IsLatin(right))
        {
            return IsLatin(left) && IsLatin(right) ? BetweenLatin(left, right)
                : IsLatin(left) ? PinyinMatch.Are(right, left) ? NameGrade.Homophone : 0
                : PinyinMatch.Are(left, right) ? NameGrade.Homophone : 0;
        }

        Span<char> a = stackalloc char[2 * NameCodes.Longest];
        Span<char> b = stackalloc char[2 * NameCodes.Longest];
        return GradeOf(PersonName.MayBeSame(a[..NameCodes.Write(left, a)], b[..NameCodes.Write(right, b)]));
    }

    private static double BetweenLatin(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (IsReordered(left, right))
        {
            return NameGrade.Reordered;
        }

        var similarity = Similarity.JaroWinkler(left, right);
        return similarity >= 0.95 ? NameGrade.LookAlike : similarity >= 0.9 ? NameGrade.OneCharacter : 0;
    }

    private static bool IsLatin(ReadOnlySpan<int> name) => !name.ContainsAnyExceptInRange(' ', 0x24F) && name.ContainsAnyInRange('a', 'z');

    private static double GradeOf(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Exact or NameAgreement.Variant => NameGrade.Variant,
        NameAgreement.LostCharacter => NameGrade.LostCharacter,
        NameAgreement.LookAlike => NameGrade.LookAlike,
        NameAgreement.Homophone => NameGrade.Homophone,
        NameAgreement.Reordered => NameGrade.Reordered,
        NameAgreement.Part => NameGrade.Part,
        NameAgreement.OneCharacter => NameGrade.OneCharacter,
        NameAgreement.SurnameOnly => NameGrade.Surname,
        _ => 0,
    };
}
