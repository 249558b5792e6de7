using System.Buffers;

namespace Qingce.Standards;

/// <summary>Brings the characters of an address to one form.</summary>
internal static class AddressText
{
    private const string Numerals = "零一二三四五六七八九";

    // What a number of an address stands before. Not 门 and 户, which stand in many names (三门路, 百户村).
    private const string Units = "号栋幢座楼层室组队弄排社单";

    private static readonly SearchValues<char> DigitWords = SearchValues.Create("零一二三四五六七八九十百两第");

    /// <summary>
    /// Writes the text half-width, in capitals, simplified, without spaces, punctuation and what stands in brackets, one kind of
    /// hyphen, Chinese numerals before a unit as digits, villagers' and residents' committees by their short names.
    /// </summary>
    public static int Tidy(ReadOnlySpan<char> text, Span<char> destination)
    {
        var count = 0;
        var brackets = 0;
        foreach (var raw in text)
        {
            var c = Narrow(raw);
            if (c is '(' or '[' or '【' or '〔')
            {
                brackets++;
            }
            else if (c is ')' or ']' or '】' or '〕')
            {
                brackets = Math.Max(0, brackets - 1);
            }
            else if (brackets == 0 && c != 0 && count < destination.Length)
            {
                destination[count++] = c;
            }
        }

        if (destination[..count].IndexOfAny('委', '民', '办') >= 0)
        {
            count = Shorten(destination, count);
        }

        return ToDigits(destination, count);
    }

    private static int Shorten(Span<char> text, int count)
    {
        count = Replace(text[..count], "村民委员会", "村");
        count = Replace(text[..count], "居民委员会", "社区");
        count = Replace(text[..count], "村委会", "村");
        count = Replace(text[..count], "居委会", "社区");
        count = Replace(text[..count], "社区社区", "社区");
        count = Replace(text[..count], "村村", "村");
        count = Replace(text[..count], "村民小组", "组");
        return Replace(text[..count], "街道办事处", "街道");
    }

    private static char Narrow(char c) =>
        c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') ? c
        : c is >= '\u4E00' and <= '\u9FFF' ? Variants.SimplifyBasic(c)
        : Other(c);

    private static char Other(char c) => c switch
    {
        ' ' or '\t' or '\r' or '\n' or '\u3000' or '\u00A0' or '\uFEFF' or ',' or '，' or '。' or ';' or '；' or '、' or '"' or '\'' or ':' or '：'
            or (>= '\u200B' and <= '\u200F') => '\0',
        '－' or '—' or '–' or '―' or '～' or '~' or '_' => '-',
        >= 'a' and <= 'z' => (char)(c - 32),
        >= '\uFF41' and <= '\uFF5A' => (char)(c - '\uFF41' + 'A'),
        >= '\uFF01' and <= '\uFF5E' => Narrow((char)(c - '\uFF01' + 0x21)),
        '〇' or '○' => '零',
        < '\u2E80' => c,
        _ => Variants.SimplifyBasic(c),
    };

    private static int Replace(Span<char> text, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var length = text.Length;
        var at = text.IndexOf(from);
        while (at >= 0)
        {
            to.CopyTo(text[at..]);
            text[(at + from.Length)..length].CopyTo(text[(at + to.Length)..]);
            length -= from.Length - to.Length;
            var next = text[(at + to.Length)..length].IndexOf(from);
            at = next < 0 ? -1 : next + at + to.Length;
        }

        return length;
    }

    // 十 alone grows by one digit and 百 by two; the buffer is the caller's whole one, so that there is room.
    private static int ToDigits(Span<char> buffer, int length)
    {
        var text = buffer[..length];
        if (!text.ContainsAny(DigitWords))
        {
            return length;
        }

        Span<char> result = stackalloc char[length + 64];
        var count = 0;
        for (var i = 0; i < text.Length && count < result.Length - 4;)
        {
            var end = i;
            while (end < text.Length && end - i < 6 && IsNumeral(text[end]))
            {
                end++;
            }

            var ordinal = count > 0 && result[count - 1] == '第';
            if (end > i && end < text.Length && (ordinal || IsUnit(text, end)) && TryValue(text[i..end], out var value))
            {
                count -= ordinal ? 1 : 0;
                value.TryFormat(result[count..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
                count += written;
                i = end;
                continue;
            }

            if (ordinal && char.IsAsciiDigit(text[i]))
            {
                count--;
            }

            result[count++] = text[i++];
        }

        count = Math.Min(count, buffer.Length);
        result[..count].CopyTo(buffer);
        return count;
    }

    private static bool IsUnit(ReadOnlySpan<char> text, int at) =>
        Units.Contains(text[at], StringComparison.Ordinal)
        && !(text[at] == '社' && at + 1 < text.Length && text[at + 1] == '区')
        && !(text[at] == '单' && (at + 1 >= text.Length || text[at + 1] != '元'));

    private static bool IsNumeral(char c) => c is '十' or '百' or '两' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    private static bool TryValue(ReadOnlySpan<char> numerals, out int value)
    {
        value = 0;
        if (!numerals.ContainsAny('十', '百'))
        {
            foreach (var c in numerals)
            {
                value = value * 10 + DigitOf(c);
            }

            return true;
        }

        var digit = -1;
        foreach (var c in numerals)
        {
            if (c is '十' or '百')
            {
                value += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = -1;
            }
            else
            {
                if (digit > 0)
                {
                    return false;
                }

                digit = DigitOf(c);
            }
        }

        value += Math.Max(digit, 0);
        return true;
    }

    private static int DigitOf(char c) => c == '两' ? 2 : Numerals.IndexOf(c, StringComparison.Ordinal);
}
