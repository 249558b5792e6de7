using System.Text;

namespace Qingce.Standards;

/// <summary>Compares names of which one has lost characters.</summary>
internal static class LossMatch
{
    /// <summary>
    /// True when one name becomes the other by putting a character for each mark of loss: a mark stands for one character (two
    /// question marks in a row may too, since a character of two bytes left two), pinyin for a character read so, a space for one
    /// character or none. At least one character must be equal.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var lossLeft = LostCharacters.Find(left);
        var lossRight = LostCharacters.Find(right);
        if (lossLeft == NameLoss.None && lossRight == NameLoss.None)
        {
            return false;
        }

        Span<int> a = stackalloc int[NameText.Longest];
        Span<int> b = stackalloc int[NameText.Longest];
        a = Prepare(left, a);
        b = Prepare(right, b);
        if (a.Length > 16 || b.Length > 32)
        {
            return false;
        }

        return (lossLeft != NameLoss.None && Fits(a, b, 0)) || (lossRight != NameLoss.None && Fits(b, a, 0));
    }

    private static Span<int> Prepare(ReadOnlySpan<char> name, Span<int> codes)
    {
        codes = codes[..NameText.Tidy(name, codes, keepSpaces: true)];
        foreach (ref var code in codes)
        {
            code = code >= 0x2E80 ? Variants.Fold(code) : code;
        }

        if (codes.Length > 1)
        {
            codes[0] = SurnameVariants.Fold(codes[0]);
        }

        return codes;
    }

    private static bool Fits(ReadOnlySpan<int> lossy, ReadOnlySpan<int> full, int equal)
    {
        if (lossy.IsEmpty || full.IsEmpty)
        {
            return lossy.IsEmpty && full.IsEmpty && equal > 0;
        }

        var code = lossy[0];
        if (code == full[0] && Fits(lossy[1..], full[1..], equal + (NameText.IsHan(code) ? 1 : 0)))
        {
            return true;
        }

        if (full[0] == ' ')
        {
            return Fits(lossy, full[1..], equal);
        }

        var canStand = NameText.IsHan(full[0]);
        switch (LostCharacters.Of(code))
        {
            case NameLoss.None:
                return false;
            case NameLoss.Space:
                return Fits(lossy[1..], full, equal) || (canStand && Fits(lossy[1..], full[1..], equal));
            case NameLoss.Latin:
                return canStand && FitsPinyin(lossy, full, equal);
            case NameLoss.QuestionMark when lossy.Length > 1 && LostCharacters.Of(lossy[1]) == NameLoss.QuestionMark:
                return canStand && (Fits(lossy[1..], full[1..], equal) || Fits(lossy[2..], full[1..], equal));
            default:
                return canStand && Fits(lossy[1..], full[1..], equal);
        }
    }

    private static bool FitsPinyin(ReadOnlySpan<int> lossy, ReadOnlySpan<int> full, int equal)
    {
        Span<char> syllable = stackalloc char[8];
        var length = 0;
        while (length < lossy.Length && length < syllable.Length && lossy[length] is >= 'A' and <= 'Z')
        {
            syllable[length] = (char)lossy[length];
            length++;
            if (Pinyin.IsReading(new Rune(full[0]), syllable[..length]) && Fits(SkipSpace(lossy[length..]), full[1..], equal))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<int> SkipSpace(ReadOnlySpan<int> text) => !text.IsEmpty && text[0] == ' ' ? text[1..] : text;
}
