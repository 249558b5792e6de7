using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class CellTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["0123456789X"], 1, 20],
        Gen.String[Gen.Char["abcz .-'"], 1, 14],
        Gen.String[Gen.Char["王小明一龥·"], 1, 6],
        Gen.String[Gen.Char["aé王0"], 1, 8]);

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("11010119900307123X")]
    [InlineData("999999999999999999")]
    [InlineData("X")]
    [InlineData("王小明明")]
    [InlineData("christopher")]
    [InlineData("a")]
    [InlineData("é")]
    public void Of_ShortText_StandsInTheCell(string text)
    {
        var cell = Cell.Of(Encoding.UTF8.GetBytes(text));

        Assert.False(Cell.IsLong(cell));
        Assert.Equal(text, Decoded(cell));
    }

    [Fact]
    public void Of_Empty_IsMissing() => Assert.Equal(Cell.Missing, Cell.Of([]));

    [Fact]
    public void Of_AnyTexts_AreEqualCellsWhenEqualTexts() => Gen.Select(Texts, Texts).Sample((a, b) =>
    {
        var (one, two) = (Cell.Of(Encoding.UTF8.GetBytes(a)), Cell.Of(Encoding.UTF8.GetBytes(b)));
        return one == two == (a == b) && one != 0 && (Cell.IsLong(one) || Decoded(one) == a);
    });

    [Theory]
    [InlineData("0070", true, 70, 4)]
    [InlineData("19900307", true, 19900307, 8)]
    [InlineData("12X", false, 0, 0)]
    [InlineData("ab", false, 0, 0)]
    public void TryNumber_Text_GivesNumberAndLength(string text, bool expected, long number, int length)
    {
        var found = Cell.TryNumber(Cell.Of(Encoding.UTF8.GetBytes(text)), out var itsNumber, out var itsLength);

        Assert.Equal((expected, number, length), (found, itsNumber, itsLength));
    }

    private static string Decoded(ulong cell)
    {
        Span<int> text = stackalloc int[Cell.MostInline];
        return string.Concat(text[..Cell.Decode(cell, text)].ToArray().Select(char.ConvertFromUtf32));
    }
}
