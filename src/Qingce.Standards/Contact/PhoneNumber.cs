using System.Globalization;
using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>What is wrong with a written telephone number.</summary>
public enum PhoneNumberFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Empty, or a word that stands for nothing.</summary>
    Missing,

    /// <summary>Letters or other characters that belong to no telephone number.</summary>
    Character,

    /// <summary>The digits fit neither a mobile number nor a landline with or without area code.</summary>
    Length,

    /// <summary>A made-up number: the last eight digits are all equal or count up or down, or 13800138000.</summary>
    Placeholder,
}

/// <summary>What could be read where a telephone number was expected.</summary>
/// <param name="Number">The number, also a placeholder; none for the other faults.</param>
/// <param name="Fault">What is wrong.</param>
public readonly record struct PhoneNumberReading(PhoneNumber Number, PhoneNumberFault Fault);

/// <summary>A telephone number of the mainland, without country code, punctuation and extension. The default value is none.</summary>
public readonly record struct PhoneNumber
{
    private const long Local = 100_000_000;

    private PhoneNumber(long packed) => Packed = packed;

    /// <summary>
    /// The 11 digits of a mobile number; or, for a landline, the area code without its zero times 100,000,000 plus the seven
    /// or eight local digits. 0 for none. Kinds never overlap, so equal values are equal numbers.
    /// </summary>
    public long Packed { get; }

    /// <summary>The value of no number.</summary>
    public static PhoneNumber None => default;

    /// <summary>True when there is no number.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>True for a mobile number (11 digits from 13 to 19).</summary>
    public bool IsMobile => Packed is >= 13_000_000_000 and <= 19_999_999_999;

    /// <summary>The area code of a landline without its zero (10 for Beijing, 755 for Shenzhen); 0 when it has none.</summary>
    public int AreaCode => IsMobile ? 0 : (int)(Packed / Local);

    /// <summary>Takes the number back from <see cref="Packed"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or too large.</exception>
    public static PhoneNumber FromPacked(long packed) =>
        packed is >= 0 and < 1000 * Local ? new(packed) : throw new ArgumentOutOfRangeException(nameof(packed));

    /// <summary>
    /// Reads a number in UTF-8: with +86 or 0086, spaces, hyphens and brackets, an area code or none, an extension (dropped), a
    /// zero before a mobile number. Of several numbers the first is taken. Allocates nothing.
    /// </summary>
    public static PhoneNumberReading Read(ReadOnlySpan<byte> text) =>
        text.Length == 11 && IsMobileStart(text) && Utf8Narrow.AllDigits(text) ? Finish(ToLong(text), text) : ReadLoose(text);

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, from UTF-16.</summary>
    public static PhoneNumberReading Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[96];
        var length = Utf8Narrow.FromChars(text, bytes);
        return length < 0 ? new(None, PhoneNumberFault.Length) : Read(bytes[..length]);
    }

    /// <summary>The mobile number, or the landline as 010-62345678; empty for none. Reading it back gives the same number.</summary>
    public override string ToString()
    {
        if (IsNone || IsMobile)
        {
            return IsNone ? string.Empty : Packed.ToString(CultureInfo.InvariantCulture);
        }

        var local = Packed % Local;
        return AreaCode == 0
            ? local.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"0{AreaCode}-{local}");
    }

    private static PhoneNumberReading ReadLoose(ReadOnlySpan<byte> text)
    {
        Span<byte> buffer = stackalloc byte[96];
        var length = text.Length > buffer.Length ? -1 : Utf8Narrow.Copy(text, buffer);
        if (length < 0)
        {
            return new(None, PhoneNumberFault.Length);
        }

        var narrow = (ReadOnlySpan<byte>)buffer[..length];
        if (narrow.IsEmpty || narrow.SequenceEqual("无"u8) || narrow.SequenceEqual("-"u8) || narrow.SequenceEqual("/"u8))
        {
            return new(None, PhoneNumberFault.Missing);
        }

        Span<byte> digits = stackalloc byte[24];
        var count = Collect(narrow, digits);
        return count < 0 ? new(None, count == -1 ? PhoneNumberFault.Character : PhoneNumberFault.Length) : Judge(digits[..count]);
    }

    // Digits up to the second number or the extension; -1 for a character that does not belong, -2 for too many digits.
    private static int Collect(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var count = 0;
        var hyphens = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                if (count == digits.Length)
                {
                    return -2;
                }

                digits[count++] = b;
                continue;
            }

            if (b is (byte)'+' && i == 0)
            {
                continue;
            }

            if (b is (byte)' ' or (byte)'(' or (byte)')' or (byte)'.' or (byte)'\'')
            {
                continue;
            }

            if (b == '-')
            {
                // 0755-1234567-801: what follows a second hyphen is an extension, unless the number is only grouped.
                if (++hyphens >= 2 && count >= 10 && digits[0] == '0')
                {
                    break;
                }

                continue;
            }

            var ends = b is (byte)'/' or (byte)',' or (byte)';' or (byte)'#' or (byte)'*' || text[i..].StartsWith("转"u8) || text[i..].StartsWith("、"u8)
                || text[i..].StartsWith("ext"u8);
            if (ends && count >= 7)
            {
                break;
            }

            return -1;
        }

        return count;
    }

    private static PhoneNumberReading Judge(ReadOnlySpan<byte> digits)
    {
        if (digits.StartsWith("0086"u8))
        {
            digits = digits[4..];
        }
        else if (digits.StartsWith("86"u8) && digits.Length is 12 or 13)
        {
            digits = digits[2..];
            if (digits[0] != '0' && !IsMobileStart(digits))
            {
                return Landline(digits);
            }
        }

        if (digits.Length == 12 && digits[0] == '0' && IsMobileStart(digits[1..]))
        {
            digits = digits[1..];
        }

        if (digits.Length == 11 && IsMobileStart(digits))
        {
            return Finish(ToLong(digits), digits);
        }

        return digits.Length is 10 or 11 or 12 && digits[0] == '0' ? Landline(digits[1..])
            : digits.Length is 7 or 8 && digits[0] is >= (byte)'2' and <= (byte)'8' ? Finish(ToLong(digits), digits)
            : new(None, digits.Length > 0 && !digits.ContainsAnyExcept(digits[0]) ? PhoneNumberFault.Placeholder : PhoneNumberFault.Length);
    }

    // The digits after the zero: an area code of two digits (10, 2x) or three, and seven or eight local ones.
    private static PhoneNumberReading Landline(ReadOnlySpan<byte> digits)
    {
        var area = digits[0] == '2' || (digits[0] == '1' && digits[1] == '0') ? 2 : 3;
        var local = digits[area..];
        return local.Length is 7 or 8 && digits[0] != '0' && local[0] is not ((byte)'0' or (byte)'1') && (area == 2 || digits[0] >= '3')
            ? Finish(ToLong(digits[..area]) * Local + ToLong(local), local)
            : new(None, PhoneNumberFault.Length);
    }

    private static PhoneNumberReading Finish(long packed, ReadOnlySpan<byte> digits)
    {
        var tail = digits.Length > 8 ? digits[^8..] : digits;
        var same = true;
        var up = true;
        var down = true;
        for (var i = 1; i < tail.Length; i++)
        {
            same &= tail[i] == tail[i - 1];
            up &= tail[i] == tail[i - 1] + 1 || (tail[i] == '0' && tail[i - 1] == '9');
            down &= tail[i] + 1 == tail[i - 1];
        }

        return new(new PhoneNumber(packed), same || up || down || packed == 13_800_138_000 ? PhoneNumberFault.Placeholder : PhoneNumberFault.None);
    }

    private static bool IsMobileStart(ReadOnlySpan<byte> digits) => digits[0] == '1' && digits[1] >= '3';

    private static long ToLong(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var b in digits)
        {
            value = value * 10 + (b - '0');
        }

        return value;
    }
}
