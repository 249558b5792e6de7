using System.Buffers;
using System.Text;

namespace Qingce.Linkage;

/// <summary>What the kinds of columns have in common: white space, full-width characters, marks on letters.</summary>
internal static class Cleaning
{
    private const int FirstWide = 0xFF01, LastWide = 0xFF5E, WideToAscii = 0xFEE0, IdeographicSpace = 0x3000;

    private static ReadOnlySpan<byte> Ends => " \t\r\n\"'"u8;

    /// <summary>The value without white space and quotation marks at its ends; nothing for a word for missing.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        value = value.Trim(Ends);
        while (value.StartsWith("\u3000"u8) || value.StartsWith("\u00A0"u8))
        {
            value = value[(value[0] == 0xC2 ? 2 : 3)..].TrimStart(Ends);
        }

        while (value.EndsWith("\u3000"u8) || value.EndsWith("\u00A0"u8))
        {
            value = value[..^(value[^1] == 0xA0 ? 2 : 3)].TrimEnd(Ends);
        }

        return value.IsEmpty || MissingWords.Has(value) ? [] : value;
    }

    /// <summary>Whether a text begins with a Chinese character of the common block, which no kind of text changes.</summary>
    public static bool IsHan(ReadOnlySpan<byte> value) =>
        value.Length >= 3 && value[0] is >= 0xE4 and <= 0xE9 && (value[0] > 0xE4 || value[1] >= 0xB8) && (value[1] & 0xC0) == 0x80 && (value[2] & 0xC0) == 0x80;

    /// <summary>The next code point of a text: small, of usual width, without marks where it is Latin.</summary>
    /// <param name="value">The text; moves on.</param>
    /// <param name="second">A second letter of a ligature; 0 mostly.</param>
    /// <returns>0 for a mark that is to be left out; a space for any white space.</returns>
    public static int Next(ref ReadOnlySpan<byte> value, out char second)
    {
        second = '\0';
        int code = value[0];
        if (code < 0x80)
        {
            value = value[1..];
            return code is >= 'A' and <= 'Z' ? code | 0x20 : code is '\t' or '\r' or '\n' ? ' ' : code;
        }

        var status = Rune.DecodeFromUtf8(value, out var rune, out var used);
        value = value[used..];
        code = status == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
        if (LatinLetters.Plain(code, out second) is not '\0' and var plain)
        {
            return plain;
        }

        return code switch
        {
            >= FirstWide and <= LastWide => code - WideToAscii is >= 'A' and <= 'Z' and var wide ? wide | 0x20 : code - WideToAscii,
            IdeographicSpace or 0xA0 or >= 0x2000 and <= 0x200A => ' ',
            >= 0x300 and <= 0x36F or >= 0x200B and <= 0x200F or 0xFEFF => 0,
            >= 0x2010 and <= 0x2015 or 0x2212 => '-',
            0x2018 or 0x2019 or 0xB4 => '\'',
            < 0x2000 => Rune.ToLowerInvariant(rune).Value,
            _ => code,
        };
    }

    /// <summary>Writes a code point.</summary>
    /// <returns>The bytes it takes.</returns>
    public static int Write(int code, Span<byte> to)
    {
        if (code < 0x80)
        {
            to[0] = (byte)code;
            return 1;
        }

        return new Rune(code).EncodeToUtf8(to);
    }

    /// <summary>
    /// The length of a cleaned value; 0 when what is left of it is a word for missing. What was left out may have hidden a quotation mark at an end, which goes too.
    /// </summary>
    public static int Kept(Span<byte> cleaned)
    {
        var kept = Trim(cleaned);
        kept.CopyTo(cleaned);
        return kept.Length;
    }
}
