using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>chinese-name</c>: names of persons. Simplified characters without spaces, one kind of middle dot, half-width; small letters; the
/// marks of a lost character are one mark. What says that there is no name is missing.
/// </summary>
internal sealed class ChineseNameKind : ColumnKind
{
    private const int Longest = 96;
    private static readonly HashSet<string> Nothing =
        ["无", "无名", "无姓名", "无名氏", "不详", "未知", "姓名", "空", "待补", "暂无", "未取名", "未起名", "null", "none", "nan", "n/a", "na", "unknown", "test", "测试"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NothingBySpan = Nothing.GetAlternateLookup<ReadOnlySpan<char>>();

    public override string Name => "chinese-name";

    // The simplified form of a character may be longer by a byte, and a name is cut at 96 characters.
    public override int MostBytes(int length) => Math.Min(2 * length, 4 * Longest) + 4;

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        var plain = value.Length is >= 6 and <= 12 && IsPlain(value);
        cell = plain ? Cell.Of(value) : Cell.Missing;
        return plain;
    }

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        if (value.Length is >= 6 and <= 12 && IsPlain(value))
        {
            value.CopyTo(cleaned);
            return value.Length;
        }

        Span<char> normal = stackalloc char[2 * Longest];
        var length = PersonName.Normalize(value, normal);
        return length <= 0 ? 0 : Write(normal[..length], cleaned);
    }

    // Two to four simplified characters, as nearly all names are.
    private static bool IsPlain(ReadOnlySpan<byte> value)
    {
        if (value.Length % 3 != 0)
        {
            return false;
        }

        for (var i = 0; i < value.Length; i += 3)
        {
            var code = (value[i] & 15) << 12 | (value[i + 1] & 63) << 6 | value[i + 2] & 63;
            if (value[i] >> 4 != 14 || code is < 0x4E00 or > 0x9FFF || Variants.Simplify(new Rune(code)).Value != code)
            {
                return false;
            }
        }

        return !value.StartsWith("无"u8) && !value.StartsWith("不详"u8) && !value.StartsWith("未"u8) && !value.SequenceEqual("姓名"u8)
            && !value.SequenceEqual("待补"u8) && !value.SequenceEqual("暂无"u8) && !value.SequenceEqual("测试"u8);
    }

    private static int Write(Span<char> normal, Span<byte> cleaned)
    {
        var marks = 0;
        foreach (ref var c in normal)
        {
            var mark = c is '?' or '*' or '\uFFFD' or '\u25A1' or '\u25A0' or '\u25AF' or '\u3013' or '\u25FB' or '\u25FC' or '-' or '/' or '.';
            marks += mark ? 1 : 0;
            c = mark && c is not ('-' or '/' or '.') ? '?' : c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        return marks == normal.Length || NothingBySpan.Contains(normal) ? 0 : Encoding.UTF8.GetBytes(normal, cleaned);
    }
}
