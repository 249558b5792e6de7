namespace Qingce.Linkage;

/// <summary><see cref="Similarity.JaroWinkler"/>, 0 to 1.</summary>
internal sealed class JaroWinklerMeasure : Measure
{
    public override string Name => "jaro-winkler";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => Similarity.JaroWinkler(left.Text, right.Text);
}
