using System.Diagnostics.CodeAnalysis;

namespace Qingce.Standards;

/// <summary>
/// A citizen number of GB 11643-1999: 6 digits division at first registration, 8 digits birth date, 3 digits sequence (odd
/// for a man) and a check character. It never changes with a move. Kept in 8 bytes; compares in the order of the digits.
/// It may be faulty: <see cref="Read(ReadOnlySpan{byte})"/> tells what is wrong.
/// </summary>
public readonly partial record struct CitizenNumber : IComparable<CitizenNumber>
{
    /// <summary>Characters in a number.</summary>
    public const int Length = 18;

    private const ulong LargestPacked = 99_999_999_999_999_999UL * 11 + 10;

    private static readonly byte[] CheckCharacters = "10X98765432"u8.ToArray();

    private CitizenNumber(ulong packed) => Packed = packed;

    /// <summary>The value of no number.</summary>
    public static CitizenNumber None => default;

    /// <summary>First 17 digits times 11, plus the value 0 to 10 (X) of the last character. 0 when there is no number.</summary>
    public ulong Packed { get; }

    /// <summary>True when there is no number.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>The first six digits, a county code when the number was given out, as an integer.</summary>
    public int DivisionPrefix => (int)(Body / 100_000_000_000UL);

    /// <summary>The eight digits of the birth date as the integer yyyyMMdd, be it a date or not.</summary>
    public int BirthCode => (int)(Body / 1000 % 100_000_000);

    /// <summary>The birth date, or null when the digits are no date.</summary>
    public DateOnly? Birth => DayNumber.TryFromCode(BirthCode, out var date) ? date : null;

    /// <summary>The three digits that tell apart people of one division and birth date.</summary>
    public int Sequence => (int)(Body % 1000);

    /// <summary>Male when the sequence is odd, female when even; unknown when there is no number.</summary>
    public Sex Sex => IsNone ? Sex.Unknown : (Body & 1) == 1 ? Sex.Male : Sex.Female;

    /// <summary>The last character as written, 0 to 9 or X.</summary>
    public char CheckCharacter => LastDigit == 10 ? 'X' : (char)('0' + LastDigit);

    /// <summary>The last character that the first 17 digits call for.</summary>
    public char RightCheckCharacter => (char)CheckCharacters[Remainder(Body)];

    /// <summary>True when the last character is the computed one.</summary>
    public bool HasRightCheck => CheckCharacter == RightCheckCharacter;

    private ulong Body => Packed / 11;

    private int LastDigit => (int)(Packed % 11);

    /// <summary>Takes the number back from <see cref="Packed"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no packed number.</exception>
    public static CitizenNumber FromPacked(ulong packed) =>
        packed <= LargestPacked ? new(packed) : throw new ArgumentOutOfRangeException(nameof(packed));

    /// <summary>Makes a number with its check character.</summary>
    /// <param name="prefix">County code, 6 digits, 100000 to 999999.</param>
    /// <param name="birth">Birth date.</param>
    /// <param name="sequence">1 to 999, odd for a man.</param>
    /// <exception cref="ArgumentOutOfRangeException">Prefix or sequence is out of its range.</exception>
    public static CitizenNumber Create(int prefix, DateOnly birth, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefix, 100_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix, 999_999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);
        var code = (ulong)(birth.Year * 10_000 + birth.Month * 100 + birth.Day);
        return WithCheck((ulong)prefix * 100_000_000_000UL + code * 1000 + (ulong)sequence);
    }

    /// <summary>The number with the same 17 digits and the right check character.</summary>
    public CitizenNumber Rechecked() => IsNone ? None : WithCheck(Body);

    /// <summary>
    /// The 15-digit form, which drops the century and the check character. Two numbers with equal short forms may be one
    /// number before and after 1999. 0 when there is no number.
    /// </summary>
    public long ShortForm
    {
        get
        {
            var body = Body;
            return (long)(body / 100_000_000_000UL * 1_000_000_000UL + body % 1_000_000_000UL);
        }
    }

    /// <inheritdoc/>
    public int CompareTo(CitizenNumber other) => Packed.CompareTo(other.Packed);

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator <(CitizenNumber left, CitizenNumber right) => left.Packed < right.Packed;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator >(CitizenNumber left, CitizenNumber right) => left.Packed > right.Packed;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator <=(CitizenNumber left, CitizenNumber right) => left.Packed <= right.Packed;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator >=(CitizenNumber left, CitizenNumber right) => left.Packed >= right.Packed;

    /// <summary>Writes the 18 characters as UTF-8; nothing for no number.</summary>
    /// <returns>False when <paramref name="destination"/> is too short.</returns>
    public bool TryFormat(Span<byte> destination, out int written)
    {
        written = 0;
        if (IsNone)
        {
            return true;
        }

        if (destination.Length < Length)
        {
            return false;
        }

        var body = Body;
        for (var i = Length - 2; i >= 0; i--)
        {
            destination[i] = (byte)('0' + body % 10);
            body /= 10;
        }

        destination[Length - 1] = (byte)CheckCharacter;
        written = Length;
        return true;
    }

    /// <summary>Writes the 18 characters; nothing for no number.</summary>
    /// <returns>False when <paramref name="destination"/> is too short.</returns>
    public bool TryFormat(Span<char> destination, out int written)
    {
        Span<byte> bytes = stackalloc byte[Length];
        TryFormat(bytes, out var length);
        written = 0;
        if (destination.Length < length)
        {
            return false;
        }

        for (; written < length; written++)
        {
            destination[written] = (char)bytes[written];
        }

        return true;
    }

    /// <summary>The 18 characters, or an empty string.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Length];
        TryFormat(text, out var written);
        return new string(text[..written]);
    }

    /// <summary>For the screen and for reports: the division and twelve asterisks. A check character would give the rest away beside a birth date.</summary>
    public string Masked()
    {
        if (IsNone)
        {
            return string.Empty;
        }

        Span<char> text = stackalloc char[Length];
        TryFormat(text, out _);
        text[6..].Fill('*');
        return new string(text);
    }

    internal static CitizenNumber FromBody(ulong body, int last) => new(body * 11 + (ulong)last);

    internal static CitizenNumber WithCheck(ulong body)
    {
        var character = CheckCharacters[Remainder(body)];
        return new(body * 11 + (character == 'X' ? 10UL : (ulong)(character - '0')));
    }

    [SuppressMessage("Performance", "CA1859", Justification = "The weights are read only.")]
    private static int Remainder(ulong body)
    {
        // Weight of the digit i places from the right, not counting the check character: 2 to the power i+1, modulo 11.
        ReadOnlySpan<byte> weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
        uint sum = 0;
        var at = 0;
        var high = (uint)(body / 1_000_000_000);
        var low = (uint)(body % 1_000_000_000);
        for (var i = 0; i < 9; i++)
        {
            sum += low % 10 * weights[at++];
            low /= 10;
        }

        while (high != 0)
        {
            sum += high % 10 * weights[at];
            at = at == 9 ? 0 : at + 1;
            high /= 10;
        }

        return (int)(sum % 11);
    }
}
