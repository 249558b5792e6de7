using Qingce.Standards.Text;

namespace Qingce.Standards;

public readonly partial record struct CitizenNumber
{
    private const int LongestText = 96;

    private static readonly TextIndex Nothing = new(
    [
        ("无", 0), ("暂无", 0), ("没有", 0), ("不详", 0), ("未知", 0), ("空", 0), ("待补", 0), ("null", 0), ("NULL", 0), ("Null", 0),
        ("none", 0), ("None", 0), ("NaN", 0), ("nan", 0), ("N/A", 0), ("n/a", 0), ("NA", 0), ("-", 0), ("--", 0), ("/", 0), ("\\N", 0), ("0", 0),
    ]);

    /// <summary>
    /// Reads a number as somebody typed or a system delivered it, in UTF-8. Surrounding and inner spaces, a leading
    /// apostrophe, full-width digits, a small x and signs that look like X at the end are read as meant. Whether the birth
    /// date lies in the future is for the caller, who knows the day. Allocates nothing.
    /// </summary>
    public static CitizenNumberReading Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return new(None, CitizenNumberFault.Missing, false);
        }

        if (TryReadWhole(text, out var body, out var last, out var right))
        {
            return Judge(body, last, right, CitizenNumberFault.None);
        }

        return text.Length > LongestText ? new(None, CitizenNumberFault.Length, false) : ReadLoose(text);
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, from UTF-16.</summary>
    public static CitizenNumberReading Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        var length = Utf8Narrow.FromChars(text, bytes);
        return length < 0 ? new(None, CitizenNumberFault.Length, false) : Read(bytes[..length]);
    }

    /// <summary>The number when it has no fault at all.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out CitizenNumber number)
    {
        var reading = Read(text);
        number = reading.IsValid ? reading.Number : None;
        return reading.IsValid;
    }

    private static CitizenNumberReading ReadLoose(ReadOnlySpan<byte> text)
    {
        Span<byte> buffer = stackalloc byte[LongestText];
        var length = Utf8Narrow.Copy(text, buffer);
        var narrow = buffer[..length];
        if (narrow.IsEmpty || Nothing.Find(narrow) >= 0)
        {
            return new(None, CitizenNumberFault.Missing, false);
        }

        narrow = Squeeze(narrow);
        if (narrow.IsEmpty)
        {
            return new(None, CitizenNumberFault.Missing, false);
        }

        var fault = CitizenNumberFault.None;
        if (IsFloatingPoint(narrow, out var whole))
        {
            fault = CitizenNumberFault.SpreadsheetRounded;
            narrow = narrow[..whole];
        }

        if (TryReadWhole(narrow, out var body, out var last, out var right))
        {
            return Judge(body, last, right, fault);
        }

        if (narrow.Length == 15 && TryReadDigits(narrow, out var old))
        {
            var expanded = old / 1_000_000_000UL * 100_000_000_000UL + 19 * 1_000_000_000UL + old % 1_000_000_000UL;
            var number = WithCheck(expanded);
            return Judge(expanded, number.LastDigit, true, fault | CitizenNumberFault.FifteenDigits);
        }

        if (fault != CitizenNumberFault.None)
        {
            return new(None, fault, false);
        }

        return new(None, FaultOfUnreadable(narrow), false);
    }

    private static CitizenNumberFault FaultOfUnreadable(ReadOnlySpan<byte> text)
    {
        var characters = 0;
        var bad = false;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if ((b & 0xC0) == 0x80)
            {
                continue;
            }

            characters++;
            bad |= b is < (byte)'0' or > (byte)'9' && !(b is (byte)'X' or (byte)'x' && i == text.Length - 1);
        }

        var fault = bad ? CitizenNumberFault.Character : CitizenNumberFault.None;
        if (text.Contains((byte)'*'))
        {
            fault |= CitizenNumberFault.Hidden;
        }

        return characters is 18 or 15 && bad ? fault : fault | CitizenNumberFault.Length;
    }

    private static Span<byte> Squeeze(Span<byte> text)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b is (byte)' ' or (byte)'\'' or (byte)'"' or (byte)'`')
            {
                continue;
            }

            text[at++] = b;
        }

        // Signs taken for X at the end: multiplication sign, Cyrillic Kha, Roman numeral ten.
        var kept = text[..at];
        if (kept.EndsWith("×"u8) || kept.EndsWith("Х"u8) || kept.EndsWith("х"u8))
        {
            kept = kept[..^1];
            kept[^1] = (byte)'X';
        }
        else if (kept.EndsWith("Ⅹ"u8) || kept.EndsWith("ⅹ"u8) || kept.EndsWith("✕"u8))
        {
            kept = kept[..^2];
            kept[^1] = (byte)'X';
        }

        return kept;
    }

    private static bool IsFloatingPoint(ReadOnlySpan<byte> text, out int whole)
    {
        whole = 0;
        var point = text.IndexOf((byte)'.');
        var exponent = text.IndexOfAny((byte)'E', (byte)'e');
        if (exponent > 0)
        {
            var power = text[(exponent + 1)..];
            var mantissa = text[..exponent];
            return power.Length is >= 2 and <= 4 && Utf8Narrow.AllDigits(power[0] == '+' ? power[1..] : power)
                && mantissa.TrimStart("0123456789"u8) is var rest
                && (rest.IsEmpty || (rest[0] == '.' && !rest[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9')));
        }

        if (point is not (18 or 15) || text[(point + 1)..].ContainsAnyExcept((byte)'0'))
        {
            return false;
        }

        whole = point;
        return Utf8Narrow.AllDigits(text[..point]);
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        foreach (var b in text)
        {
            var digit = unchecked((uint)b - '0');
            if (digit > 9)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        return true;
    }

    // On the path of every row: digits, weights and check character in one pass.
    private static bool TryReadWhole(ReadOnlySpan<byte> text, out ulong body, out int last, out bool right)
    {
        body = 0;
        last = 0;
        right = false;
        if (text.Length != Length)
        {
            return false;
        }

        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        uint sum = 0;
        uint bad = 0;
        unchecked
        {
            for (var i = 0; i < weights.Length; i++)
            {
                var digit = (uint)text[i] - '0';
                bad |= digit > 9 ? 1u : 0;
                body = body * 10 + digit;
                sum += digit * weights[i];
            }

            var character = text[Length - 1];
            last = character is (byte)'X' or (byte)'x' ? 10 : (int)((uint)character - '0');
            right = CheckCharacters[(int)(sum % 11)] == (last == 10 ? 'X' : character);
        }

        return bad == 0 && last is >= 0 and <= 10 && text[Length - 1] != ':';
    }

    private static CitizenNumberReading Judge(ulong body, int last, bool right, CitizenNumberFault fault)
    {
        var number = FromBody(body, last);
        var dateHolds = DayNumber.IsDate((int)(body / 1000 % 100_000_000));
        if (!dateHolds)
        {
            fault |= CitizenNumberFault.DateImpossible;
        }

        var sequence = (int)(body % 1000);
        if (!right)
        {
            fault |= last == 0 && sequence % 100 == 0 && dateHolds ? CitizenNumberFault.SpreadsheetRounded : CitizenNumberFault.Checksum;
        }

        var prefix = (int)(body / 100_000_000_000UL);
        // No division code was ever six equal digits or 123456. Sequence 000 alone is rare but was issued: only with a wrong check is it made up.
        if (prefix % 111_111 == 0 || prefix == 123_456 || (sequence == 0 && (fault & CitizenNumberFault.Checksum) != 0))
        {
            fault = (fault & ~CitizenNumberFault.SpreadsheetRounded) | CitizenNumberFault.Placeholder;
        }
        else if (prefix / 100_000 == 9)
        {
            fault |= CitizenNumberFault.ForeignPermit;
        }
        else if (prefix / 10_000 is 81 or 82 or 83)
        {
            fault |= CitizenNumberFault.ResidencePermitPrefix;
        }

        return new(number, fault, (fault & CitizenNumberFault.FifteenDigits) != 0);
    }
}
