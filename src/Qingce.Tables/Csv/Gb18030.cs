using System.Text;

namespace Qingce.Tables;

/// <summary>
/// GB 18030 as .NET knows it; it covers all of Unicode, GBK and GB 2312 being parts of it. Decoding goes by a table of the two-byte
/// characters, several times as fast as through UTF-16, and takes a byte that starts no character alone, so that the delimiter or line
/// end behind it is never lost.
/// </summary>
internal static class Gb18030
{
    private const int CodePage = 54936;
    private const int Trails = 0xFF - 0x40;

    private static readonly Lazy<char[]> TwoByte = new(MakeTable);

    /// <summary>Throws on bytes that are no GB 18030 text and on lone surrogates.</summary>
    public static Encoding Strict { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Most bytes of UTF-8 that so many bytes of GB 18030 can give.</summary>
    public static long MaxUtf8Length(int length) => 3L * length;

    /// <summary>Decodes to UTF-8, with U+FFFD for each byte that belongs to no character.</summary>
    /// <returns>The length of the UTF-8, and how many characters were and bytes were not understood outside ASCII.</returns>
    public static (int Length, int Understood, int Invalid) Decode(ReadOnlySpan<byte> bytes, Span<byte> utf8)
    {
        char[] table = TwoByte.Value;
        int to = 0;
        int understood = 0;
        int invalid = 0;
        while (true)
        {
            int ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            ReadOnlySpan<byte> plain = ascii < 0 ? bytes : bytes[..ascii];
            plain.CopyTo(utf8[to..]);
            to += plain.Length;
            if (ascii < 0)
            {
                return (to, understood, invalid);
            }

            bytes = bytes[ascii..];
            while (!bytes.IsEmpty && bytes[0] >= 0x80)
            {
                char c = Pair(table, bytes);
                if (c != 0)
                {
                    to += Put(c, utf8[to..]);
                    understood++;
                    bytes = bytes[2..];
                }
                else if (TryFour(bytes, utf8[to..], out int written))
                {
                    to += written;
                    understood++;
                    bytes = bytes[4..];
                }
                else
                {
                    "\uFFFD"u8.CopyTo(utf8[to..]);
                    to += 3;
                    invalid++;
                    bytes = bytes[1..];
                }
            }
        }
    }

    private static char Pair(char[] table, ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && bytes[0] is >= 0x81 and <= 0xFE && bytes[1] is >= 0x40 and <= 0xFE
            ? table[(bytes[0] - 0x81) * Trails + bytes[1] - 0x40]
            : '\0';

    private static bool TryFour(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        written = 0;
        if (bytes.Length < 4 || bytes[0] is < 0x81 or > 0xFE || bytes[1] is < 0x30 or > 0x39 || bytes[2] is < 0x81 or > 0xFE
            || bytes[3] is < 0x30 or > 0x39)
        {
            return false;
        }

        Span<char> chars = stackalloc char[4];
        try
        {
            int count = Strict.GetChars(bytes[..4], chars);
            written = Encoding.UTF8.GetBytes(chars[..count], utf8);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int Put(char c, Span<byte> utf8)
    {
        if (c < 0x80)
        {
            utf8[0] = (byte)c;
            return 1;
        }

        if (c < 0x800)
        {
            utf8[1] = (byte)(0x80 | c & 0x3F);
            utf8[0] = (byte)(0xC0 | c >> 6);
            return 2;
        }

        utf8[2] = (byte)(0x80 | c & 0x3F);
        utf8[1] = (byte)(0x80 | c >> 6 & 0x3F);
        utf8[0] = (byte)(0xE0 | c >> 12);
        return 3;
    }

    private static char[] MakeTable()
    {
        Encoding lenient = CodePagesEncodingProvider.Instance.GetEncoding(
            CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\0"))!;
        char[] table = new char[126 * Trails];
        byte[] pair = new byte[2];
        char[] chars = new char[8];
        for (int i = 0; i < table.Length; i++)
        {
            pair[0] = (byte)(0x81 + i / Trails);
            pair[1] = (byte)(0x40 + i % Trails);
            table[i] = lenient.GetChars(pair, 0, 2, chars, 0) == 1 && !char.IsSurrogate(chars[0]) ? chars[0] : '\0';
        }

        return table;
    }
}
