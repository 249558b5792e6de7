namespace Qingce.Linkage.Chinese.Tests;

public sealed class PersonWordsTests
{
    [Theory]
    [InlineData("chinese-date", "1990年3月7日", "19900307")]
    [InlineData("chinese-date", "1990/3/7", "19900307")]
    [InlineData("chinese-date", "19900307", "19900307")]
    [InlineData("chinese-date", "1990-03-07 00:00:00", "19900307")]
    [InlineData("chinese-date", "1990年3月", "19900300")]
    [InlineData("chinese-date", "1900-01-01", "")]
    [InlineData("chinese-date", "不详", "")]
    [InlineData("chinese-phone", "+86 138-1234-5679", "13812345679")]
    [InlineData("chinese-phone", "010-62345679", "01062345679")]
    [InlineData("chinese-phone", "13800138000", "")]
    [InlineData("chinese-phone", "1381234567", "1381234567")]
    [InlineData("chinese-address", "建国路８８号三幢２单元501室", "建国路88号3栋2单元501室")]
    [InlineData("chinese-address", "建国路88号3号楼2单元501", "建国路88号3栋2单元501")]
    [InlineData("chinese-address", "李家村村民委员会5组12号（出租）", "李家村5组12号")]
    [InlineData("chinese-address", "第二十一栋", "第21栋")]
    [InlineData("sex", "男", "1")]
    [InlineData("sex", "F", "2")]
    [InlineData("sex", "2", "2")]
    [InlineData("sex", "9", "")]
    public void Kind_Spelling_IsOneForm(string kind, string text, string expected) => Assert.Equal(expected, Word.Clean(kind, text));

    [Theory]
    [InlineData("1990-03-07", "1990-03", DateGrade.Partial)]
    [InlineData("1990-03-07", "1990-03-08", DateGrade.Slip)]
    [InlineData("1990-03-07", "1990-07-03", DateGrade.Slip)]
    [InlineData("1990-03-07", "1970-03-07", DateGrade.Slip)]
    [InlineData("1990-03-17", "1990-03-11", DateGrade.Slip)]
    [InlineData("1962-03-25", "1962-02-20", DateGrade.Lunar)]
    [InlineData("1990-03-07", "1982-03-07", DateGrade.DayOfYear)]
    [InlineData("1990-03-17", "1990-01-01", DateGrade.UnknownDay)]
    [InlineData("1990-03-07", "1990-11-25", DateGrade.Year)]
    [InlineData("1990-03-07", "1995-11-25", DateGrade.Generation)]
    [InlineData("1990-03-07", "1962-11-25", 0)]
    [InlineData("1990-03-07", "1962-03-07", 0)]
    public void DateMeasure_Dates_GradesThem(string left, string right, double expected)
    {
        Assert.Equal(expected, Word.Grade("chinese-date", "chinese-date", left, right));
        Assert.Equal(expected, Word.Grade("chinese-date", "chinese-date", right, left));
    }

    [Theory]
    [InlineData("13812345679", "13812345671", 1)]
    [InlineData("13812345679", "13812354679", 1)]
    [InlineData("13812345679", "1381234567", 1)]
    [InlineData("13812345679", "13912345670", 2)]
    public void PhoneMeasure_Numbers_TellsSlips(string left, string right, double expected)
    {
        Assert.Equal(expected, Word.Grade("chinese-phone", "chinese-phone", left, right));
        Assert.Equal(expected, Word.Grade("chinese-phone", "chinese-phone", right, left));
    }

    [Theory]
    [InlineData("北京市朝阳区建国路88号3栋2单元501室", "朝阳区建国路88号3-2-501", AddressGrade.Door)]
    [InlineData("北京市朝阳区建国路88号3栋2单元501室", "建国路88号三幢2单元501", AddressGrade.Door)]
    [InlineData("北京朝阳区建国路88号501室", "北京市朝阳区建外街道建国路88号501", AddressGrade.Door)]
    [InlineData("朝阳区建国路88号3栋2单元501室", "朝阳区建国路88号", AddressGrade.Shortened)]
    [InlineData("朝阳区建国路88号3栋2单元501室", "朝阳区建国道88号3栋2单元501室", AddressGrade.NearlyDoor)]
    [InlineData("朝阳区建国路88号3栋2单元501室", "朝阳区建国路88号3栋1单元201室", AddressGrade.Building)]
    [InlineData("朝阳区建国路88号3栋2单元501室", "朝阳区建国路17号", AddressGrade.Community)]
    [InlineData("朝阳区建国路88号3栋2单元501室", "朝阳区人民路88号3栋2单元501室", AddressGrade.Township)]
    [InlineData("朝阳区人民路88号3栋2单元501室", "海淀区人民路88号3栋2单元501室", 0)]
    [InlineData("朝阳区人民路88号", "浦东新区世纪大道100号", 0)]
    public void AddressMeasure_Addresses_GradesThem(string left, string right, double expected)
    {
        Assert.Equal(expected, Word.Grade("chinese-address", "chinese-address", left, right));
        Assert.Equal(expected, Word.Grade("chinese-address", "chinese-address", right, left));
    }

    [Theory]
    [InlineData("chinese-date", "birth-year", "1990-03-07", "1990-11-25")]
    [InlineData("chinese-date", "birth-day", "1990-03-07", "1985-03-07")]
    [InlineData("chinese-phone", "tail-4", "13812345679", "13900005679")]
    [InlineData("chinese-address", "address-door", "北京市朝阳区建国路88号3栋501室", "建国路88号3-501")]
    [InlineData("chinese-address", "address-house", "北京市朝阳区建国路88号3栋501室", "建国路88号")]
    public void Keys_WhatMayBeOne_IsOne(string kind, string derivation, string left, string right) =>
        Assert.Equal(Assert.Single(Word.Keys(kind, derivation, left)), Assert.Single(Word.Keys(kind, derivation, right)));

    [Theory]
    [InlineData("chinese-date", "birth-day", "1990-03")]
    [InlineData("chinese-address", "address-door", "朝阳区")]
    public void Keys_OfNothing_AreNone(string kind, string derivation, string text) => Assert.Empty(Word.Keys(kind, derivation, text));
}
