namespace Qingce.Standards;

/// <summary>
/// Birthdays that differ only because one of them took a date of the Chinese calendar for a Gregorian one. Common among the
/// older, who know their birthday by the Chinese calendar.
/// </summary>
public static class LunarTwin
{
    /// <summary>
    /// The wrong Gregorian date that results when somebody born on <paramref name="birth"/> gives the Chinese date and it is
    /// written down as it stands. Null when there is no such Gregorian day or the date is outside 1900 to 2100.
    /// </summary>
    public static DateOnly? LunarReadAsSolar(DateOnly birth) =>
        LunarDate.FromGregorian(birth) is { } lunar && DayNumber.IsDate(lunar.Year, lunar.Month, lunar.Day)
            ? new DateOnly(lunar.Year, lunar.Month, lunar.Day)
            : null;

    /// <summary>
    /// The wrong Gregorian date that results when <paramref name="birth"/>, Gregorian already, is taken for a Chinese date
    /// and converted. Null when there is no such Chinese day or the date is outside 1900 to 2100.
    /// </summary>
    public static DateOnly? SolarReadAsLunar(DateOnly birth) => new LunarDate(birth.Year, birth.Month, birth.Day, false).ToGregorian();

    /// <summary>
    /// True when one date is the other with its Chinese month and day. The year may be that of either calendar, since many
    /// give the Chinese month and day with the Gregorian year. Symmetric; false for equal dates.
    /// </summary>
    public static bool Are(DateOnly a, DateOnly b)
    {
        // The two calendars are never more than 52 days apart; a year more when only the year was kept.
        var apart = Math.Abs(a.DayNumber - b.DayNumber);
        if (apart is < 15 or > 360 || (apart is > 55 and < 300))
        {
            return false;
        }

        return IsLunarOf(a, b) || IsLunarOf(b, a);
    }

    private static bool IsLunarOf(DateOnly birth, DateOnly written) =>
        LunarDate.FromGregorian(birth) is { } lunar && lunar.Month == written.Month && lunar.Day == written.Day
        && (lunar.Year == written.Year || birth.Year == written.Year);
}
