using System.Globalization;
using CsCheck;
using Qingce.Cli.Masking;
using Qingce.Cli.Results;
using Qingce.Exchange.Masking;
using Qingce.Standards;

namespace Qingce.Cli.Tests;

public sealed class MaskTests
{
    [Theory]
    [InlineData("张伟", "张*")]
    [InlineData("张小伟", "张**")]
    [InlineData("欧阳锋", "欧阳*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("李", "李*")]
    [InlineData("", "")]
    public void Name_OfAPerson_KeepsTheSurname(string name, string masked) => Assert.Equal(masked, Mask.Name(name));

    [Theory]
    [InlineData("11010519491231002X", "110105************")]
    [InlineData("110105491231002", "110105*********")]
    [InlineData("12345", "1****")]
    public void Number_OfAPerson_KeepsTheDivisionAlone(string number, string masked) => Assert.Equal(masked, Mask.Number(number));

    [Theory]
    [InlineData("32050519850615777899", 14)]
    [InlineData("3205051985061577", 10)]
    [InlineData("32050519850615777X", 12)]
    public void Number_WithDigitsTooManyOrTooFew_IsMaskedInASentence(string number, int hidden) =>
        Assert.Equal($"number 320505{new string('*', hidden)}.", Mask.Numbers($"number {number}.", []));

    [Theory]
    [InlineData("110105 19491231 002X", "110105**************")]
    [InlineData("110105-1949-1231-002X", "110105***************")]
    [InlineData("1101 0519 4912 3100 2X", "1101 0****************")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５************")]
    [InlineData("138-1234-5678", "138********78")]
    [InlineData("1381 234 5678", "138********78")]
    [InlineData("2020-01-01 2021-02-02 2022-03-03", "2020-01-01 2021-02-02 2022-03-03")]
    [InlineData("320505 2026-03-14 2026-03-15", "320505 2026-03-14 2026-03-15")]
    public void Number_InPartsOrWideDigits_IsMaskedInASentence(string number, string masked) =>
        Assert.Equal($"见 {masked}，号码", Mask.Numbers($"见 {number}，号码", []));

    [Theory]
    [InlineData("320505001001", "320505001001")]
    [InlineData("310101上海市南京路5号8室", "310101上海市南京路***")]
    [InlineData("苏州市平江路9号", "苏州市平江路***")]
    [InlineData("江苏省昆山市", "江苏省昆山市")]
    public void Place_KeepsTheDivisionAndTheStreet(string place, string masked) => Assert.Equal(masked, Mask.Place(place));

    [Theory]
    [InlineData("1962-07-25", "1962-**-**")]
    [InlineData("19620725", "1962****")]
    [InlineData("1962年7月25日", "1962年*月**日")]
    [InlineData("25/07/1962", "**/**/1962")]
    [InlineData("20071962", "****1962")]
    [InlineData("1962", "1962")]
    [InlineData("620725", "******")]
    [InlineData("", "")]
    public void Year_OfADate_IsAllThatStays(string date, string masked) => Assert.Equal(masked, Mask.Year(date));

    // What newcomers to a report can do: try each number that the shown parts allow.
    [Fact]
    public void Number_BesideItsMaskedBirthDate_LeavesEveryDayAndSequenceOfItsYear()
    {
        string number = Mask.Number("220183196207257521"), birth = Mask.Year("1962-07-25");

        int left = Enumerable.Range(0, 365).Select(day => new DateOnly(1962, 1, 1).AddDays(day))
            .Sum(date => Mask.Year(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) != birth ? 0
                : Enumerable.Range(1, 999).Count(sequence => Mask.Number(CitizenNumber.Create(220183, date, sequence).ToString()) == number));

        Assert.Equal(365 * 999, left);
    }

    [Fact]
    public void Sentence_WithTheBirthDateOfANumber_KeepsItsYearAndShowsWhereTheyDiffer()
    {
        FindingRow finding = new("0123456789abcdef", "I04", "S", 9, true, ["A"], "", "", "", "visit");
        Evidence evidence = new([new EvidenceCause("other-birth-date", 9, null,
        [
            new EvidenceValue("registration", "A", "citizen_number", "11010519491231002X"),
            new EvidenceValue("registration", "A", "birth_date", "1949-12-13"),
        ])]);

        string masked = new FindingMask(finding, evidence).Sentence("出生日期1949-12-13，号码中为1949-12-31（19491231），2012-01-28签发。");

        Assert.Equal("出生日期1949-**-##，号码中为1949-**-##（1949****），2012-01-28签发。", masked);
    }

    [Fact]
    public void Phone_KeepsThreeAndTwo() => Assert.Equal("138******01", Mask.Phone("13812340001"));

    [Theory]
    [InlineData("人民路12号3幢501室", "人民路***")]
    [InlineData("三里屯街道幸福村", "三里屯街道幸福村")]
    [InlineData("桃花村第三组", "桃花村第***")]
    [InlineData("人民路１２号", "人民路***")]
    [InlineData("中山路甲十二号院", "中山路***")]
    public void Address_IsCutBeforeTheHouseNumber(string address, string masked) => Assert.Equal(masked, Mask.Address(address));

    [Fact]
    public void Sentence_WithValuesOfTheEvidence_HidesThemAndKeepsTheIds()
    {
        FindingRow finding = new("0123456789abcdef", "I05", "S", 9, true, ["320102-13812340001"], "", "", "", "visit");
        Evidence evidence = new([new EvidenceCause("death", 9, null,
        [
            new EvidenceValue("registration", "320102-13812340001", "name", "张伟"),
            new EvidenceValue("11-death-certificate", "D1", "name", "张伟明"),
            new EvidenceValue("registration", "320102-13812340001", "citizen_number", "11010519491231002X"),
            new EvidenceValue("registration", "320102-13812340001", "phone", "13812340001"),
        ])]);

        string masked = new FindingMask(finding, evidence).Sentence("320102-13812340001：张伟明、张伟，号码11010519491231002X，电话13812340001，另号440524188001010014。");

        Assert.Equal("320102-13812340001：张**、张*，号码110105************，电话138******01，另号440524************。", masked);
    }

    [Theory]
    [InlineData("14-employment", "counterpart_name", "大明机械厂", "大明机械厂")]
    [InlineData("05-marriage", "counterpart_name", "刘芳", "刘*")]
    [InlineData("changes", "agent", "学校:第一中学", "学校:第一中学")]
    [InlineData("changes", "handler", "周正", "周*")]
    [InlineData("changes", "old_value", "王小明", "王**")]
    [InlineData("changes", "new_value", "1988-03-05", "1988-**-**")]
    [InlineData("changes", "new_value", "11010519491231002X", "110105************")]
    [InlineData("registration", "moved_in_from", "320500", "320500")]
    [InlineData("registration", "birth_date", "1988-03-05", "1988-**-**")]
    [InlineData("10-birth-certificate", "event_date", "1988-03-05", "1988-**-**")]
    [InlineData("05-marriage", "event_date", "2012-03-05", "2012-03-05")]
    public void Value_IsMaskedByItsField(string of, string field, string value, string masked) =>
        Assert.Equal(masked, FindingMask.Value(new EvidenceValue(of, "1", field, value)));

    [Fact]
    public void Number_OfAnyDigits_NeverShowsTheMiddle() => Gen.Char['0', '9'].Array[15, 18].Sample(digits =>
    {
        string masked = Mask.Number(new string(digits));
        Assert.Equal(digits.Length, masked.Length);
        Assert.All(masked[6..], c => Assert.Equal('*', c));
    });
}
