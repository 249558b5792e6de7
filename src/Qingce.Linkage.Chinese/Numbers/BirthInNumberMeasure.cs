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

    private static double Are(ReadOnlySpan<int> date, ReadOnlySpan<int> number) => date.SequenceEqual(number.Slice(6, 8)) ? 1 : 0;
}
