using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class NumberWordsTests
{
    private const string Kind = "citizen-number";

    [Theory]
    [InlineData("11010519491231002x", "11010519491231002X")]
    [InlineData(" 110105 19491231 002X ", "11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X")]
    [InlineData("110105491231002", "11010519491231002X")]
    [InlineData("1.10105E+17", "")]
    [InlineData("110105194912310000", "")]
    [InlineData("111111111111111111", "")]
    [InlineData("123456789012345678", "")]
    [InlineData("无", "")]
    [InlineData("1101051949123100", "1101051949123100")]
    [InlineData("g 1234-5678", "G12345678")]
    [InlineData("护照", "")]
    public void Kind_Spelling_IsOneForm(string text, string expected) => Assert.Equal(expected, Word.Clean(Kind, text));

    [Fact]
    public void Kind_RoundedWithRightCheck_IsMissing()
    {
        var body = Enumerable.Range(1, 9).Select(s => CitizenNumber.Create(110_105, new DateOnly(1949, 12, 31), s * 100)).ToList();
        body.AddRange(Enumerable.Range(1, 28).Select(d => CitizenNumber.Create(110_105, new DateOnly(1950, 1, d), 100)));
        var rounded = body.First(n => n.ToString().EndsWith("000", StringComparison.Ordinal));

        Assert.True(rounded.HasRightCheck);
        Assert.Equal("", Word.Clean(Kind, rounded.ToString()));
    }

    [Theory]
    [InlineData("11010519491231002X", "11010519491231003X", NumberGrade.Slip)]
    [InlineData("11010519491231002X", "11010519491213002X", NumberGrade.Slip)]
    [InlineData("11010519491231002X", "1101051949123102X", NumberGrade.Slip)]
    [InlineData("110105194912310020", "11010519491231002X", NumberGrade.Slip)]
    public void Measure_Slips_AreSlips(string left, string right, double expected)
    {
        Assert.Equal(expected, Word.Grade(Kind, Kind, left, right));
        Assert.Equal(expected, Word.Grade(Kind, Kind, right, left));
    }

    [Fact]
    public void Measure_ValidNumbers_AreToldApartByTheirParts()
    {
        string Of(int division, int year, int month, int day, int sequence) => CitizenNumber.Create(division, new DateOnly(year, month, day), sequence).ToString();
        var number = Of(110_105, 1990, 3, 7, 123);

        Assert.Equal(NumberGrade.OneSequence, Word.Grade(Kind, Kind, number, Of(110_105, 1990, 3, 7, 125)));
        Assert.Equal(NumberGrade.OneSequence, Word.Grade(Kind, Kind, number, Of(110_105, 1990, 3, 7, 456)));
        Assert.Equal(NumberGrade.OneSequenceFaulty, Word.Grade(Kind, Kind, number, "110" + Of(110_105, 1990, 3, 7, 125)[3..].Replace("105", "175", StringComparison.Ordinal)));
        Assert.Equal(NumberGrade.OtherBirth, Word.Grade(Kind, Kind, number, Of(110_105, 1991, 4, 7, 123)));
        Assert.Equal(NumberGrade.SlipRechecked, Word.Grade(Kind, Kind, number, Of(110_106, 1990, 3, 7, 123)));
        Assert.Equal(NumberGrade.OneBirth, Word.Grade(Kind, Kind, number, Of(320_105, 1990, 3, 7, 456)));
        Assert.Equal(NumberGrade.OneBirth, Word.Grade(Kind, Kind, number, Of(320_105, 1985, 3, 7, 123)));
        Assert.Equal(0, Word.Grade(Kind, Kind, number, Of(320_105, 1985, 11, 28, 123)));
        Assert.Equal(NumberGrade.FaultyOther, Word.Grade(Kind, Kind, number, Of(320_105, 1985, 3, 7, 123)[..17] + (Of(320_105, 1985, 3, 7, 123)[17] == '1' ? '2' : '1')));
    }

    [Theory]
    [InlineData("11010519491231002X", "19491231", 1)]
    [InlineData("11010519491231002X", "1949-12-30", 0)]
    public void BirthInNumber_Date_IsFound(string number, string date, double expected)
    {
        var (a, b) = (Codes(Word.Clean(Kind, number)), Codes(Word.Clean("chinese-date", date)));
        var measure = ChineseWords.Vocabulary.Measure("birth-in-number");

        Assert.Equal(expected, measure.Between(new CellValue(1, a), new CellValue(2, b)));
        Assert.Equal(expected, measure.Between(new CellValue(2, b), new CellValue(1, a)));
    }

    [Theory]
    [InlineData("number-body", "11010519491231002X", "110105194912310021", true)]
    [InlineData("number-birth", "11010519491231002X", "320105194912310015", true)]
    [InlineData("number-division", "11010519491231002X", "320105194912310015", false)]
    [InlineData("number-place", "11010519491231002X", "110105195001010022", true)]
    public void Keys_Parts_AreEqualWhereTheyShould(string derivation, string left, string right, bool equal) =>
        Assert.Equal(equal, Assert.Single(Word.Keys(Kind, derivation, left)) == Assert.Single(Word.Keys(Kind, derivation, right)));

    private static int[] Codes(string text) => [.. text.Select(c => (int)c)];
}
