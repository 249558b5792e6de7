using System.Buffers;
using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>chinese-address</c>: half-width capitals and simplified characters, no spaces, punctuation and brackets; Chinese numerals before a unit
/// as digits; 幢, 座 and 号楼 as 栋; committees by their short names.
/// </summary>
internal sealed class ChineseAddressKind : ColumnKind
{
    private const int Longest = 192;

    public override string Name => "chinese-address";

    public override int MostBytes(int length) => Math.Min(2 * length, 4 * Longest) + 8;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        Span<int> text = stackalloc int[Longest];
        var length = Tidy(value, text, out var numerals, out var names);
        length = names ? AddressWords.Shorten(text[..length]) : length;
        text = text[..(numerals ? AddressWords.ToDigits(text[..length]) : length)];
        if (text.Length < 3)
        {
            return 0;
        }

        var written = 0;
        foreach (var code in text)
        {
            written += new Rune(code).EncodeToUtf8(cleaned[written..]);
        }

        return written;
    }

    private static int Tidy(ReadOnlySpan<byte> value, Span<int> text, out bool numerals, out bool names)
    {
        var length = 0;
        var brackets = 0;
        numerals = names = false;
        while (!value.IsEmpty && length < text.Length)
        {
            int code = value[0];
            var used = 1;
            if (code >= 0x80)
            {
                code = Rune.DecodeFromUtf8(value, out var rune, out used) == OperationStatus.Done ? Narrow(rune) : 0;
            }

            value = value[used..];
            switch (code)
            {
                case '(' or '[' or '【' or '〔':
                    brackets++;
                    continue;
                case ')' or ']' or '】' or '〕':
                    brackets = Math.Max(0, brackets - 1);
                    continue;
                case <= ',' and not '#' or '.' or '/' or ':' or ';' or '，' or '。' or '、' or '；' or '：' or '\u3000' or '\u00A0' or '\uFEFF':
                    continue;
                case >= 'a' and <= 'z':
                    code &= 0xDF;
                    break;
                case '—' or '–' or '―' or '~' or '_' or '～':
                    code = '-';
                    break;
                case '幢' or '座':
                    code = '栋';
                    break;
                case '楼' when length > 0 && text[length - 1] is '号' or '#':
                    text[length - 1] = '栋';
                    continue;
                default:
                    numerals |= AddressWords.IsNumeral(code);
                    names |= code is '委' or '办';
                    break;
            }

            if (brackets == 0)
            {
                text[length++] = code;
            }
        }

        return length;
    }

    private static int Narrow(Rune rune) =>
        rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFF01 + '!' : rune.Value == '〇' ? '零' : Variants.Simplify(rune).Value;
}
