namespace Qingce.Standards.Text;

/// <summary>Reads a cell that carries either a numeric code or a word.</summary>
internal static class CodeText
{
    private const int Longest = 96;

    /// <summary>
    /// Trims and narrows the text and gives its number when it is one to four digits (then <paramref name="digits"/> says how
    /// many), else the number of the word in <paramref name="words"/>. False when it is neither.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, TextIndex words, out int value, out int digits)
    {
        if (TryNumber(text, out value))
        {
            digits = text.Length;
            return true;
        }

        digits = 0;
        if (text.Length > Longest)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[Longest];
        var narrow = buffer[..Utf8Narrow.Copy(text, buffer)];
        if (TryNumber(narrow, out value))
        {
            digits = narrow.Length;
            return true;
        }

        value = words.Find(narrow);
        return value >= 0;
    }

    /// <summary>As the other, from UTF-16.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, TextIndex words, out int value, out int digits)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        var length = Utf8Narrow.FromChars(text, bytes);
        if (length >= 0)
        {
            return TryRead(bytes[..length], words, out value, out digits);
        }

        value = digits = 0;
        return false;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 4)
        {
            return false;
        }

        foreach (var b in text)
        {
            var digit = unchecked((uint)b - '0');
            if (digit > 9)
            {
                return false;
            }

            value = value * 10 + (int)digit;
        }

        return true;
    }
}
