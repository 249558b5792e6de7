using System.Text;

namespace Qingce.Checks.Profiles;

/// <summary>
/// The shape of a text: 9 for a digit, A and a for letters, 字 for a run of Chinese characters, everything else as it stands; cut after 24
/// characters with an ellipsis.
/// </summary>
internal static class ValuePattern
{
    private const int Longest = 24;

    /// <summary>Writes the pattern of UTF-8 text; the length written, at most <see cref="MostChars"/>.</summary>
    public static int Write(ReadOnlySpan<byte> utf8, Span<char> to)
    {
        int written = 0;
        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int length);
            utf8 = utf8[length..];
            int code = rune.Value;
            char shape = code switch
            {
                >= '0' and <= '9' => '9',
                >= 'A' and <= 'Z' => 'A',
                >= 'a' and <= 'z' => 'a',
                < 0x80 => (char)code,
                (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) => '字',
                < 0x10000 => (char)code,
                _ => '\uFFFD',
            };
            if (shape == '字' && written > 0 && to[written - 1] == '字')
            {
                continue;
            }

            if (written == Longest)
            {
                to[written++] = '…';
                break;
            }

            to[written++] = shape;
        }

        return written;
    }

    /// <summary>Room that <see cref="Write"/> needs.</summary>
    public const int MostChars = Longest + 1;
}
