namespace Qingce.Standards;

/// <summary>How far two names agree, from least to most.</summary>
public enum NameAgreement : byte
{
    /// <summary>One of them is empty: nothing can be said.</summary>
    Missing,

    /// <summary>Nothing in common that tells.</summary>
    Different,

    /// <summary>The same surname and another given name.</summary>
    SurnameOnly,

    /// <summary>One character replaced, missing or too many, with at least two in common.</summary>
    OneCharacter,

    /// <summary>A minority name of which the other is the first part or parts.</summary>
    Part,

    /// <summary>The same characters, or the same parts, in another order.</summary>
    Reordered,

    /// <summary>Characters that differ have a reading in common (or look alike, some of each).</summary>
    Homophone,

    /// <summary>Characters that differ are easily taken for one another by eye, and at least one is the same.</summary>
    LookAlike,

    /// <summary>One name has a mark of a lost character where the other has a character that may have stood there.</summary>
    LostCharacter,

    /// <summary>
    /// Equal but for traditional, simplified and variant characters, surnames written for one another, the middle dot, or the
    /// characters that transliterate one sound.
    /// </summary>
    Variant,

    /// <summary>Equal but for spaces, widths, capitals and kinds of middle dot.</summary>
    Exact,
}

public static partial class PersonName
{
    /// <summary>How far two names agree. Symmetric, deterministic, allocates nothing; names need not be in normal form.</summary>
    public static NameAgreement MayBeSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> a = stackalloc int[NameText.Longest];
        Span<int> b = stackalloc int[NameText.Longest];
        a = a[..NameText.Tidy(left, a)];
        b = b[..NameText.Tidy(right, b)];
        if (a.IsEmpty || b.IsEmpty)
        {
            return NameAgreement.Missing;
        }

        if (a.SequenceEqual(b))
        {
            return NameAgreement.Exact;
        }

        var parts = a.Contains(NameText.Dot) || b.Contains(NameText.Dot);
        Span<int> foldedLeft = stackalloc int[NameText.Longest];
        Span<int> foldedRight = stackalloc int[NameText.Longest];
        a.CopyTo(foldedLeft);
        b.CopyTo(foldedRight);
        foldedLeft = Folded(foldedLeft[..a.Length]);
        foldedRight = Folded(foldedRight[..b.Length]);
        if (foldedLeft.SequenceEqual(foldedRight) || (parts && MinorityNames.AreOneSound(foldedLeft, foldedRight)))
        {
            return NameAgreement.Variant;
        }

        if ((MayHaveLoss(left, a) || MayHaveLoss(right, b)) && LossMatch.Matches(left, right))
        {
            return NameAgreement.LostCharacter;
        }

        if (foldedLeft.Length == foldedRight.Length && CompareCharacters(foldedLeft, foldedRight) is { } byCharacter)
        {
            return byCharacter;
        }

        if (IsReordered(foldedLeft, foldedRight))
        {
            return NameAgreement.Reordered;
        }

        if (parts && MinorityNames.IsPart(a, b))
        {
            return NameAgreement.Part;
        }

        if (IsOneCharacterApart(foldedLeft, foldedRight))
        {
            return NameAgreement.OneCharacter;
        }

        return SameSurname(a, b) ? NameAgreement.SurnameOnly : NameAgreement.Different;
    }

    /// <summary>As <see cref="MayBeSame(ReadOnlySpan{char}, ReadOnlySpan{char})"/>, from UTF-8.</summary>
    public static NameAgreement MayBeSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right) && !left.IsEmpty && left[0] > 0xE3)
        {
            return NameAgreement.Exact;
        }

        Span<char> a = stackalloc char[LongestText];
        Span<char> b = stackalloc char[LongestText];
        return MayBeSame(a[..Decode(left, a)], b[..Decode(right, b)]);
    }

    // Spaces are gone from the tidy form, so they are looked for in the name itself.
    private static bool MayHaveLoss(ReadOnlySpan<char> name, ReadOnlySpan<int> tidy)
    {
        foreach (var code in tidy)
        {
            if ((code is < 0x4E00 or > 0x9FFF) && LostCharacters.Of(code) != NameLoss.None)
            {
                return true;
            }
        }

        return name.IndexOfAny(' ', '\u3000', '\u00A0') >= 0 || name.Contains('\t');
    }

    // Folds characters and the surname and drops middle dots, in place.
    private static Span<int> Folded(Span<int> name)
    {
        var parts = name.Contains(NameText.Dot);
        var count = 0;
        foreach (var code in name)
        {
            if (code != NameText.Dot && code != ' ')
            {
                name[count++] = code >= 0x2E80 ? Variants.Fold(code) : code;
            }
        }

        if (!parts && count is >= 2 and <= 4)
        {
            name[0] = SurnameVariants.Fold(name[0]);
        }

        return name[..count];
    }

    private static NameAgreement? CompareCharacters(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var same = 0;
        var look = 0;
        var sound = 0;
        var either = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i])
            {
                same++;
                continue;
            }

            var looks = LookAlike.Are(left[i], right[i]);
            var sounds = Pinyin.SoundAlike(left[i], right[i]);
            look += looks ? 1 : 0;
            sound += sounds ? 1 : 0;
            either += looks || sounds ? 1 : 0;
        }

        var differing = left.Length - same;
        return look == differing && same > 0 ? NameAgreement.LookAlike
            : sound == differing || (either == differing && same > 0) ? NameAgreement.Homophone
            : null;
    }

    private static bool IsReordered(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length || left.Length < 2)
        {
            return false;
        }

        Span<int> a = stackalloc int[NameText.Longest];
        Span<int> b = stackalloc int[NameText.Longest];
        left.CopyTo(a);
        right.CopyTo(b);
        a = a[..left.Length];
        b = b[..right.Length];
        a.Sort();
        b.Sort();
        return a.SequenceEqual(b);
    }

    private static bool IsOneCharacterApart(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length > right.Length)
        {
            return IsOneCharacterApart(right, left);
        }

        var start = left.CommonPrefixLength(right);
        var end = 0;
        while (end < left.Length - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return start + end >= 2 && right.Length - left.Length <= 1 && right.Length - start - end == 1;
    }

    private static bool SameSurname(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (SurnameVariants.Fold(Variants.Fold(left[0])) != SurnameVariants.Fold(Variants.Fold(right[0])))
        {
            return false;
        }

        Span<char> a = stackalloc char[2 * NameText.Longest];
        Span<char> b = stackalloc char[2 * NameText.Longest];
        Span<int> codes = stackalloc int[NameText.Longest];
        left.CopyTo(codes);
        NameText.Simplify(codes[..left.Length]);
        a = a[..NameText.Write(codes[..left.Length], a)];
        right.CopyTo(codes);
        NameText.Simplify(codes[..right.Length]);
        b = b[..NameText.Write(codes[..right.Length], b)];
        var first = SurnameLength(a);
        var second = SurnameLength(b);
        if (first == 0 || first != second)
        {
            return false;
        }

        return a[..first].SequenceEqual(b[..second])
            || (first == 1 && SurnameVariants.Fold(Variants.Fold(a[0])) == SurnameVariants.Fold(Variants.Fold(b[0])));
    }
}
