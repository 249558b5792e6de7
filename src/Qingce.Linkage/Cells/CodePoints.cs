using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Qingce.Linkage;

/// <summary>Text as code points, so that a character counts as one whatever its encoding.</summary>
internal static class CodePoints
{
    /// <summary>Writes the code points of a text.</summary>
    /// <param name="utf8">UTF-8; what is no character becomes U+FFFD.</param>
    /// <param name="text">Room for one code point a byte.</param>
    /// <returns>How many there are.</returns>
    public static int Decode(ReadOnlySpan<byte> utf8, Span<int> text)
    {
        int length = 0, at = 0;
        while (at < utf8.Length)
        {
            int first = utf8[at];
            if (first < 0x80)
            {
                text[length++] = first;
                at++;
            }
            else if (TryThree(utf8[at..], out var code))
            {
                text[length++] = code;
                at += 3;
            }
            else
            {
                var status = Rune.DecodeFromUtf8(utf8[at..], out var rune, out var used);
                text[length++] = status == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
                at += used;
            }
        }

        return length;
    }

    /// <summary>The first code point of a text, where it is one of most beyond Latin, Chinese ones among them: U+1000 to U+CFFF.</summary>
    /// <param name="utf8">The text, not empty.</param>
    /// <param name="code">The code point.</param>
    /// <returns>False for any other, and for what is no character.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryThree(ReadOnlySpan<byte> utf8, out int code)
    {
        code = 0;
        if (utf8[0] is < 0xE1 or > 0xEC || utf8.Length < 3 || (utf8[1] & utf8[2] & 0xC0) != 0x80 || ((utf8[1] | utf8[2]) & 0x40) != 0)
        {
            return false;
        }

        code = (utf8[0] & 15) << 12 | (utf8[1] & 63) << 6 | utf8[2] & 63;
        return true;
    }
}
