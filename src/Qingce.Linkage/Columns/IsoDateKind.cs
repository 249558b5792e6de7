using System.Buffers.Text;

namespace Qingce.Linkage;

/// <summary>Dates written yyyy-MM-dd, as they stand; anything else is missing.</summary>
internal sealed class IsoDateKind : ColumnKind
{
    public const string Word = "iso-date";
    private const int Length = 10;

    public override string Name => Word;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        if (value.Length != Length || value[4] != '-' || value[7] != '-'
            || !Number(value[..4], out var year) || !Number(value[5..7], out var month) || !Number(value[8..], out var day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return 0;
        }

        value.CopyTo(cleaned);
        return Length;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number) =>
        Utf8Parser.TryParse(digits, out number, out var used) && used == digits.Length && digits[0] is >= (byte)'0' and <= (byte)'9';
}
