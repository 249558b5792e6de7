namespace Qingce.Linkage.Chinese;

/// <summary>Words and numerals of addresses, in one form.</summary>
internal static class AddressWords
{
    private const string Numerals = "零一二三四五六七八九";
    private const string Units = "号栋楼层室组队弄排单";

    private static readonly (int[] Long, int[] Short)[] Names =
    [
        Of("村民委员会", "村"), Of("居民委员会", "社区"), Of("村委会", "村"), Of("居委会", "社区"), Of("社区社区", "社区"), Of("村村", "村"),
        Of("街道办事处", "街道"),
    ];

    /// <summary>True for the characters of a Chinese number.</summary>
    public static bool IsNumeral(int code) => code is '十' or '百' or '两' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    /// <summary>Puts committees and offices by their short names, in place; returns the length.</summary>
    public static int Shorten(Span<int> text)
    {
        var length = text.Length;
        foreach (var (from, to) in Names)
        {
            while (text[..length].IndexOf(from) is >= 0 and var at)
            {
                to.CopyTo(text[at..]);
                text[(at + from.Length)..length].CopyTo(text[(at + to.Length)..]);
                length -= from.Length - to.Length;
            }
        }

        return length;
    }

    /// <summary>Writes the Chinese numbers that stand before a unit with digits, in place; returns the length.</summary>
    public static int ToDigits(Span<int> text)
    {
        Span<int> digits = stackalloc int[4];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && end - i < 6 && IsNumeral(text[end]))
            {
                end++;
            }

            var isNumber = end > i && end < text.Length && Units.Contains((char)Math.Min(text[end], 0xFFFF), StringComparison.Ordinal)
                && !(text[end] == '单' && (end + 1 == text.Length || text[end + 1] != '元'));
            if (isNumber && TryValue(text[i..end], digits, out var count) && count <= end - i + (length < i ? 1 : 0))
            {
                digits[..count].CopyTo(text[length..]);
                length += count;
                i = end;
            }
            else
            {
                text[length++] = text[i++];
            }
        }

        return length;
    }

    // 十 alone would grow by a digit, which has no room in place: such a number is left unless something fell away before it.
    private static bool TryValue(ReadOnlySpan<int> numerals, Span<int> digits, out int count)
    {
        int value = 0, digit = -1;
        var positional = numerals.IndexOfAny('十', '百') < 0;
        foreach (var code in numerals)
        {
            if (code is '十' or '百')
            {
                value += (digit < 0 ? 1 : digit) * (code == '十' ? 10 : 100);
                digit = -1;
                continue;
            }

            var one = code == '两' ? 2 : Numerals.IndexOf((char)code, StringComparison.Ordinal);
            value = positional ? value * 10 + one : value;
            digit = one;
        }

        value += positional ? 0 : Math.Max(digit, 0);
        count = 0;
        if (value > 9999)
        {
            return false;
        }

        for (var unit = 1000; unit > 0; unit /= 10)
        {
            if (value >= unit || unit == 1)
            {
                digits[count++] = '0' + value / unit % 10;
            }
        }

        return true;
    }

    private static (int[] Long, int[] Short) Of(string from, string to) => ([.. from.Select(c => (int)c)], [.. to.Select(c => (int)c)]);
}
