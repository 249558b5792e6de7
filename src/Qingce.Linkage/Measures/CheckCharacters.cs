namespace Qingce.Linkage;

/// <summary>Whether the check characters of identifiers hold. Anything that is not such an identifier does not.</summary>
internal static class CheckCharacters
{
    private const int LeastLength = 4, LeastIban = 15, MostIban = 34;

    /// <summary>ISO/IEC 7812-1, annex B: every second digit from the right doubled. Payment cards, IMEI, Swedish and Canadian numbers.</summary>
    public static bool IsLuhn(ReadOnlySpan<int> identifier)
    {
        var sum = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            if (!TryDigit(identifier[^(i + 1)], out var digit))
            {
                return false;
            }

            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return identifier.Length >= LeastLength && sum % 10 == 0;
    }

    /// <summary>GS1 and ISBN-13: weights 1 and 3 from the right.</summary>
    public static bool IsModulo10(ReadOnlySpan<int> identifier)
    {
        var sum = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            if (!TryDigit(identifier[^(i + 1)], out var digit))
            {
                return false;
            }

            sum += i % 2 == 1 ? digit * 3 : digit;
        }

        return identifier.Length >= LeastLength && sum % 10 == 0;
    }

    /// <summary>ISBN-10 and the British NHS number: weights 1, 2, 3 ... from the right, X for ten.</summary>
    public static bool IsModulo11(ReadOnlySpan<int> identifier)
    {
        var sum = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            if (!TryDigitOrTen(identifier[^(i + 1)], isLast: i == 0, out var digit))
            {
                return false;
            }

            sum += digit * (i + 1);
        }

        return identifier.Length >= LeastLength && sum % 11 == 0;
    }

    /// <summary>ISO/IEC 7064 MOD 11-2: powers of two from the right, X for ten. GB 11643, ISNI, ORCID.</summary>
    public static bool IsModulo11Radix2(ReadOnlySpan<int> identifier)
    {
        var remainder = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            if (!TryDigitOrTen(identifier[i], isLast: i == identifier.Length - 1, out var digit))
            {
                return false;
            }

            remainder = ((remainder * 2) + digit) % 11;
        }

        return identifier.Length >= LeastLength && remainder == 1;
    }

    /// <summary>ISO 13616: an IBAN, its first four characters put behind and letters read as 10 to 35.</summary>
    public static bool IsModulo97(ReadOnlySpan<int> identifier)
    {
        if (identifier.Length is < LeastIban or > MostIban)
        {
            return false;
        }

        var remainder = 0;
        for (var i = 0; i < identifier.Length; i++)
        {
            var character = identifier[(i + 4) % identifier.Length];
            if (TryDigit(character, out var digit))
            {
                remainder = ((remainder * 10) + digit) % 97;
            }
            else if (character is >= 'A' and <= 'Z')
            {
                remainder = ((remainder * 100) + character - 'A' + 10) % 97;
            }
            else
            {
                return false;
            }
        }

        return remainder == 1;
    }

    private static bool TryDigit(int character, out int digit)
    {
        digit = character - '0';
        return digit is >= 0 and <= 9;
    }

    private static bool TryDigitOrTen(int character, bool isLast, out int digit)
    {
        digit = character == 'X' && isLast ? 10 : character - '0';
        return digit is >= 0 and <= 9 || digit == 10 && character == 'X';
    }
}
