namespace Qingce.Linkage;

/// <summary>Equal or not. Holds for equal cells alone, whatever the bound.</summary>
internal sealed class ExactMeasure : Measure
{
    public const string Word = "exact";

    public override string Name => Word;

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => double.NaN;
}
