using System.Globalization;
using System.Text;

namespace Qingce.Tables;

/// <summary>The text of a cell.</summary>
internal static class CellValue
{
    public static string Text(object? value)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return text;
            case double number:
                Span<byte> room = stackalloc byte[Column.ScratchLength];
                return ValueText.TryFormat(number, room, out int written)
                    ? Encoding.ASCII.GetString(room[..written])
                    : number.ToString("R", CultureInfo.InvariantCulture);
            case DateTime { TimeOfDay.Ticks: 0 } day:
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case DateTime time:
                return time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            case TimeSpan time:
                return time.ToString("c", CultureInfo.InvariantCulture);
            case bool flag:
                return flag ? "TRUE" : "FALSE";
            default:
                return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
    }
}
