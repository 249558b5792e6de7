using System.Buffers;

namespace Qingce.Linkage;

/// <summary>
/// A date in any usual spelling, as yyyymmdd, yyyymm or yyyy. Eight digits stay as they are even where they are no day of the calendar, because
/// a slip of a digit is still evidence; what has no year is missing, and so are dates that stand for none (1900-01-01, 1899-12-30 and 31, 1111-11-11,
/// 9999-12-31): a third of a column may be of that day, of people who have nothing in common. A time of day is left out.
/// </summary>
/// <param name="name">Name in model files.</param>
/// <param name="monthFirst">Whether 03/04/1990 is the fourth of March.</param>
internal sealed class DateKind(string name, bool monthFirst) : ColumnKind
{
    private const int Pivot = 30;
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" ,-./0123456789"u8);

    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("mai", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10),
        ("okt", 10), ("nov", 11), ("dec", 12), ("dez", 12),
    ];

    public override string Name => name;

    public override int MostBytes(int length) => 8;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var (count, month) = (0, -1);
        while (!value.IsEmpty && count < 3)
        {
            if (count > 0 && value[0] is (byte)'T' or (byte)':' && digits[0] != 0)
            {
                break;
            }

            var length = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? value.Length : length;
            if (length > 8)
            {
                return 0;
            }

            if (length > 0)
            {
                (numbers[count], digits[count]) = (Number(value[..length]), length);
                count++;
                value = value[length..];
            }
            else if (count < 3 && month < 0 && MonthOf(value) is > 0 and var word)
            {
                (numbers[count], digits[count], month) = (word, 2, count);
                count++;
                var letters = value.IndexOfAny(WordEnds);
                value = letters < 0 ? [] : value[letters..];
            }
            else
            {
                value = value[1..];
            }
        }

        return count switch
        {
            1 => One(numbers[0], digits[0], cleaned),
            2 => digits[0] == 4 ? Put(numbers[0], numbers[1], 0, cleaned) : digits[1] == 4 ? Put(numbers[1], numbers[0], 0, cleaned)
                : digits[0] == 8 ? One(numbers[0], 8, cleaned) : 0,
            3 when digits[0] == 8 => One(numbers[0], 8, cleaned),
            3 => Three(numbers, digits, month, cleaned),
            _ => 0,
        };
    }

    // As standards write it, 1990-03-07.
    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        if (value.Length != 10 || value[4] != (byte)'-' || value[7] != (byte)'-')
        {
            return false;
        }

        var (year, month, day) = (Digits(value[..4]), Digits(value.Slice(5, 2)), Digits(value[8..]));
        if (year <= 0 || month <= 0 || day <= 0 || StandsForNone(year, month, day))
        {
            return false;
        }

        cell = Cell.OfDigits((ulong)(year * 1000 + month * 10 + day / 10), day % 10, 8);
        return true;
    }

    // -1 where there is anything else.
    private static int Digits(ReadOnlySpan<byte> value) => value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? Number(value) : -1;

    private static int One(int number, int digits, Span<byte> cleaned) => digits switch
    {
        8 => Put(number / 10000, number / 100 % 100, number % 100, cleaned),
        6 when number / 100 is >= 1800 and < 2100 && number % 100 is >= 1 and <= 12 => Put(number / 100, number % 100, 0, cleaned),
        4 => Put(number, 0, 0, cleaned),
        _ => 0,
    };

    private int Three(ReadOnlySpan<int> numbers, ReadOnlySpan<int> digits, int month, Span<byte> cleaned)
    {
        if (digits[0] >= 3)
        {
            return Put(numbers[0], numbers[1], numbers[2], cleaned);
        }

        var year = digits[2] >= 3 ? numbers[2] : numbers[2] + (numbers[2] < Pivot ? 2000 : 1900);
        var (day, its) = month == 0 || (month < 0 && monthFirst) ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);

        // The other order is meant where this one has no such month.
        return its > 12 && day <= 12 && month < 0 ? Put(year, day, its, cleaned) : Put(year, its, day, cleaned);
    }

    private static int Put(int year, int month, int day, Span<byte> cleaned)
    {
        // A year alone, or with a month, must be one that dates of records have; else any four digits would be one.
        if (StandsForNone(year, month, day) || year is 0 or > 9999 || month > 99 || day > 99 || (day == 0 && (month > 12 || year is < 1800 or >= 2100)))
        {
            return 0;
        }

        Two(year / 100, cleaned);
        Two(year % 100, cleaned[2..]);
        if (day == 0 && month == 0)
        {
            return 4;
        }

        Two(month, cleaned[4..]);
        if (day == 0)
        {
            return 6;
        }

        Two(day, cleaned[6..]);
        return 8;
    }

    // What spreadsheets, databases and clerks write where they know of no date.
    private static bool StandsForNone(int year, int month, int day) =>
        (year, month, day) is (1900, 1, 1) or (1899, 12, 30 or 31) or (1111, 11, 11) or (9999, 12, 31);

    private static void Two(int number, Span<byte> to) => (to[0], to[1]) = ((byte)('0' + number / 10), (byte)('0' + number % 10));

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = number * 10 + digit - '0';
        }

        return number;
    }

    private static int MonthOf(ReadOnlySpan<byte> value)
    {
        if (value.Length < 3 || !char.IsAsciiLetter((char)value[0]))
        {
            return 0;
        }

        if (value[0] is (byte)'m' or (byte)'M' && value[1] == 0xC3)
        {
            return 3;
        }

        foreach (var (start, month) in Months)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(value[..3], start))
            {
                return month;
            }
        }

        return 0;
    }
}
