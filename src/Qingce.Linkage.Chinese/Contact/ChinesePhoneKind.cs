using System.Globalization;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>chinese-phone</c>: the eleven digits of a mobile number, or a landline with its area code; of several numbers the first. Made-up numbers
/// are missing. Digits that are no number of the mainland stay as they are.
/// </summary>
internal sealed class ChinesePhoneKind : ColumnKind
{
    private const int Shortest = 7, Longest = 15;

    public override string Name => "chinese-phone";

    public override int MostBytes(int length) => Math.Max(length, 16);

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        var reading = PhoneNumber.Read(value);
        var mobile = reading.Fault == PhoneNumberFault.None && reading.Number.IsMobile;
        cell = mobile ? Cell.OfDigits((ulong)reading.Number.Packed / 10, (int)(reading.Number.Packed % 10), 11) : Cell.Missing;
        return mobile || reading.Fault is not (PhoneNumberFault.None or PhoneNumberFault.Length);
    }

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var reading = PhoneNumber.Read(value);
        return reading.Fault switch
        {
            PhoneNumberFault.None => Write(reading.Number, cleaned),
            PhoneNumberFault.Length => Digits(value, cleaned),
            _ => 0,
        };
    }

    private static int Write(PhoneNumber number, Span<byte> cleaned)
    {
        var zero = !number.IsMobile && number.AreaCode != 0 ? 1 : 0;
        cleaned[0] = (byte)'0';
        number.Packed.TryFormat(cleaned[zero..], out var length, provider: CultureInfo.InvariantCulture);
        return length + zero;
    }

    private static int Digits(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var length = 0;
        var alike = true;
        foreach (var b in value)
        {
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                cleaned[length] = b;
                alike &= b == cleaned[0];
                length++;
            }
        }

        return length is < Shortest or > Longest || alike ? 0 : length;
    }
}
