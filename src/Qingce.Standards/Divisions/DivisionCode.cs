using System.Globalization;
using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>The level of an administrative division.</summary>
public enum DivisionLevel : byte
{
    /// <summary>No division.</summary>
    None,

    /// <summary>Province, autonomous region or municipality (2 digits).</summary>
    Province,

    /// <summary>Prefecture-level city (4 digits).</summary>
    City,

    /// <summary>County, district or county-level city (6 digits).</summary>
    County,

    /// <summary>Street, town or township (9 digits).</summary>
    Township,

    /// <summary>Residents' or villagers' committee (12 digits).</summary>
    Village,
}

/// <summary>What is wrong with a written division code.</summary>
public enum DivisionCodeFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Empty.</summary>
    Missing,

    /// <summary>Not 2, 4, 6, 9 or 12 digits.</summary>
    Length,

    /// <summary>Other characters than digits.</summary>
    Character,

    /// <summary>No province begins with the first two digits.</summary>
    Province,
}

/// <summary>What could be read where a division code was expected.</summary>
/// <param name="Code">The code, or <see cref="DivisionCode.None"/>.</param>
/// <param name="Fault">Why there is none.</param>
public readonly record struct DivisionCodeReading(DivisionCode Code, DivisionCodeFault Fault);

/// <summary>
/// A division code of 12 digits: 6 of GB/T 2260 (county), 3 of GB/T 10114 (township), 3 of the statistics bureau (village).
/// Shorter codes are filled with zeros on the right. Being well formed does not mean that the division exists:
/// the table of divisions tells that.
/// </summary>
public readonly record struct DivisionCode : IComparable<DivisionCode>
{
    private const long Highest = 999_999_999_999;

    private DivisionCode(long value) => Value = value;

    /// <summary>The value of no code.</summary>
    public static DivisionCode None => default;

    /// <summary>The 12 digits as an integer; 0 for no code.</summary>
    public long Value { get; }

    /// <summary>True when there is no code.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The first two digits.</summary>
    public int Province => (int)(Value / 10_000_000_000);

    /// <summary>The first four digits.</summary>
    public int City => (int)(Value / 100_000_000);

    /// <summary>The first six digits; they end in zeros for a province or city.</summary>
    public int County => (int)(Value / 1_000_000);

    /// <summary>The first nine digits; they end in zeros above the township.</summary>
    public int Township => (int)(Value / 1000);

    /// <summary>The level that the zeros on the right tell.</summary>
    public DivisionLevel Level =>
        Value == 0 ? DivisionLevel.None
        : Value % 1000 != 0 ? DivisionLevel.Village
        : Value % 1_000_000 != 0 ? DivisionLevel.Township
        : Value % 100_000_000 != 0 ? DivisionLevel.County
        : Value % 10_000_000_000 != 0 ? DivisionLevel.City
        : DivisionLevel.Province;

    /// <summary>The code one level up; none above a province.</summary>
    public DivisionCode Parent => Level switch
    {
        DivisionLevel.Village => At(DivisionLevel.Township),
        DivisionLevel.Township => At(DivisionLevel.County),
        DivisionLevel.County => At(DivisionLevel.City),
        DivisionLevel.City => At(DivisionLevel.Province),
        _ => None,
    };

    /// <summary>Takes the 12 digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or more than 12 digits.</exception>
    public static DivisionCode FromValue(long value) =>
        value is >= 0 and <= Highest ? new(value) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The code of a county, city (ending in 00) or province (ending in 0000) of 6 digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not six digits.</exception>
    public static DivisionCode OfCounty(int sixDigits) =>
        sixDigits is >= 100_000 and <= 999_999 ? new(sixDigits * 1_000_000L) : throw new ArgumentOutOfRangeException(nameof(sixDigits));

    /// <summary>The code of a township of 9 digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not nine digits.</exception>
    public static DivisionCode OfTownship(int nineDigits) =>
        nineDigits is >= 100_000_000 and <= 999_999_999 ? new(nineDigits * 1000L) : throw new ArgumentOutOfRangeException(nameof(nineDigits));

    /// <summary>Reads 2, 4, 6, 9 or 12 digits in UTF-8, full-width ones too. Allocates nothing.</summary>
    public static DivisionCodeReading Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is 12 or 9 or 6 && Utf8Narrow.AllDigits(text))
        {
            return Judge(text);
        }

        Span<byte> buffer = stackalloc byte[64];
        var length = Utf8Narrow.Copy(text, buffer);
        if (length < 0)
        {
            return new(None, DivisionCodeFault.Length);
        }

        var narrow = buffer[..length];
        return narrow.IsEmpty ? new(None, DivisionCodeFault.Missing)
            : !Utf8Narrow.AllDigits(narrow) ? new(None, DivisionCodeFault.Character)
            : narrow.Length is not (2 or 4 or 6 or 9 or 12) ? new(None, DivisionCodeFault.Length)
            : Judge(narrow);
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, from UTF-16.</summary>
    public static DivisionCodeReading Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[96];
        var length = Utf8Narrow.FromChars(text, bytes);
        return length < 0 ? new(None, DivisionCodeFault.Length) : Read(bytes[..length]);
    }

    /// <summary>True when the province digits are those of a province, of Taiwan, Hong Kong or Macao.</summary>
    public static bool IsProvince(int twoDigits) => twoDigits is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46)
        or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82;

    /// <summary>The code cut to a level: zeros below it. A code that is already higher stays as it is.</summary>
    public DivisionCode At(DivisionLevel level) => level switch
    {
        DivisionLevel.None => None,
        DivisionLevel.Province => new(Value / 10_000_000_000 * 10_000_000_000),
        DivisionLevel.City => new(Value / 100_000_000 * 100_000_000),
        DivisionLevel.County => new(Value / 1_000_000 * 1_000_000),
        DivisionLevel.Township => new(Value / 1000 * 1000),
        _ => this,
    };

    /// <summary>True when the other code is this division or lies in it by its digits. Nothing contains or is contained in no code.</summary>
    public bool Contains(DivisionCode other) => !IsNone && !other.IsNone && other.At(Level) == this;

    /// <inheritdoc/>
    public int CompareTo(DivisionCode other) => Value.CompareTo(other.Value);

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator <(DivisionCode left, DivisionCode right) => left.Value < right.Value;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator >(DivisionCode left, DivisionCode right) => left.Value > right.Value;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator <=(DivisionCode left, DivisionCode right) => left.Value <= right.Value;

    /// <summary>Compares in the order of the digits.</summary>
    public static bool operator >=(DivisionCode left, DivisionCode right) => left.Value >= right.Value;

    /// <summary>The 12 digits, or an empty string.</summary>
    public override string ToString() => IsNone ? string.Empty : Value.ToString("D12", CultureInfo.InvariantCulture);

    private static DivisionCodeReading Judge(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var b in digits)
        {
            value = value * 10 + (b - '0');
        }

        for (var i = digits.Length; i < 12; i++)
        {
            value *= 10;
        }

        return IsProvince((int)(value / 10_000_000_000)) ? new(new DivisionCode(value), DivisionCodeFault.None) : new(None, DivisionCodeFault.Province);
    }
}
