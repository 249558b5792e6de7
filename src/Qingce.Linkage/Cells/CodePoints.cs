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
        var length = 0;
        while (!utf8.IsEmpty)
        {
            if (utf8[0] < 0x80)
            {
                text[length++] = utf8[0];
                utf8 = utf8[1..];
                continue;
            }

            var status = Rune.DecodeFromUtf8(utf8, out var rune, out var used);
            text[length++] = status == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
            utf8 = utf8[used..];
        }

        return length;
    }
}
