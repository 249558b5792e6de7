namespace Qingce.Linkage;

/// <summary><see cref="Similarity.EditDistance"/>, in edits.</summary>
internal sealed class EditDistanceMeasure : Measure
{
    public override string Name => "damerau-levenshtein";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) => Similarity.EditDistance(left.Text, right.Text);
}
