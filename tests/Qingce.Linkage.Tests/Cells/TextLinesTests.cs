using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class TextLinesTests
{
    [Theory]
    [InlineData(0, 9)]
    [InlineData(1, 9)]
    [InlineData(15, 9)]
    [InlineData(16, 9)]
    [InlineData(17, 9)]
    [InlineData(1000, 9)]
    [InlineData(1000, 6000)]
    public void Indexer_TextsOfAnyLength_AreThoseThatWerePacked(int rows, int longest)
    {
        string[] texts = [.. Enumerable.Range(0, rows).Select(row => new string((char)('a' + row % 26), row * 7919 % (longest + 1)))];

        var lines = Pack(texts);

        Assert.Equal(rows, lines.Rows);
        Assert.Equal(texts, Enumerable.Range(0, rows).Select(row => Encoding.UTF8.GetString(lines[row])));
    }

    [Fact]
    public void Bytes_TextsOfOneLength_AreThoseOfTheTexts() => Assert.Equal(700, Pack([.. Enumerable.Range(0, 100).Select(_ => "1234567")]).Bytes);

    [Fact]
    public void Bytes_ShortTexts_AreTwoAndAQuarterMoreForEach()
    {
        var lines = Pack([.. Enumerable.Range(0, 16_000).Select(row => row % 2 == 0 ? "" : "ab")]);

        Assert.InRange(lines.Bytes, 16_000 * 3.25, 16_000 * 3.25 + 36);
    }

    private static TextLines Pack(string[] texts)
    {
        var starts = new int[texts.Length + 1];
        for (var row = 0; row < texts.Length; row++)
        {
            starts[row + 1] = starts[row] + texts[row].Length;
        }

        return new TextLines(starts, Encoding.UTF8.GetBytes(string.Concat(texts)));
    }
}
