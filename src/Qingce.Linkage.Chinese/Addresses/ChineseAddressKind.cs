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

    // As most are written: what would be left as it is. A storey's sign behind a number's makes a building's.
    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        var plain = Plain.Bytes;
        int length = 0, before = 0;
        for (var i = 0; i < value.Length; length++)
        {
            int code = value[i];
            if (code < 0x80)
            {
                i++;
            }
            else if (code >> 4 == 14 && i + 2 < value.Length && (value[i + 1] & 0xC0) == 0x80 && (value[i + 2] & 0xC0) == 0x80)
            {
                code = (code & 15) << 12 | (value[i + 1] & 63) << 6 | value[i + 2] & 63;
                i += 3;
            }
            else
            {
                return false;
            }

            if (plain[code] == 0 || (code == '楼' && before == '号'))
            {
                return false;
            }

            before = code;
        }

        if (length is < 3 or > Longest)
        {
            return false;
        }

        cell = Cell.Of(value);
        return true;
    }

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

    // 1 for a character of the basic plane that stays as it is wherever it stands: but for 楼, which TryCell sees to.
    private static class Plain
    {
        public static readonly byte[] Bytes = Make();

        private static byte[] Make()
        {
            var bytes = new byte[0x10000];
            for (var code = 0; code < bytes.Length; code++)
            {
                var stays = code < 0x80
                    ? code is '-' or >= '0' and <= '9' or >= 'A' and <= 'Z'
                    : code is >= 0x4E00 and <= 0x9FFF and not ('幢' or '座' or '委' or '办') && !AddressWords.IsNumeral(code) && Variants.Simplify(new Rune(code)).Value == code;
                bytes[code] = stays ? (byte)1 : (byte)0;
            }

            return bytes;
        }
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
