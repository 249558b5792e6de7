using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("1", Sex.Male, true)]
    [InlineData("2", Sex.Female, true)]
    [InlineData("男", Sex.Male, true)]
    [InlineData(" 女性 ", Sex.Female, true)]
    [InlineData("F", Sex.Female, true)]
    [InlineData("１", Sex.Male, true)]
    [InlineData("0", Sex.Unknown, true)]
    [InlineData("9", Sex.NotStated, true)]
    [InlineData("3", Sex.Unknown, false)]
    [InlineData("", Sex.Unknown, false)]
    public void SexTryRead_CodeOrName_IsRead(string text, Sex sex, bool read)
    {
        Assert.Equal(read, Sex.TryRead(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(sex, value);
        Assert.Equal(read, Sex.TryRead(text.AsSpan(), out _));
    }

    [Fact]
    public void SexContradicts_OnlyKnownOnes()
    {
        Assert.True(Sex.Male.Contradicts(Sex.Female));
        Assert.False(Sex.Male.Contradicts(Sex.NotStated));
        Assert.False(Sex.Unknown.Contradicts(Sex.Female));
    }

    [Theory]
    [InlineData("02", 2)]
    [InlineData("01", 1)]
    [InlineData("0", 2)]
    [InlineData("1", 10)]
    [InlineData("2", 20)]
    [InlineData("8", 80)]
    [InlineData("23", 23)]
    [InlineData("99", 99)]
    [InlineData("户主", 2)]
    [InlineData("妻", 12)]
    [InlineData("丈夫", 11)]
    [InlineData("配偶", 10)]
    [InlineData("长子", 22)]
    [InlineData("次女", 33)]
    [InlineData("子", 20)]
    [InlineData("父亲", 51)]
    [InlineData("儿媳", 38)]
    [InlineData("女婿", 28)]
    [InlineData("孙子", 41)]
    [InlineData("外孙女", 44)]
    [InlineData("兄", 71)]
    [InlineData("弟媳", 74)]
    [InlineData("养子", 27)]
    [InlineData("继女", 37)]
    [InlineData("岳父", 55)]
    [InlineData("公公", 53)]
    [InlineData("继母", 58)]
    [InlineData("非亲属", 99)]
    [InlineData("13", 0)]
    [InlineData("98", 0)]
    [InlineData("9", 0)]
    [InlineData("", 0)]
    [InlineData("022", 0)]
    public void RelationTryRead_CodeOrName_IsRead(string text, int code)
    {
        Assert.Equal(code != 0, Relation.TryRead(Encoding.UTF8.GetBytes(text), out var relation));
        Assert.Equal(code, relation.Code);
    }

    [Fact]
    public void Relation_EveryCode_ReadsBackFromCodeAndName()
    {
        foreach (var relation in Relation.All)
        {
            Assert.True(Relation.TryRead(relation.CodeDigits.AsSpan(), out var fromCode));
            Assert.True(Relation.TryRead(relation.ChineseName.AsSpan(), out var fromName));
            Assert.Equal(relation, fromCode);
            Assert.Equal(relation, fromName);
            Assert.True(Relation.TryRead(relation.EnglishName.AsSpan(), out var fromEnglish));
            Assert.Equal(relation, fromEnglish);
        }

        Assert.Equal(84, Relation.All.Count);
    }

    [Fact]
    public void Relation_Meaning_FollowsTheStandard()
    {
        static int[] Codes(Func<Relation, bool> predicate) => [.. Relation.All.Where(predicate).Select(r => (int)r.Code)];

        Assert.Equal([1, 2], Codes(r => r.IsHead));
        Assert.Equal([10, 11, 12], Codes(r => r.IsSpouse));
        Assert.Equal([27, 28, 37, 38, 53, 54, 55, 56, 57, 58], Codes(r => r.IsExemptFromParentGap));
        Assert.Equal([27, 37, 57, 58], Codes(r => r.IsStepOrAdopted));
        Assert.Equal([70, 71, 73, 75, 77, 79], Codes(r => r.IsSibling));
        Assert.DoesNotContain(28, Codes(r => r.IsSon));
        Assert.DoesNotContain(38, Codes(r => r.IsDaughter));
        Assert.Equal(Sex.Male, Relation.FromCode(28).ExpectedSex);
        Assert.Equal(Sex.Female, Relation.FromCode(38).ExpectedSex);
        Assert.Equal(Sex.Unknown, Relation.FromCode(10).ExpectedSex);
        Assert.Throws<ArgumentOutOfRangeException>(() => Relation.FromCode(98));
    }

    [Theory]
    [InlineData("01", 1)]
    [InlineData("1", 1)]
    [InlineData("汉族", 1)]
    [InlineData("汉", 1)]
    [InlineData("维吾尔", 5)]
    [InlineData("壮族", 8)]
    [InlineData("基诺族", 56)]
    [InlineData("97", 97)]
    [InlineData("其他", 97)]
    [InlineData("57", 0)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    public void EthnicityTryRead_CodeOrName_IsRead(string text, int code)
    {
        Assert.Equal(code != 0, Ethnicity.TryRead(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(code, value.Code);
    }

    [Fact]
    public void Ethnicity_EveryCode_ReadsBack()
    {
        foreach (var code in Enumerable.Range(1, 56).Append(97).Append(98))
        {
            var value = Ethnicity.FromCode(code);
            Assert.True(Ethnicity.TryRead(value.ChineseName.AsSpan(), out var fromName));
            Assert.True(Ethnicity.TryRead(value.ToString().AsSpan(), out var fromCode));
            Assert.Equal((value, value), (fromName, fromCode));
            Assert.NotEmpty(value.EnglishName);
        }
    }

    [Theory]
    [InlineData("10", MaritalStatus.NeverMarried)]
    [InlineData("1", MaritalStatus.NeverMarried)]
    [InlineData("2", MaritalStatus.Married)]
    [InlineData("21", MaritalStatus.FirstMarriage)]
    [InlineData("未婚", MaritalStatus.NeverMarried)]
    [InlineData("已婚", MaritalStatus.Married)]
    [InlineData("初婚", MaritalStatus.FirstMarriage)]
    [InlineData("再婚", MaritalStatus.Remarried)]
    [InlineData("复婚", MaritalStatus.RemarriedToSame)]
    [InlineData("丧偶", MaritalStatus.Widowed)]
    [InlineData("离婚", MaritalStatus.Divorced)]
    [InlineData("90", MaritalStatus.NotStated)]
    [InlineData("50", MaritalStatus.None)]
    [InlineData("", MaritalStatus.None)]
    public void MaritalStatusTryRead_CodeOrName_IsRead(string text, MaritalStatus status)
    {
        Assert.Equal(status != MaritalStatus.None, MaritalStatus.TryRead(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(status, value);
        Assert.Equal(status is MaritalStatus.Married or MaritalStatus.FirstMarriage or MaritalStatus.Remarried or MaritalStatus.RemarriedToSame, value.IsMarried);
    }

    [Theory]
    [InlineData("21", 21)]
    [InlineData("7", 70)]
    [InlineData("小学", 80)]
    [InlineData("初中", 70)]
    [InlineData("高中", 60)]
    [InlineData("中专", 41)]
    [InlineData("大专", 30)]
    [InlineData("本科", 20)]
    [InlineData("博士", 11)]
    [InlineData("文盲", 90)]
    [InlineData("29", 0)]
    [InlineData("", 0)]
    public void EducationTryRead_CodeOrName_IsRead(string text, int code)
    {
        Assert.Equal(code != 0, Education.TryRead(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(code, value.Code);
        Assert.True(value.IsNone || (value.ChineseName.Length > 0 && value.EnglishName.Length > 0));
    }

    [Fact]
    public void Education_MinimumAge_RisesWithTheLevel()
    {
        Assert.True(Education.FromCode(81).MinimumAge < Education.FromCode(71).MinimumAge);
        Assert.True(Education.FromCode(71).MinimumAge < Education.FromCode(61).MinimumAge);
        Assert.True(Education.FromCode(61).MinimumAge < Education.FromCode(21).MinimumAge);
        Assert.True(Education.FromCode(21).MinimumAge < Education.FromCode(14).MinimumAge);
        Assert.Equal(0, Education.FromCode(90).MinimumAge);
    }

    [Fact]
    public void TryRead_AnyText_NeverThrows() => Gen.OneOf(Gen.String, Gen.Char["0123456789男女子户主 "].Array[0, 5].Select(c => new string(c))).Sample(text =>
    {
        Sex.TryRead(text.AsSpan(), out _);
        Relation.TryRead(text.AsSpan(), out _);
        Ethnicity.TryRead(text.AsSpan(), out _);
        MaritalStatus.TryRead(text.AsSpan(), out _);
        Education.TryRead(text.AsSpan(), out _);
    });

    [Fact]
    public void TryRead_Bytes_AllocatesNothing() =>
        Assert.Equal(0, Allocations.Of(() =>
        {
            Sex.TryRead("男"u8, out _);
            Relation.TryRead("外孙女"u8, out var relation);
            _ = relation.ExpectedSex;
            Ethnicity.TryRead("维吾尔族"u8, out _);
            MaritalStatus.TryRead("21"u8, out _);
            Education.TryRead("大学本科"u8, out _);
        }));
}
