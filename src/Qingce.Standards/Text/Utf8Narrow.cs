using System.Text;

namespace Qingce.Standards.Text;

/// <summary>Brings typed-in text to plain ASCII where it has an ASCII equal: full-width forms and the ideographic space.</summary>
internal static class Utf8Narrow
{
    /// <summary>
    /// Copies <paramref name="source"/> without surrounding white space and with full-width forms (U+FF01 to U+FF5E) made
    /// half-width. Returns the length written, or -1 when <paramref name="destination"/> is too short.
    /// </summary>
    public static int Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var written = 0;
        var end = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var b = source[i];
            if (b >= 0xC2 && i + 1 < source.Length)
            {
                var skip = Narrow(source, i, out var narrow);
                if (skip > 0)
                {
                    b = narrow;
                    i += skip;
                }
            }

            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0)
            {
                if (written == 0 || b == 0)
                {
                    continue;
                }

                b = (byte)' ';
            }

            if (written == destination.Length)
            {
                return -1;
            }

            destination[written++] = b;
            if (b != ' ')
            {
                end = written;
            }
        }

        return end;
    }

    /// <summary>True when every byte is an ASCII digit. False for no bytes.</summary>
    public static bool AllDigits(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Writes UTF-16 as UTF-8; -1 when it does not fit.</summary>
    public static int FromChars(ReadOnlySpan<char> text, Span<byte> destination) =>
        Encoding.UTF8.TryGetBytes(text, destination, out var written) ? written : -1;

    private static int Narrow(ReadOnlySpan<byte> source, int at, out byte narrow)
    {
        var b0 = source[at];
        var b1 = source[at + 1];
        narrow = 0;
        if (b0 == 0xC2 && b1 == 0xA0)
        {
            narrow = (byte)' ';
            return 1;
        }

        if (at + 2 >= source.Length)
        {
            return 0;
        }

        var b2 = source[at + 2];
        switch (b0, b1)
        {
            case (0xEF, 0xBC) when b2 is >= 0x81 and <= 0xBF:
                narrow = (byte)(b2 - 0x81 + 0x21);
                return 2;
            case (0xEF, 0xBD) when b2 is >= 0x80 and <= 0x9E:
                narrow = (byte)(b2 - 0x80 + 0x60);
                return 2;
            case (0xE3, 0x80) when b2 == 0x80:
                narrow = (byte)' ';
                return 2;
            case (0xEF, 0xBB) when b2 == 0xBF:
            case (0xE2, 0x80) when b2 is >= 0x8B and <= 0x8F:
                narrow = 0;
                return 2;
            default:
                return 0;
        }
    }
}
