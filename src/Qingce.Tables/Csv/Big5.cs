namespace Qingce.Tables;

/// <summary>
/// Tells Big5 text, which nearly always is GB 18030 by chance: then it reads as characters nobody uses. In both encodings everyday characters
/// are a block of their own, and text is in the encoding of whose block its characters are.
/// </summary>
internal static class Big5
{
    // Fewer characters tell nothing; a header in Chinese alone has more.
    private const int Enough = 12;

    /// <summary>Whether text that is GB 18030 is rather Big5.</summary>
    public static bool IsLikelier(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0;
        int everydayGb = 0;
        int everydayBig5 = 0;
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is int at and >= 0 && at + 1 < bytes.Length)
        {
            byte lead = bytes[at];
            byte trail = bytes[at + 1];
            bytes = bytes[(at + 2)..];
            pairs++;

            // The first level of GB 2312 by pinyin, and its signs.
            everydayGb += trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xD7) ? 1 : 0;

            // The frequent characters of Big5 by strokes, and its signs.
            everydayBig5 += lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE) ? 1 : 0;
        }

        return pairs >= Enough && everydayBig5 * 10 >= pairs * 9 && everydayGb * 4 < pairs * 3;
    }
}
