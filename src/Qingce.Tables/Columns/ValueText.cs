using System.Buffers.Text;
using System.Globalization;

namespace Qingce.Tables;

/// <summary>The one text form of numbers and days, which every reader and writer here shares.</summary>
internal static class ValueText
{
    private const int UnixEpochDay = 719162;

    // Above this a double no longer holds every whole number, and a decimal form would show digits it does not have.
    private const double ExactWhole = 9007199254740992;

    public static bool TryFormat(double value, Span<byte> destination, out int written)
    {
        if (Math.Abs(value) <= ExactWhole && Math.Truncate(value) == value)
        {
            return Utf8Formatter.TryFormat((long)value, destination, out written);
        }

        return Math.Abs(value) < 1e28 && Math.Truncate(value) == value
            ? ((decimal)value).TryFormat(destination, out written, "0", CultureInfo.InvariantCulture)
            : value.TryFormat(destination, out written, "R", CultureInfo.InvariantCulture);
    }

    public static bool TryFormatDate(int days, Span<byte> destination, out int written)
    {
        long day = (long)days + UnixEpochDay;
        if (day is < 0 or > 3652058)
        {
            return Utf8Formatter.TryFormat(days, destination, out written);
        }

        if (destination.Length < 10)
        {
            written = 0;
            return false;
        }

        DateOnly date = DateOnly.FromDayNumber((int)day);
        Put2(destination, date.Year / 100);
        Put2(destination[2..], date.Year % 100);
        destination[4] = (byte)'-';
        Put2(destination[5..], date.Month);
        destination[7] = (byte)'-';
        Put2(destination[8..], date.Day);
        written = 10;
        return true;
    }

    private static void Put2(Span<byte> destination, int value)
    {
        destination[1] = (byte)('0' + value % 10);
        destination[0] = (byte)('0' + value / 10);
    }
}
