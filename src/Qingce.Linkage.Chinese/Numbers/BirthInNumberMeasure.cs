namespace Qingce.Linkage.Chinese;

/// <summary>
/// <c>birth-in-number</c>, between a date column and a number column: 1 when the number was given out for that date, else 0. One of the two
/// dates a pair has was entered wrongly, and the other one's number still has the right one.
/// </summary>
internal sealed class BirthInNumberMeasure : Measure
{
    public override string Name => "birth-in-number";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) =>
        left.Text.Length == 18 && right.Text.Length == 8 ? Are(right.Text, left.Text)
        : left.Text.Length == 8 && right.Text.Length == 18 ? Are(left.Text, right.Text)
        : double.NaN;

    // Of eight digits the date, of eighteen characters the number, which may end in an X.
    public override bool TryBetween(ulong left, ulong right, out double measured)
    {
        measured = 0;
        var (date, number) = Cell.TryNumber(left, out var born, out var digits) && digits == 8 ? (born, right)
            : Cell.TryNumber(right, out born, out digits) && digits == 8 ? (born, left)
            : (-1, Cell.Missing);
        if (date < 0 || Cell.LengthOfDigits(number, out var body) != 18)
        {
            return false;
        }

        measured = (long)(body / 1000 % 100_000_000) == date ? 1 : 0;
        return true;
    }

    private static double Are(ReadOnlySpan<int> date, ReadOnlySpan<int> number) => date.SequenceEqual(number.Slice(6, 8)) ? 1 : 0;
}
