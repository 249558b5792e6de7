namespace Qingce.Linkage.Chinese;

/// <summary>
/// How two birth dates agree, as the measure <c>chinese-date</c> tells it: the bounds that levels of a model name. Equal dates have 1. The order
/// is that of the tests; parents and children have 0.
/// </summary>
public static class DateGrade
{
    /// <summary>One is known to the year or the month only, and the other agrees as far.</summary>
    public const double Partial = 0.95;

    /// <summary>One digit, two neighbouring digits, or day and month changed places, or day, month or year is the next one.</summary>
    public const double Slip = 0.9;

    /// <summary>One is the other by the Chinese calendar.</summary>
    public const double Lunar = 0.85;

    /// <summary>The same day of years less than 14 apart.</summary>
    public const double DayOfYear = 0.6;

    /// <summary>The same year, and one of them is 1 January or 1 July, which stands for a day that nobody knew.</summary>
    public const double UnknownDay = 0.5;

    /// <summary>The same year.</summary>
    public const double Year = 0.4;

    /// <summary>Less than 14 years apart.</summary>
    public const double Generation = 0.2;
}
