using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class TextSketchTests
{
    private static readonly Gen<int[]> Text = Gen.OneOf(
        Gen.Int['0', '9'].Array[1, 20], Gen.Int['a', 'f'].Array[1, 30], Gen.Int[0x4E00, 0x4E20].Array[1, 6], Gen.OneOf(Gen.Int['0', '2'], Gen.Int[0x4E00, 0x9FFF]).Array[1, 70],
        Gen.Int[0x4E00, 0x9FFF].Array[Similarity.Most - 2, Similarity.Most + 30]);

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

    [Fact]
    public void Sketch_OfCellOrBytes_IsThatOfTheText()
    {
        Measure[] measures = [new JaroWinklerMeasure(), new EditDistanceMeasure()];
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["0123456789"], 1, 18], Gen.String[Gen.Char["01"], 14, 18], Gen.String[Gen.Char["07"], 0, 17].Select(digits => digits + "X"),
            Gen.String[Gen.Char[(char)0x4E00, (char)0x9FFF], 1, 4], Gen.String[Gen.Char["é王一號0123a"], 1, 40],
            Gen.String[Gen.Char["王一號0123a"], Similarity.Most - 2, Similarity.Most + 30]);
        Gen.Select(texts, Gen.Int[0, 1].Select(i => measures[i])).Sample((text, measure) =>
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var (cell, codes) = (Cell.Of(utf8), new int[utf8.Length]);
            var made = Cell.IsLong(cell) ? measure.Sketch(utf8) : measure.Sketch(cell);
            return made == 0 || made == measure.Sketch(new CellValue(cell, codes.AsSpan(0, CodePoints.Decode(utf8, codes))));
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("62012219840109529X")]
    [InlineData("19840109")]
    [InlineData("111111111111111000")]
    public void Sketch_OfDigits_IsMadeOfTheCell(string text) => Assert.NotEqual(0UL, new EditDistanceMeasure().Sketch(Cell.Of(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("王小明")]
    [InlineData("欧阳")]
    public void Sketch_OfHan_IsMadeOfTheCell(string text) => Assert.NotEqual(0UL, new JaroWinklerMeasure().Sketch(Cell.Of(Encoding.UTF8.GetBytes(text))));
}
