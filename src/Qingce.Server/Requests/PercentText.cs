using System.Text;

namespace Qingce.Server.Requests;

/// <summary>Text of any script in a header: UTF-8, percent-encoded.</summary>
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a header's value. Fails on a broken escape, bytes that are not UTF-8, control characters, and a length outside 1 to <paramref name="most"/>.</summary>
    public static bool TryRead(string written, int most, out string text)
    {
        text = "";
        if (written.Length > most * 12)
        {
            return false;
        }

        byte[] bytes = new byte[written.Length];
        int length = 0;
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i] == '%')
            {
                if (i + 2 >= written.Length || !char.IsAsciiHexDigit(written[i + 1]) || !char.IsAsciiHexDigit(written[i + 2]))
                {
                    return false;
                }

                bytes[length++] = Convert.ToByte(written.Substring(i + 1, 2), 16);
                i += 2;
            }
            else if (char.IsAscii(written[i]))
            {
                bytes[length++] = (byte)written[i];
            }
            else
            {
                return false;
            }
        }

        try
        {
            text = Strict.GetString(bytes, 0, length).Trim();
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return text.Length is > 0 && text.Length <= most && !text.Any(char.IsControl);
    }
}
