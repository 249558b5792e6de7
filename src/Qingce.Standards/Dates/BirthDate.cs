using System.Globalization;
using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>How exactly a birth date is known.</summary>
public enum DatePrecision : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The year only.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>What could be read where a birth date was expected.</summary>
/// <param name="Date">The date, or <see cref="BirthDate.None"/>.</param>
/// <param name="Fault">Why there is none.</param>
public readonly record struct BirthDateReading(BirthDate Date, DateFault Fault);

/// <summary>
/// A birth date known to the year, the month or the day, from 1800 to 2199. The default value stands for no date. Ordered
/// by code, so that a date known less exactly comes before the exact ones it covers.
/// </summary>
public readonly record struct BirthDate : IComparable<BirthDate>
{
    private BirthDate(int code) => Code = code;

    /// <summary>The value of no date.</summary>
    public static BirthDate None => default;

    /// <summary>The code yyyyMMdd with 00 for an unknown month or day; 0 for no date.</summary>
    public int Code { get; }

    /// <summary>The year, 0 for no date.</summary>
    public int Year => Code / 10_000;

    /// <summary>The month, 0 when unknown.</summary>
    public int Month => Code / 100 % 100;

    /// <summary>The day of the month, 0 when unknown.</summary>
    public int Day => Code % 100;

    /// <summary>True when there is no date.</summary>
    public bool IsNone => Code == 0;

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision =>
        Code == 0 ? DatePrecision.None : Month == 0 ? DatePrecision.Year : Day == 0 ? DatePrecision.Month : DatePrecision.Day;

    /// <summary>True on 1 January and 1 July, which clerks wrote when the day was unknown. Says nothing about a single person.</summary>
    public bool IsCommonDefault => Code % 10_000 is 101 or 701;

    /// <summary>The first day it can be; null for no date.</summary>
    public DateOnly? Earliest => IsNone ? null : new DateOnly(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day it can be; null for no date.</summary>
    public DateOnly? Latest
    {
        get
        {
            if (IsNone)
            {
                return null;
            }

            var month = Month == 0 ? 12 : Month;
            return new DateOnly(Year, month, Day == 0 ? DateTime.DaysInMonth(Year, month) : Day);
        }
    }

    /// <summary>The day, when it is known to the day.</summary>
    public DateOnly? ToDate() => Precision == DatePrecision.Day ? new DateOnly(Year, Month, Day) : null;

    /// <summary>A birth date known to the day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1800 and 2199.</exception>
    public static BirthDate Of(DateOnly date) => FromCode(DayNumber.ToCode(date));

    /// <summary>Takes the date back from <see cref="Code"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public static BirthDate FromCode(int code)
    {
        var (year, month, day) = (code / 10_000, code / 100 % 100, code % 100);
        var holds = code == 0 || DayNumber.IsDate(year, month == 0 && day == 0 ? 1 : month, day == 0 ? 1 : day);
        return holds ? new(code) : throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such date.");
    }

    /// <summary>
    /// Reads yyyy-MM-dd, yyyyMMdd, yyyy/M/d, yyyy.M.d, yyyy-MM, yyyyMM, yyyy and 1990年5月3日 with its shorter forms, in
    /// UTF-8, also before a time of day. Month or day 00 means unknown. Allocates nothing.
    /// </summary>
    public static BirthDateReading Read(ReadOnlySpan<byte> text)
    {
        var fault = DateForm.Read(text, out var year, out var month, out var day);
        return fault == DateFault.None ? new(new BirthDate(year * 10_000 + month * 100 + day), fault) : new(None, fault);
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, from UTF-16.</summary>
    public static BirthDateReading Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[96];
        var length = Utf8Narrow.FromChars(text, bytes);
        return length < 0 ? new(None, DateFault.Unreadable) : Read(bytes[..length]);
    }

    /// <summary>True when one day satisfies both: equal, or one is the less exact form of the other.</summary>
    public bool Agrees(BirthDate other)
    {
        if (IsNone || other.IsNone || Year != other.Year)
        {
            return false;
        }

        return (Month == 0 || other.Month == 0) || (Month == other.Month && (Day == 0 || other.Day == 0 || Day == other.Day));
    }

    /// <summary>True when both are known to the day and one is the other with its Chinese month and day; see <see cref="LunarTwin"/>.</summary>
    public static bool IsLunarTwin(BirthDate a, BirthDate b) =>
        a.ToDate() is { } first && b.ToDate() is { } second && LunarTwin.Are(first, second);

    /// <summary>Completed years of life on a day, from the earliest day it can be. Negative before birth.</summary>
    /// <exception cref="InvalidOperationException">There is no date.</exception>
    public int OldestAgeOn(DateOnly day) => IsNone ? throw new InvalidOperationException("There is no birth date.") : Age.On(Earliest!.Value, day);

    /// <summary>Completed years of life on a day, from the latest day it can be. Negative before birth.</summary>
    /// <exception cref="InvalidOperationException">There is no date.</exception>
    public int YoungestAgeOn(DateOnly day) => IsNone ? throw new InvalidOperationException("There is no birth date.") : Age.On(Latest!.Value, day);

    /// <inheritdoc/>
    public int CompareTo(BirthDate other) => Code.CompareTo(other.Code);

    /// <summary>Compares by code.</summary>
    public static bool operator <(BirthDate left, BirthDate right) => left.Code < right.Code;

    /// <summary>Compares by code.</summary>
    public static bool operator >(BirthDate left, BirthDate right) => left.Code > right.Code;

    /// <summary>Compares by code.</summary>
    public static bool operator <=(BirthDate left, BirthDate right) => left.Code <= right.Code;

    /// <summary>Compares by code.</summary>
    public static bool operator >=(BirthDate left, BirthDate right) => left.Code >= right.Code;

    /// <summary>ISO 8601 as far as known: 1990-05-03, 1990-05, 1990, or an empty string.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
        _ => string.Empty,
    };
}
