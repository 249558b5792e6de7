using System.Runtime.CompilerServices;

namespace Qingce.Standards;

/// <summary>Days as integers: the count since 1970-01-01 and the code yyyyMMdd. Dates from 1800 to 2199 only.</summary>
public static class DayNumber
{
    /// <summary>First year that a date of the register may have.</summary>
    public const int FirstYear = 1800;

    /// <summary>Last year that a date of the register may have.</summary>
    public const int LastYear = 2199;

    private const int EpochDay = 719_162;

    /// <summary>Days since 1970-01-01; negative before.</summary>
    public static int Of(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>The date so many days after 1970-01-01.</summary>
    public static DateOnly ToDate(int daysSince1970) => DateOnly.FromDayNumber(daysSince1970 + EpochDay);

    /// <summary>Days since 1970-01-01 of a date that <see cref="IsDate(int, int, int)"/> accepts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int year, int month, int day)
    {
        // Years are counted from March so that the leap day comes last.
        var y = month <= 2 ? year - 1 : year;
        var era = y / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /// <summary>The code yyyyMMdd of a date.</summary>
    public static int ToCode(DateOnly date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    /// <summary>The code yyyyMMdd of a day counted from 1970-01-01.</summary>
    public static int ToCode(int daysSince1970) => ToCode(ToDate(daysSince1970));

    /// <summary>True when the code yyyyMMdd is a day between 1800 and 2199.</summary>
    public static bool IsDate(int code) => IsDate(code / 10_000, code / 100 % 100, code % 100);

    /// <summary>True when the three numbers are a day between 1800 and 2199.</summary>
    public static bool IsDate(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    /// <summary>The date with the code yyyyMMdd, if there is one between 1800 and 2199.</summary>
    public static bool TryFromCode(int code, out DateOnly date)
    {
        var found = IsDate(code);
        date = found ? new DateOnly(code / 10_000, code / 100 % 100, code % 100) : default;
        return found;
    }
}
