using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class MeasureTests
{
    private static readonly string[] Names = [.. GeneralWords.Measures.Select(m => m.Name)];

    [Theory]
    [InlineData("levenshtein", "kitten", "sitting", 3)]
    [InlineData("levenshtein", "ab", "ba", 2)]
    [InlineData("damerau-levenshtein", "ab", "ba", 1)]
    [InlineData("damerau-levenshtein", "王小明", "王晓明", 1)]
    [InlineData("date-slip", "19710624", "19712406", 4)]
    [InlineData("date-slip", "19710406", "19710604", 4)]
    [InlineData("date-slip", "19710624", "19710634", 3)]
    [InlineData("date-slip", "19710624", "19720630", 1)]
    [InlineData("date-slip", "19710624", "197106", double.NaN)]
    [InlineData("date-as-known", "19710624", "197106", 1)]
    [InlineData("date-as-known", "1971", "197206", 0)]
    [InlineData("days-apart", "19710624", "19710625", 1)]
    [InlineData("days-apart", "19710624", "19711332", double.NaN)]
    [InlineData("months-apart", "19710624", "197009", 9)]
    [InlineData("years-apart", "1971", "19730101", 2)]
    [InlineData("slip", "6988048", "6988084", 1)]
    [InlineData("slip", "6988048", "6988148", 1)]
    [InlineData("slip", "6988048", "698804", 0)]
    [InlineData("slip-luhn", "79927398713", "79927398731", 1)]
    [InlineData("slip-luhn", "79927398713", "79927398793", 1)]
    [InlineData("slip-luhn", "79927398713", "79921398793", 0.75)]
    [InlineData("slip-luhn", "79927398713", "4111111111111112", 0.5)]
    [InlineData("slip-luhn", "79927398713", "79927398721", 0)]
    [InlineData("slip-luhn", "1008", "1909", 0)]
    [InlineData("slip-mod-10", "4006381333931", "4006381333391", 1)]
    [InlineData("slip-mod-10", "4006381333931", "9780306406157", 0)]
    [InlineData("slip-mod-11", "9434765919", "94347659196", 1)]
    [InlineData("slip-mod-11", "080442957X", "0804429579", 1)]
    [InlineData("slip-mod-11", "080442957X", "9434765919", 0)]
    [InlineData("slip-mod-11-2", "0000000218250097", "0000000218250079", 1)]
    [InlineData("slip-mod-11-2", "11010519491231002X", "0000000218250097", 0)]
    [InlineData("slip-mod-97", "GB82WEST12345698765432", "GB82WEST12345698765423", 1)]
    [InlineData("slip-mod-97", "GB82WEST12345698765432", "DE89370400440532013000", 0)]
    [InlineData("percent-apart", "80", "100", 20)]
    [InlineData("kilometres-apart", "0,0", "0,180", 20015.115)]
    [InlineData("words-jaccard", "a b c", "c b d", 0.5)]
    [InlineData("words-contained", "b a", "a b c", 1)]
    [InlineData("words-initials", "иванов и п", "иванов иван петрович", 1)]
    [InlineData("words-initials", "иван иванов", "иванов и п", 1)]
    [InlineData("words-initials", "smith j", "jane ann smith", 1)]
    [InlineData("words-initials", "j s", "jane smith", 0)]
    [InlineData("words-initials", "smith k", "jane smith", 0)]
    [InlineData("words-initials", "smith jan", "jane smith", 0)]
    [InlineData("items-common", "a b;c", "a b;d", 1)]
    [InlineData("words-sorted", "smith john", "john smith", 1)]
    [InlineData("sounds-alike", "smith", "smyth", 1)]
    [InlineData("sounds-alike", "philip", "filip", 1)]
    [InlineData("sounds-alike", "meyer", "maier", 1)]
    [InlineData("sounds-alike", "smith", "jones", 0)]
    [InlineData("beginning", "rob", "robert", 3)]
    [InlineData("beginning", "bob", "robert", 0)]
    [InlineData("umlauts", "muller", "mueller", 1)]
    [InlineData("umlauts", "joergensen", "jorgensen", 1)]
    [InlineData("umlauts", "aarhus", "arhus", 1)]
    [InlineData("umlauts", "muller", "miller", 0)]
    [InlineData("umlauts", "muller", "muellers", 0)]
    [InlineData("mailbox", "a.b@x.org", "a.b@y.com", 1)]
    public void Between_TwoValues_IsWhatTheMeasureSays(string measure, string left, string right, double expected) =>
        Assert.Equal(expected, Between(measure, left, right), 0.001);

    [Theory]
    [InlineData("luhn", "4111111111111111")]
    [InlineData("mod-10", "9780306406157")]
    [InlineData("mod-11", "9434765919")]
    [InlineData("mod-11-2", "000000021694233X")]
    [InlineData("mod-97", "DE89370400440532013000")]
    public void Between_OneDigitOfACheckedNumber_IsASlip(string check, string number)
    {
        var others = from at in Enumerable.Range(number.Length - 8, 8) from digit in "0123456789" where number[at] != digit select number[..at] + digit + number[(at + 1)..];

        Assert.All(others, other => Assert.Equal(1, Between($"slip-{check}", number, other)));
    }

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611111111111111)]
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("DIXON", "DICKSONX", 0.8133333333333332)]
    [InlineData("abcd", "abxyzuvw", 0.5833333333333334)]
    [InlineData("abc", "xyz", 0)]
    public void JaroWinkler_KnownPairs_AgreesWithWinkler(string left, string right, double expected) =>
        Assert.Equal(expected, Between("jaro-winkler", left, right), 1e-9);

    [Fact]
    public void Between_AnyValues_IsSymmetric()
    {
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["abc 王@;1"], 1, 20],
            Gen.String[Gen.Char["0123456789"], 4, 8],
            Gen.String[Gen.Char["0123456789.,-"], 1, 12]);
        Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), texts, texts).Sample((name, left, right) => Between(name, left, right).Equals(Between(name, right, left)));
    }

    [Fact]
    public void BitDistances_AnyTexts_AgreeWithTheRows()
    {
        var texts = Gen.Int[1, 4].Array[1, 64];
        Gen.Select(texts, texts).Sample((left, right) =>
            EditBits.Levenshtein(left, right) == Similarity.LevenshteinRows(left, right)
            && EditBits.WithSwaps(left, right) == Similarity.EditDistanceRows(left, right)
            && (left.Length < right.Length || EditBits.Jaro(left, right).Equals(Similarity.JaroRows(left, right))));
    }

    private static double Between(string measure, string left, string right) =>
        LinkageVocabulary.General.Measure(measure).Between(Value(left), Value(right));

    private static CellValue Value(string text) =>
        new(Cell.Of(Encoding.UTF8.GetBytes(text)), text.EnumerateRunes().Select(r => r.Value).ToArray());
}
