using System.Numerics;

namespace Qingce.Linkage.Chinese;

/// <summary><c>chinese-date</c>: how two birth dates agree, as one of the grades of <see cref="DateGrade"/>, or 0.</summary>
internal sealed class DateMeasure : Measure
{
    private const int YearsOfGeneration = 14;

    public override string Name => "chinese-date";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) =>
        TryPack(left.Text, out var a, out var yearA) && TryPack(right.Text, out var b, out var yearB) ? Between(a, yearA, b, yearB) : double.NaN;

    public override bool TryBetween(ulong left, ulong right, out double measured)
    {
        measured = 0;
        if (!Cell.TryNumber(left, out var a, out var digits) || digits != 8 || !Cell.TryNumber(right, out var b, out digits) || digits != 8)
        {
            return false;
        }

        measured = Between(PackedDate.Of((int)a), (int)a / 10_000, PackedDate.Of((int)b), (int)b / 10_000);
        return true;
    }

    private static double Between(uint a, int yearA, uint b, int yearB)
    {
        if (PackedDate.IsPartOf(a, b))
        {
            return DateGrade.Partial;
        }

        // A slip changes at most two digits, but for day and month in each other's place and for the last day of a month.
        var years = Math.Abs(yearA - yearB);
        var differing = BitOperations.PopCount(PackedNumber.Differences(a, b));
        if ((differing <= 2 || years <= 1) && PackedDate.IsSlip(a, b))
        {
            return DateGrade.Slip;
        }

        return years <= 1 && PackedDate.AreLunarTwins(a, b) ? DateGrade.Lunar
            : years >= YearsOfGeneration ? 0
            : PackedDate.MonthDay(a) == PackedDate.MonthDay(b) ? DateGrade.DayOfYear
            : years == 0 ? IsUnknownDay(a) || IsUnknownDay(b) ? DateGrade.UnknownDay : DateGrade.Year
            : DateGrade.Generation;
    }

    private static bool IsUnknownDay(uint date) => PackedDate.MonthDay(date) is 0x0101 or 0x0701;

    private static bool TryPack(ReadOnlySpan<int> text, out uint date, out int year)
    {
        date = 0;
        year = 0;
        if (text.Length != 8)
        {
            return false;
        }

        for (var i = 0; i < 8; i++)
        {
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            date = date << 4 | (uint)digit;
            year = i < 4 ? year * 10 + digit : year;
        }

        return true;
    }
}
