namespace Qingce.Linkage;

/// <summary>A telephone number: the digits of the national number, without the country's code and without a leading 0.</summary>
internal sealed class PhoneKind : ColumnKind
{
    private const int Fewest = 4, MobileDigits = 11;

    public override string Name => "phone";

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        var international = value.StartsWith("+"u8) || value.StartsWith("\uFF0B"u8);
        var length = 0;
        while (!value.IsEmpty)
        {
            var code = Cleaning.Next(ref value, out _);
            if (code is >= '0' and <= '9')
            {
                cleaned[length++] = (byte)code;
            }
            else if (code is 'x' or 'e' && length >= Fewest)
            {
                break;
            }
        }

        ReadOnlySpan<byte> digits = cleaned[..length];
        if (!international && digits.StartsWith("00"u8))
        {
            international = true;
            digits = digits[2..];
        }

        // A mobile number of China begins with 1 and has eleven digits, so 86 before it is the country.
        if (international)
        {
            digits = digits[Math.Min(digits.Length, CodeLength(digits))..];
        }
        else if (digits.Length == MobileDigits + 2 && digits.StartsWith("861"u8))
        {
            digits = digits[2..];
        }

        digits = digits.TrimStart((byte)'0');
        digits.CopyTo(cleaned);
        return digits.Length < Fewest ? 0 : digits.Length;
    }

    // Digits that begin with neither a code of a country nor a 0.
    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        if (value.Length < Fewest || value[0] == (byte)'0' || value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0
            || (value.Length == MobileDigits + 2 && value.StartsWith("861"u8)))
        {
            return false;
        }

        cell = Cell.Of(value);
        return true;
    }

    // Country codes by their first digits (ITU E.164).
    private static int CodeLength(ReadOnlySpan<byte> digits)
    {
        if (digits.Length < 3)
        {
            return digits.Length;
        }

        var two = (digits[0] - '0') * 10 + digits[1] - '0';
        return two switch
        {
            < 20 or >= 70 and < 80 => 1,
            20 or 27 or >= 30 and <= 34 or 36 or 39 or 40 or 41 or >= 43 and <= 49 or >= 51 and <= 58 or >= 60 and <= 66
                or 81 or 82 or 84 or 86 or >= 90 and <= 95 or 98 => 2,
            _ => 3,
        };
    }
}
