using System.Globalization;

namespace Qingce.Linkage;

/// <summary>A cleaned date, yyyymmdd, yyyymm or yyyy; or one written yyyy-MM-dd.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">0 when it is not known; as written otherwise, and so perhaps no month of the calendar.</param>
/// <param name="Day">0 when it is not known; as written otherwise.</param>
internal readonly record struct WrittenDate(int Year, int Month, int Day)
{
    /// <summary>Reads a cleaned date.</summary>
    public static bool TryRead(in CellValue value, out WrittenDate date)
    {
        date = default;
        if (!Cell.TryNumber(value.Cell, out var number, out var digits))
        {
            return TryPlain(value, out date);
        }

        if (digits is not (4 or 6 or 8))
        {
            return false;
        }

        var all = (int)(digits == 4 ? number * 10000 : digits == 6 ? number * 100 : number);
        date = new WrittenDate(all / 10000, all / 100 % 100, all % 100);
        return true;
    }

    // A column that is compared as it is written, as those of Splink's settings are.
    private static bool TryPlain(in CellValue value, out WrittenDate date)
    {
        var plain = DateOnly.TryParseExact(ValueText.Of(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = plain ? new WrittenDate(day.Year, day.Month, day.Day) : default;
        return plain;
    }

    /// <summary>Whether year, month and day are known.</summary>
    public bool IsWhole => Month > 0 && Day > 0;

    /// <summary>The day of the calendar; false when it is partial or there is no such day.</summary>
    public bool TryDay(out DateOnly day)
    {
        var real = Month is >= 1 and <= 12 && Day >= 1 && Year is >= 1 and <= 9999 && Day <= DateTime.DaysInMonth(Year, Month);
        day = real ? new DateOnly(Year, Month, Day) : default;
        return real;
    }
}

/// <summary>Days between two dates; NaN unless both are days of the calendar.</summary>
internal sealed class DaysApart : Measure
{
    public override string Name => "days-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        WrittenDate.TryRead(left, out var a) && WrittenDate.TryRead(right, out var b) && a.TryDay(out var one) && b.TryDay(out var two)
            ? Math.Abs(one.DayNumber - two.DayNumber)
            : double.NaN;
}

/// <summary>Months between two dates of which the month is known, days not counted.</summary>
internal sealed class MonthsApart : Measure
{
    public override string Name => "months-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        WrittenDate.TryRead(left, out var a) && WrittenDate.TryRead(right, out var b) && a.Month > 0 && b.Month > 0
            ? Math.Abs(a.Year * 12 + a.Month - b.Year * 12 - b.Month)
            : double.NaN;
}

/// <summary>Years between two dates, months and days not counted.</summary>
internal sealed class YearsApart : Measure
{
    public override string Name => "years-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        WrittenDate.TryRead(left, out var a) && WrittenDate.TryRead(right, out var b) ? Math.Abs(a.Year - b.Year) : double.NaN;
}

/// <summary>
/// How two whole dates could be one written wrong, 1 to 4: 4 day and month changed places, 3 one digit differs or two neighbours changed
/// places, 2 two of year, month and day agree, 1 one does, 0 none. NaN for partial ones.
/// </summary>
internal sealed class DateSlip : Measure
{
    public override string Name => "date-slip";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        if (!WrittenDate.TryRead(left, out var a) || !WrittenDate.TryRead(right, out var b) || !a.IsWhole || !b.IsWhole)
        {
            return double.NaN;
        }

        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
        {
            return 4;
        }

        return IdentifierSlip.IsSlip(left.Text, right.Text)
            ? 3
            : (a.Year == b.Year ? 1 : 0) + (a.Month == b.Month ? 1 : 0) + (a.Day == b.Day ? 1 : 0);
    }
}

/// <summary>1 when one of two dates is partial and they agree as far as both are known, 0 when they do not; NaN for two whole ones.</summary>
internal sealed class DateAsKnown : Measure
{
    public override string Name => "date-as-known";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) =>
        WrittenDate.TryRead(left, out var a) && WrittenDate.TryRead(right, out var b) && !(a.IsWhole && b.IsWhole)
            ? a.Year == b.Year && (a.Month == 0 || b.Month == 0 || a.Month == b.Month) && (a.Day == 0 || b.Day == 0 || a.Day == b.Day) ? 1 : 0
            : double.NaN;
}
