using System.Buffers;
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
            else if (first is >= 0xE1 and <= 0xEC && at + 2 < utf8.Length && (utf8[at + 1] & utf8[at + 2] & 0xC0) == 0x80 && ((utf8[at + 1] | utf8[at + 2]) & 0x40) == 0)
            {
                // Most characters beyond Latin, Chinese ones among them.
                text[length++] = (first & 15) << 12 | (utf8[at + 1] & 63) << 6 | utf8[at + 2] & 63;
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
}
