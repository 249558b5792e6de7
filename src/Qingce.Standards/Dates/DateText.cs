using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>Reads the dates of columns other than the birth date, where nothing short of a day will do. Allocates nothing.</summary>
public static class DateText
{
    /// <summary>Reads a date, also one with a time of day, which is dropped.</summary>
    /// <param name="text">UTF-8 in any form that <see cref="BirthDate.Read(ReadOnlySpan{byte})"/> accepts.</param>
    /// <param name="daysSince1970">Days since 1970-01-01, negative before; 0 when false is returned.</param>
    /// <returns>False when there is no date, or one known only to the month or year.</returns>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out int daysSince1970) => ReadDay(text, out daysSince1970) == DateFault.None;

    /// <summary>As <see cref="TryReadDay(ReadOnlySpan{byte}, out int)"/>, from UTF-16.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, out int daysSince1970) => ReadDay(text, out daysSince1970) == DateFault.None;

    /// <summary>As <see cref="TryReadDay(ReadOnlySpan{byte}, out int)"/>, telling why there is none. A month or year alone is unreadable.</summary>
    public static DateFault ReadDay(ReadOnlySpan<byte> text, out int daysSince1970)
    {
        daysSince1970 = 0;
        var fault = DateForm.Read(text, out var year, out var month, out var day);
        if (fault != DateFault.None)
        {
            return fault;
        }

        if (day == 0)
        {
            return DateFault.Unreadable;
        }

        daysSince1970 = DayNumber.Of(year, month, day);
        return DateFault.None;
    }

    /// <summary>As <see cref="ReadDay(ReadOnlySpan{byte}, out int)"/>, from UTF-16.</summary>
    public static DateFault ReadDay(ReadOnlySpan<char> text, out int daysSince1970)
    {
        Span<byte> bytes = stackalloc byte[96];
        var length = Utf8Narrow.FromChars(text, bytes);
        daysSince1970 = 0;
        return length < 0 ? DateFault.Unreadable : ReadDay(bytes[..length], out daysSince1970);
    }
}
