namespace Qingce.Linkage;

/// <summary><see cref="Similarity.EditDistance"/>, in edits.</summary>
internal sealed class EditDistanceMeasure : Measure
{
    public override string Name => "damerau-levenshtein";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) => Similarity.EditDistance(left.Text, right.Text);

    public override bool HasSketch => true;

    public override ulong Sketch(in CellValue value) => TextSketch.Of(value.Text);

    public override ulong Sketch(ulong cell) => TextSketch.OfDigits(cell);

    // Each edit mends one character of either text at most; a swap mends none.
    public override double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = false;
        var (one, two) = TextSketch.Unshared(left, right);
        return Math.Max(Math.Max(one, two), 1);
    }
}
