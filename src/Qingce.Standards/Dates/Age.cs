namespace Qingce.Standards;

/// <summary>Ages in completed years, 周岁.</summary>
public static class Age
{
    /// <summary>
    /// Completed years from birth to a day. Whoever was born on 29 February completes a year on 1 March of common years.
    /// Negative when the day comes before birth.
    /// </summary>
    public static int On(DateOnly birth, DateOnly day)
    {
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
