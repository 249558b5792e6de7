namespace Qingce.Tables;

/// <summary>
/// Texts that a spreadsheet would run as a formula get an apostrophe in front, and so do those that begin with one, so that taking off
/// one apostrophe gives back every text.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>
    /// Whether a text gets an apostrophe: it begins with an apostrophe, tab or CR, or with = + - @ of either width, blanks before it or
    /// not, because programs that import CSV trim and fold what they read.
    /// </summary>
    public static bool Guards(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'\'', ..])
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            switch (text[0])
            {
                case (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r':
                    return true;
                case (byte)' ' or (byte)'\n' or 0x0B or 0x0C:
                    text = text[1..];
                    break;
                case 0xC2 when text.StartsWith("\u00A0"u8):
                    text = text[2..];
                    break;
                case 0xE2 or 0xE3 or 0xEF when IsBlank(text):
                    text = text[3..];
                    break;
                default:
                    return text[0] == 0xEF && (text.StartsWith("＝"u8) || text.StartsWith("＋"u8) || text.StartsWith("－"u8) || text.StartsWith("＠"u8));
            }
        }

        return false;
    }

    // Of those of three bytes: the ideographic space, the spaces and invisible marks of U+2000 to U+200F, the byte-order mark.
    private static bool IsBlank(ReadOnlySpan<byte> text) =>
        text.StartsWith("\u3000"u8) || text.StartsWith("\uFEFF"u8) || text is [0xE2, 0x80, >= 0x80 and <= 0x8F, ..];
}
