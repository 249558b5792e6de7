using System.Buffers;
using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>The one parser of written dates. Month and day are 0 when not given.</summary>
internal static class DateForm
{
    private const int Longest = 64;

    private static readonly SearchValues<byte> TimeCharacters = SearchValues.Create("0123456789:.+-Z "u8);

    /// <summary>Reads yyyy-MM-dd, yyyyMMdd, yyyy/M/d, yyyy.M.d, yyyy-MM, yyyyMM, yyyy, 1990年5月3日, each also before a time of day.</summary>
    public static DateFault Read(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TryNumber(text[..4], out year) && TryNumber(text.Slice(5, 2), out month) && TryNumber(text.Slice(8, 2), out day))
        {
            return Judge(year, ref month, ref day);
        }

        return ReadLoose(text, out year, out month, out day);
    }

    private static DateFault ReadLoose(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        Span<byte> buffer = stackalloc byte[Longest];
        var length = text.Length > Longest ? -1 : Utf8Narrow.Copy(text, buffer);
        if (length < 0)
        {
            return DateFault.Unreadable;
        }

        var rest = (ReadOnlySpan<byte>)buffer[..length];
        if (rest.IsEmpty || rest.SequenceEqual("-"u8) || rest.SequenceEqual("无"u8) || rest.SequenceEqual("NULL"u8) || rest.SequenceEqual("null"u8))
        {
            return DateFault.Missing;
        }

        var digits = LeadingDigits(rest);
        switch (digits)
        {
            case 14 when rest.Length == 14:
            case 8 when IsEndOrTime(rest[8..]):
                TryNumber(rest[..4], out year);
                TryNumber(rest.Slice(4, 2), out month);
                TryNumber(rest.Slice(6, 2), out day);
                return Judge(year, ref month, ref day);
            case 6 when rest.Length == 6:
                TryNumber(rest[..4], out year);
                TryNumber(rest[4..], out month);
                return Judge(year, ref month, ref day);
            case 4:
                TryNumber(rest[..4], out year);
                rest = rest[4..];
                break;
            default:
                return DateFault.Unreadable;
        }

        if (rest.IsEmpty)
        {
            return Judge(year, ref month, ref day);
        }

        return ReadSeparated(rest, year, out month, out day);
    }

    private static DateFault ReadSeparated(ReadOnlySpan<byte> rest, int year, out int month, out int day)
    {
        month = day = 0;
        var chinese = rest.StartsWith("年"u8);
        var mark = rest[0];
        if (!chinese && mark is not ((byte)'-' or (byte)'/' or (byte)'.'))
        {
            return DateFault.Unreadable;
        }

        rest = rest[(chinese ? 3 : 1)..].TrimStart((byte)' ');
        if (rest.IsEmpty)
        {
            return chinese ? Judge(year, ref month, ref day) : DateFault.Unreadable;
        }

        if (!TryPart(ref rest, out month))
        {
            return DateFault.Unreadable;
        }

        if (rest.IsEmpty)
        {
            return chinese ? DateFault.Unreadable : Judge(year, ref month, ref day);
        }

        if (chinese ? !rest.StartsWith("月"u8) : rest[0] != mark)
        {
            return DateFault.Unreadable;
        }

        rest = rest[(chinese ? 3 : 1)..].TrimStart((byte)' ');
        if (rest.IsEmpty)
        {
            return chinese ? Judge(year, ref month, ref day) : DateFault.Unreadable;
        }

        if (!TryPart(ref rest, out day))
        {
            return DateFault.Unreadable;
        }

        if (chinese && (rest.StartsWith("日"u8) || rest.StartsWith("号"u8)))
        {
            rest = rest[3..];
        }

        return IsEndOrTime(rest) ? Judge(year, ref month, ref day) : DateFault.Unreadable;
    }

    private static DateFault Judge(int year, ref int month, ref int day)
    {
        if (year is < DayNumber.FirstYear or > DayNumber.LastYear || month > 12 || (month == 0 && day != 0)
            || (day != 0 && !DayNumber.IsDate(year, month, day)))
        {
            return DateFault.Impossible;
        }

        return DateFault.None;
    }

    private static bool IsEndOrTime(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest.Length < 5 || rest[0] is not ((byte)' ' or (byte)'T'))
        {
            return false;
        }

        rest = rest[1..];
        return rest[0] is >= (byte)'0' and <= (byte)'9' && rest.Contains((byte)':') && !rest.ContainsAnyExcept(TimeCharacters);
    }

    private static int LeadingDigits(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return at < 0 ? text.Length : at;
    }

    private static bool TryPart(ref ReadOnlySpan<byte> rest, out int value)
    {
        var digits = LeadingDigits(rest);
        value = 0;
        if (digits is 0 or > 2)
        {
            return false;
        }

        TryNumber(rest[..digits], out value);
        rest = rest[digits..];
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            var digit = unchecked((uint)b - '0');
            if (digit > 9)
            {
                return false;
            }

            value = value * 10 + (int)digit;
        }

        return true;
    }
}
