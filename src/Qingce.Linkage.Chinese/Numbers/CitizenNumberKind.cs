using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>citizen-number</c>: 18 characters with a capital X; 15 digits become 18. Missing: what stands for nothing, made-up numbers, and those
/// that a spreadsheet rounded, which end in 000 or bear an exponent. Other papers' numbers stay, as capitals and digits.
/// </summary>
internal sealed class CitizenNumberKind : ColumnKind
{
    private const int Shortest = 5, Longest = 24;

    private const CitizenNumberFault SaysNothing = CitizenNumberFault.Missing | CitizenNumberFault.Placeholder | CitizenNumberFault.SpreadsheetRounded | CitizenNumberFault.Hidden;

    public override string Name => "citizen-number";

    public override int MostBytes(int length) => Math.Max(length, CitizenNumber.Length);

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        var reading = value.Length == CitizenNumber.Length ? CitizenNumber.Read(value) : default;
        if (!reading.HasNumber || reading.Expanded)
        {
            return false;
        }

        var (body, last) = (reading.Number.Packed / 11, (int)(reading.Number.Packed % 11));
        cell = (reading.Fault & SaysNothing) != 0 || IsRounded(body, last) ? Cell.Missing : Cell.OfDigits(body, last, CitizenNumber.Length);
        return true;
    }

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var reading = CitizenNumber.Read(value);
        if ((reading.Fault & SaysNothing) != 0)
        {
            return 0;
        }

        if (!reading.HasNumber)
        {
            return Other(value, cleaned);
        }

        reading.Number.TryFormat(cleaned, out var written);
        return !reading.Expanded && IsRounded(reading.Number.Packed / 11, (int)(reading.Number.Packed % 11)) ? 0 : written;
    }

    // Ends in 000 with a right check: one number in a thousand, and one rounded number in eleven.
    private static bool IsRounded(ulong body, int last) => last == 0 && body % 100 == 0;

    // Passports and the like, and numbers that lost a digit. Letters of either case are one; signs fall away.
    private static int Other(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var length = 0;
        var digits = 0;
        var alike = true;
        foreach (var b in value)
        {
            var letter = (byte)(b & 0xDF);
            if (b is >= (byte)'0' and <= (byte)'9' || letter is >= (byte)'A' and <= (byte)'Z')
            {
                cleaned[length] = b <= (byte)'9' ? b : letter;
                digits += b <= (byte)'9' ? 1 : 0;
                alike &= cleaned[length] == cleaned[0];
                length++;
            }
            else if (b >= 0x80 || b is (byte)'.' or (byte)'+' or (byte)'*')
            {
                return 0;
            }
        }

        return length is < Shortest or > Longest || digits < Shortest || alike ? 0 : length;
    }
}
