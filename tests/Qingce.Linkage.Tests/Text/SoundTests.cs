namespace Qingce.Linkage.Tests;

public sealed class SoundTests
{
    // The digits of Postel's paper and of the examples that are told everywhere.
    [Theory]
    [InlineData("mullerludenscheidt", 165752682)]
    [InlineData("wikipedia", 13412)]
    [InlineData("breschnew", 117863)]
    [InlineData("", 0)]
    public void Cologne_KnownNames_HaveTheirDigits(string name, long key) => Assert.Equal((ulong)key, Cologne.Of(Codes(name)));

    [Theory]
    [InlineData("meyer", "maier")]
    [InlineData("schmidt", "schmitt")]
    [InlineData("philipp", "filip")]
    public void Cologne_NamesOfOneSound_AreOne(string one, string other) => Assert.Equal(Cologne.Of(Codes(one)), Cologne.Of(Codes(other)));

    [Theory]
    [InlineData("knight", "night")]
    [InlineData("philip", "filip")]
    [InlineData("wright", "rite")]
    [InlineData("catherine", "katherine")]
    [InlineData("stephen", "stefen")]
    public void Metaphone_NamesOfOneSound_AreOne(string one, string other) => Assert.Equal(Metaphone.Of(Codes(one)), Metaphone.Of(Codes(other)));

    [Theory]
    [InlineData("smith", "smit")]
    [InlineData("anna", "nina")]
    public void Metaphone_NamesOfOtherSound_Differ(string one, string other) => Assert.NotEqual(Metaphone.Of(Codes(one)), Metaphone.Of(Codes(other)));

    [Fact]
    public void Metaphone_NoLetter_HasNoKey() => Assert.Equal(0UL, Metaphone.Of(Codes("张 12")));

    [Theory]
    [InlineData("bob", "robert", true)]
    [InlineData("bob", "rob", true)]
    [InlineData("hans", "johannes", true)]
    [InlineData("anna", "hannah", false)]
    public void ShortForms_Names_AreTold(string one, string other, bool known) => Assert.Equal(known, ShortForms.Are(Codes(one), Codes(other)));

    private static int[] Codes(string text) => [.. text.Select(c => (int)c)];
}
