using System.Text;

namespace Qingce.Standards;

/// <summary>What stands in a Chinese name where a system without the rare character lost it. Several can be true.</summary>
[Flags]
public enum NameLoss
{
    /// <summary>Nothing seems lost.</summary>
    None = 0,

    /// <summary>A question mark, half or full width.</summary>
    QuestionMark = 1 << 0,

    /// <summary>An empty or full box (□ ■ ▯ 〓) put for a character that could not be printed.</summary>
    Box = 1 << 1,

    /// <summary>U+FFFD, what a failed conversion leaves.</summary>
    Replacement = 1 << 2,

    /// <summary>An asterisk.</summary>
    Asterisk = 1 << 3,

    /// <summary>
    /// A space between Chinese characters. Weak: names of two characters are often padded with one, so it is a sign only beside
    /// a fuller name.
    /// </summary>
    Space = 1 << 4,

    /// <summary>Latin letters, the pinyin of the character.</summary>
    Latin = 1 << 5,

    /// <summary>A private-use code point, which another system shows as something else or nothing.</summary>
    PrivateUse = 1 << 6,
}

/// <summary>Finds the marks of lost characters in names.</summary>
public static class LostCharacters
{
    /// <summary>The marks in a name that has at least one Chinese character; none in other names.</summary>
    public static NameLoss Find(ReadOnlySpan<char> name)
    {
        Span<int> codes = stackalloc int[NameText.Longest];
        codes = codes[..NameText.Tidy(name, codes, keepSpaces: true)];
        var loss = NameLoss.None;
        var chinese = false;
        foreach (var code in codes)
        {
            chinese |= NameText.IsHan(code);
            loss |= Of(code);
        }

        return chinese ? loss : NameLoss.None;
    }

    /// <summary>As <see cref="Find(ReadOnlySpan{char})"/>, from UTF-8.</summary>
    public static NameLoss Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[PersonName.LongestText];
        return Find(text[..PersonName.Decode(name, text)]);
    }

    internal static NameLoss Of(int code) => code switch
    {
        '?' or 0xFF1F => NameLoss.QuestionMark,
        0x25A1 or 0x25A0 or 0x25AF or 0x3013 or 0x25FB or 0x25FC => NameLoss.Box,
        0xFFFD => NameLoss.Replacement,
        '*' => NameLoss.Asterisk,
        ' ' => NameLoss.Space,
        >= 'A' and <= 'Z' => NameLoss.Latin,
        >= 0xE000 when Han.IsPrivateUse(new Rune(code)) => NameLoss.PrivateUse,
        _ => NameLoss.None,
    };
}
