using System.Text;

namespace Qingce.Standards;

/// <summary>Which characters are Chinese ones, and which of them old systems could not hold.</summary>
public static class Han
{
    /// <summary>True for a Chinese character, 〇 and the marks of repetition included.</summary>
    public static bool Is(Rune rune) => rune.IsBmp ? Is((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x3FFFF;

    /// <summary>True for a Chinese character of the basic plane.</summary>
    public static bool Is(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF')
        or '\u3007' or '\u3005' or (>= '\u2E80' and <= '\u2FDF');

    /// <summary>True for a code point of a private-use area, where vendors put characters that their systems lacked.</summary>
    public static bool IsPrivateUse(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0x10FFFD);
}
