using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>chinese-date</c>: dates such as 1990年3月7日, 1990-03-07, 19900307, 1990/3/7 or with a time, as eight digits; 00 for an unknown month or day.
/// Missing: what is no date, and dates that stand for none (1900-01-01, 1899-12-30, 1111-11-11, 9999-12-31).
/// </summary>
internal sealed class ChineseDateKind : ColumnKind
{
    // What spreadsheets and databases write for no date.
    private const int DayZero = 1899_12_30, FirstOfCentury = 1900_01_01;

    public override string Name => "chinese-date";

    public override int MostBytes(int length) => 8;

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        var code = CodeOf(value);
        cell = code == 0 ? Cell.Missing : Cell.OfDigits((ulong)(code / 10), code % 10, 8);
        return true;
    }

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var code = CodeOf(value);
        if (code == 0)
        {
            return 0;
        }

        for (var i = 7; i >= 0; i--)
        {
            cleaned[i] = (byte)('0' + code % 10);
            code /= 10;
        }

        return 8;
    }

    private static int CodeOf(ReadOnlySpan<byte> value) =>
        BirthDate.Read(value).Date.Code is var code && code is >= DayZero and <= FirstOfCentury ? 0 : code;
}
