namespace Qingce.Linkage;

/// <summary><see cref="Similarity.JaroWinkler"/>, 0 to 1.</summary>
internal sealed class JaroWinklerMeasure : Measure
{
    public override string Name => "jaro-winkler";

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override double Between(in CellValue left, in CellValue right) => Similarity.JaroWinkler(left.Text, right.Text);

    public override bool HasSketch => true;

    public override ulong Sketch(in CellValue value) => TextSketch.WithFirst(value.Text);

    public override ulong Sketch(ulong cell) => TextSketch.WithFirstOfHan(cell);

    public override ulong Sketch(ReadOnlySpan<byte> utf8) => TextSketch.WithFirst(utf8);

    // As if all characters of a common class were matches in their order, and the first four of them the beginning.
    public override double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = false;
        var beginning = TextSketch.MayBeginAlike(left, right) ? 4 : 0;
        left = TextSketch.WithoutFirst(left);
        right = TextSketch.WithoutFirst(right);
        if (TextSketch.IsFull(left) || TextSketch.IsFull(right))
        {
            return 1;
        }

        var length = TextSketch.Length(left);
        var shared = length - TextSketch.Unshared(left, right).Left;
        if (shared == 0)
        {
            return 0;
        }

        var jaro = (shared / (double)length + shared / (double)TextSketch.Length(right) + 1) / 3;
        return jaro <= 0.7 ? jaro : jaro + Math.Min(beginning, shared) * 0.1 * (1 - jaro) + 1e-9;
    }
}
