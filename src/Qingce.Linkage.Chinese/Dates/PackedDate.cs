using System.Numerics;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>Birth dates with a digit in each four bits: year 16 bits, month 8, day 8. 0 for none; 00 for an unknown month or day.</summary>
internal static class PackedDate
{
    private static readonly ushort[] FourDigits = [.. Enumerable.Range(0, 10_000).Select(Pack)];

    /// <summary>Packs yyyyMMdd.</summary>
    public static uint Of(int code)
    {
        var (high, low) = Math.DivRem((uint)code, 10_000U);
        return (uint)FourDigits[high % 10_000] << 16 | FourDigits[low];
    }

    private static ushort Pack(int four) => (ushort)(four / 1000 << 12 | four / 100 % 10 << 8 | four / 10 % 10 << 4 | four % 10);

    /// <summary>Year, as packed.</summary>
    public static uint Year(uint date) => date >> 16;

    /// <summary>The year before, as packed.</summary>
    public static uint YearBefore(uint date) => Year(Of(Code(date) - 10_000));

    /// <summary>Month and day, as packed.</summary>
    public static uint MonthDay(uint date) => date & 0xFFFF;

    /// <summary>True when one digit differs, two neighbouring ones changed places, month and day did, or day, month or year is one too many.</summary>
    public static bool IsSlip(uint left, uint right)
    {
        var differences = PackedNumber.Differences(left, right);
        return BitOperations.PopCount(differences) == 1 || PackedNumber.AreSwapped(left, right, differences)
            || (Year(left) == Year(right) && MonthDay(left) == ((right & 0xFF) << 8 | (right >> 8 & 0xFF)))
            || IsNextTo(left, right);
    }

    // The same but for one of day, month and year, which is one more; a day is also next to the first or last of the neighbouring month.
    private static bool IsNextTo(uint left, uint right)
    {
        int a = Code(left), b = Code(right);
        return Math.Abs(a - b) is 1 or 100 or 10_000
            || (DayNumber.TryFromCode(a, out var dayA) && DayNumber.TryFromCode(b, out var dayB) && Math.Abs(dayA.DayNumber - dayB.DayNumber) == 1);
    }

    /// <summary>True when one is known to the year or month only and the other agrees as far.</summary>
    public static bool IsPartOf(uint left, uint right) =>
        Year(left) == Year(right)
        && (MonthDay(left) == 0 || MonthDay(right) == 0 || ((left ^ right) >> 8 == 0 && ((left & 0xFF) == 0 || (right & 0xFF) == 0)));

    /// <summary>True when one may be the other with the date of the Chinese calendar.</summary>
    public static bool AreLunarTwins(uint left, uint right) =>
        DayNumber.TryFromCode(Code(left), out var a) && DayNumber.TryFromCode(Code(right), out var b) && LunarTwin.Are(a, b);

    private static int Code(uint date)
    {
        var code = 0;
        for (var shift = 28; shift >= 0; shift -= 4)
        {
            code = code * 10 + (int)(date >> shift & 15);
        }

        return code;
    }
}
