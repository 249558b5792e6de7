using System.Globalization;

namespace Qingce.Standards;

/// <summary>A day of the Chinese calendar, from 1900-01-31 to 2100-12-31 of the Gregorian one.</summary>
/// <param name="Year">The Gregorian year in which the lunar year begins.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 30.</param>
/// <param name="IsLeapMonth">True in the month inserted after the one of the same number.</param>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly LunarYear[] Years = MakeYears();

    /// <summary>The Chinese date of a Gregorian day; null outside the range.</summary>
    public static LunarDate? FromGregorian(DateOnly date)
    {
        var year = date.Year;
        if (year is < FirstYear or > LastYear)
        {
            return null;
        }

        if (date.DayNumber < Years[year - FirstYear].FirstDay)
        {
            year--;
        }

        if (year < FirstYear)
        {
            return null;
        }

        var lunar = Years[year - FirstYear];
        var rest = date.DayNumber - lunar.FirstDay;
        for (var i = 0; i < 13; i++)
        {
            var days = lunar.DaysOfPlace(i);
            if (rest < days)
            {
                var leap = lunar.Leap != 0 && i == lunar.Leap;
                return new(year, lunar.Leap != 0 && i >= lunar.Leap ? i : i + 1, rest + 1, leap);
            }

            rest -= days;
        }

        return null;
    }

    /// <summary>The Gregorian day; null when there is no such day in the Chinese calendar or it is outside the range.</summary>
    public DateOnly? ToGregorian()
    {
        if (Year is < FirstYear or > LastYear || Month is < 1 or > 12 || Day < 1)
        {
            return null;
        }

        var lunar = Years[Year - FirstYear];
        if (IsLeapMonth && lunar.Leap != Month)
        {
            return null;
        }

        var place = Month - 1 + (IsLeapMonth || (lunar.Leap != 0 && Month > lunar.Leap) ? 1 : 0);
        if (Day > lunar.DaysOfPlace(place))
        {
            return null;
        }

        var day = lunar.FirstDay + Day - 1;
        for (var i = 0; i < place; i++)
        {
            day += lunar.DaysOfPlace(i);
        }

        return DateOnly.FromDayNumber(day);
    }

    private static LunarYear[] MakeYears()
    {
        var years = new LunarYear[LastYear - FirstYear + 1];

        // The calendar of the runtime begins in 1901. 1900 began on 31 January, had a leap eighth month and the long months
        // 2, 5, 7, 8, 9, 10 and 12 (places 1, 4, 6, 7, 9, 10 and 12), 384 days in all.
        years[0] = new(new DateOnly(1900, 1, 31).DayNumber, 8, 1 << 1 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 9 | 1 << 10 | 1 << 12, 13);
        var calendar = new ChineseLunisolarCalendar();
        for (var year = FirstYear + 1; year <= LastYear; year++)
        {
            var months = calendar.GetMonthsInYear(year);
            var leap = calendar.GetLeapMonth(year);
            var longMonths = 0;
            for (var month = 1; month <= months; month++)
            {
                longMonths |= calendar.GetDaysInMonth(year, month) == 30 ? 1 << (month - 1) : 0;
            }

            var first = DateOnly.FromDateTime(calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
            years[year - FirstYear] = new(first.DayNumber, leap == 0 ? 0 : leap - 1, longMonths, months);
        }

        return years;
    }

    // Leap is the number of the month after which one is inserted, and so the place, from 0, of the inserted one; 0 for none.
    private readonly record struct LunarYear(int FirstDay, int Leap, int LongMonths, int Months)
    {
        public int DaysOfPlace(int place) => place >= Months ? 0 : 29 + (LongMonths >> place & 1);
    }
}
