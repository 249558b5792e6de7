using System.Text;
using CsCheck;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class NameSketchTests
{
    // Few characters, so that names often differ by one, by its look, its sound or its place; two begin surnames of two characters.
    private const string Characters = "王玉萧肖欧阳司徒小晓明铭伟玮买麦阎闫傅付己已";

    private static readonly Gen<string> Name = Gen.Int[0, Characters.Length - 1].Array[2, 4].Select(places => string.Concat(places.Select(p => Characters[p])));

    // A name and another, or itself with one character changed: two that are written for one another meet often enough.
    private static readonly Gen<(string Left, string Right)> Pair = Gen.Select(Name, Name, Gen.Int[0, 3], Gen.Int[0, Characters.Length - 1]).Select((left, right, at, other) =>
        (left, at < left.Length ? left[..at] + Characters[other] + left[(at + 1)..] : right));

    [Fact]
    public void Best_NamesOfFewCharacters_IsTheGradeWhereItSaysSo()
    {
        var measure = new NameMeasure();
        var exact = new int[101];
        Pair.Sample(pair =>
        {
            var (left, right) = pair;
            var (a, b) = (Cell.Of(Encoding.UTF8.GetBytes(left)), Cell.Of(Encoding.UTF8.GetBytes(right)));
            if (a == b)
            {
                return;
            }

            Assert.True(measure.TryBetween(a, b, out var grade));
            var best = measure.Best(measure.Sketch(a), measure.Sketch(b), out var isExact);
            Assert.True(isExact ? best == grade : best >= grade, $"{left} {right}: {best}, and is {grade}");
            Interlocked.Increment(ref exact[isExact ? (int)Math.Round(100 * grade) : 100]);
        }, iter: 20_000);
        Assert.All([0d, NameGrade.Surname, NameGrade.OneOfTwo, NameGrade.OneCharacter, NameGrade.Missing, NameGrade.Variant], grade => Assert.True(exact[(int)Math.Round(100 * grade)] > 0, $"{grade} is never told."));
    }

    [Theory]
    [InlineData("欧阳明")]
    [InlineData("阿不都热合曼")]
    [InlineData("王")]
    [InlineData("li wei")]
    public void Best_NamesOfAnotherForm_LeavesThemToBeMeasured(string name)
    {
        var measure = new NameMeasure();
        measure.Best(measure.Sketch(Cell.Of(Encoding.UTF8.GetBytes(name))), measure.Sketch(Cell.Of(Encoding.UTF8.GetBytes("王小明"))), out var isExact);
        Assert.False(isExact);
    }
}
