using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class TextSketchTests
{
    private static readonly Gen<int[]> Text = Gen.OneOf(
        Gen.Int['0', '9'].Array[1, 20], Gen.Int['a', 'f'].Array[1, 30], Gen.Int[0x4E00, 0x4E20].Array[1, 6], Gen.OneOf(Gen.Int['0', '2'], Gen.Int[0x4E00, 0x9FFF]).Array[1, 70]);

    [Fact]
    public void Unshared_AnySketches_IsTheSameByVectorsAndWords() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((left, right) => TextSketch.UnsharedVectors(left, right) == TextSketch.UnsharedWords(left, right));

    [Fact]
    public void Best_AnyTexts_IsNeverBeaten()
    {
        Measure[] measures = [new JaroWinklerMeasure(), new EditDistanceMeasure()];
        Gen.Select(Text, Text, Gen.Int[0, 3]).Sample((left, other, likeness) =>
        {
            int[] right = likeness == 0 ? other : [.. left.Take(left.Length - Math.Min(left.Length - 1, likeness - 1)), .. other.Take(likeness)];
            return measures.All(measure =>
            {
                var a = new CellValue(1, left);
                var b = new CellValue(2, right);
                var between = measure.Between(in a, in b);
                var best = measure.Best(measure.Sketch(in a), measure.Sketch(in b), out _);
                return left.SequenceEqual(right) || (measure.IsSimilarity ? best >= between : best <= between);
            });
        });
    }
}
