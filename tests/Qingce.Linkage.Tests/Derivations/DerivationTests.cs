using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class DerivationTests
{
    [Theory]
    [InlineData("first-3", "robert", "robin")]
    [InlineData("last-4", "6988048", "1238048")]
    [InlineData("year", "19710624", "1971")]
    [InlineData("month-day", "19710624", "19800624")]
    [InlineData("words", "john smith", "smith anne")]
    [InlineData("items", "a b;c d", "c d;e f")]
    [InlineData("soundex", "meyer", "maier")]
    [InlineData("sorted", "john smith", "smith john")]
    [InlineData("domain", "a@x.org", "b@x.org")]
    [InlineData("mailbox", "a@x.org", "a@y.org")]
    public void Keys_ValuesAlikeInThatPart_ShareOne(string take, string left, string right)
    {
        Assert.NotEmpty(Keys(take, left).Intersect(Keys(take, right)));
        Assert.Empty(Keys(take, left).Intersect(Keys(take, "zqxkw")));
    }

    [Theory]
    [InlineData("month-day", "1971")]
    [InlineData("domain", "no address")]
    public void Keys_ValueWithoutThatPart_AreNone(string take, string value) => Assert.Empty(Keys(take, value));

    private static ulong[] Keys(string take, string text)
    {
        var (derivation, argument) = LinkageVocabulary.General.Derivation(take);
        var keys = new ulong[derivation.MostKeys];
        var value = new CellValue(Cell.Of(Encoding.UTF8.GetBytes(text)), text.EnumerateRunes().Select(r => r.Value).ToArray());
        return keys[..derivation.Keys(value, argument, keys)];
    }
}
