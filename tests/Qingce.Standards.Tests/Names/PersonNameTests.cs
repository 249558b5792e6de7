using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Names;

public sealed class PersonNameTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["张王李歐陽乾钟鍾锺後后餘余范範沈瀋阿依古丽买提·•.・． 　?□*々-aZＡ峯喆龢"].Array[0, 12].Select(c => new string(c)),
        Gen.String);

    [Theory]
    [InlineData(" 张　三 ", "张三")]
    [InlineData("張三豐", "张三丰")]
    [InlineData("鍾後餘", "钟后余")]
    [InlineData("乾隆", "乾隆")]
    [InlineData("锺书", "锺书")]
    [InlineData("於是", "於是")]
    [InlineData("呂峯", "吕峰")]
    [InlineData("瀋範", "沈范")]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("买买提．艾力", "买买提·艾力")]
    [InlineData("买买提.艾力", "买买提·艾力")]
    [InlineData("买买提・艾力·", "买买提·艾力")]
    [InlineData("买买提‧ 艾力", "买买提·艾力")]
    [InlineData("John  Smith", "JOHN SMITH")]
    [InlineData("Ｊｏｈｎ", "JOHN")]
    [InlineData("王々", "王王")]
    [InlineData("\uF9E1", "李")]
    [InlineData("", "")]
    public void Normalize_Written_BecomesNormal(string name, string normal)
    {
        Span<char> buffer = stackalloc char[192];

        Assert.Equal(normal, PersonName.Normalize(name));
        Assert.Equal(normal, new string(buffer[..PersonName.Normalize(Encoding.UTF8.GetBytes(name), buffer)]));
    }

    [Fact]
    public void Normalize_Twice_IsAsOnce() =>
        Texts.Sample(text => Assert.Equal(PersonName.Normalize(text), PersonName.Normalize(PersonName.Normalize(text))));

    [Theory]
    [InlineData("欧阳修", "欧阳", "修")]
    [InlineData("司马相如", "司马", "相如")]
    [InlineData("歐陽娜娜", "欧阳", "娜娜")]
    [InlineData("张三", "张", "三")]
    [InlineData("司马", "司", "马")]
    [InlineData("陈刘明华", "陈", "刘明华")]
    [InlineData("买买提·艾力", "", "买买提·艾力")]
    [InlineData("JOHN SMITH", "", "JOHN SMITH")]
    [InlineData("", "", "")]
    public void Split_Name_GivesItsParts(string name, string surname, string given) =>
        Assert.Equal(new NameParts(surname, given), PersonName.Split(name));

    [Theory]
    [InlineData("张三", " 张 三", NameAgreement.Exact)]
    [InlineData("买买提·艾力", "买买提•艾力", NameAgreement.Exact)]
    [InlineData("张国荣", "張國榮", NameAgreement.Variant)]
    [InlineData("王喆", "王哲", NameAgreement.Variant)]
    [InlineData("李昇", "李升", NameAgreement.Variant)]
    [InlineData("萧红", "肖红", NameAgreement.Variant)]
    [InlineData("阎明", "闫明", NameAgreement.Variant)]
    [InlineData("傅雷", "付雷", NameAgreement.Variant)]
    [InlineData("買買提·艾力", "买买提艾力", NameAgreement.Variant)]
    [InlineData("买买提·艾力", "麦麦提·埃力", NameAgreement.Variant)]
    [InlineData("李喆", "李?", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李？明", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李??明", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李 明", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李□明", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李zhe明", NameAgreement.LostCharacter)]
    [InlineData("李明喆", "李明ZHE", NameAgreement.LostCharacter)]
    [InlineData("李明喆", "李明\uE123", NameAgreement.LostCharacter)]
    [InlineData("李明喆", "李明\uFFFD", NameAgreement.LostCharacter)]
    [InlineData("单晓明", "Shan晓明", NameAgreement.LostCharacter)]
    [InlineData("李喆明", "李hua明", NameAgreement.SurnameOnly)]
    [InlineData("王昊", "王吴", NameAgreement.LookAlike)]
    [InlineData("张伟", "张薇", NameAgreement.Homophone)]
    [InlineData("刘静文", "刘婧雯", NameAgreement.Homophone)]
    [InlineData("王建国", "王国建", NameAgreement.Reordered)]
    [InlineData("ZHANG SAN", "SAN ZHANG", NameAgreement.Reordered)]
    [InlineData("艾力·买买提", "买买提·艾力", NameAgreement.Reordered)]
    [InlineData("买买提·艾力", "买买提", NameAgreement.Part)]
    [InlineData("王建国", "王建军", NameAgreement.OneCharacter)]
    [InlineData("王建国", "王国", NameAgreement.OneCharacter)]
    [InlineData("张伟", "张强", NameAgreement.SurnameOnly)]
    [InlineData("欧阳修", "歐陽震华", NameAgreement.SurnameOnly)]
    [InlineData("张伟", "李强", NameAgreement.Different)]
    [InlineData("张伟", "李伟", NameAgreement.Different)]
    [InlineData("", "李伟", NameAgreement.Missing)]
    [InlineData("  ", "", NameAgreement.Missing)]
    public void MayBeSame_Pair_IsGraded(string left, string right, NameAgreement agreement)
    {
        Assert.Equal(agreement, PersonName.MayBeSame(left, right));
        Assert.Equal(agreement, PersonName.MayBeSame(right, left));
        Assert.Equal(agreement, PersonName.MayBeSame(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));
    }

    [Fact]
    public void MayBeSame_AnyPair_IsSymmetricAndFitsTheKey() => Gen.Select(Texts, Texts).Sample((left, right) =>
    {
        var agreement = PersonName.MayBeSame(left, right);
        Assert.Equal(agreement, PersonName.MayBeSame(right, left));
        if (PersonName.Key(left) == PersonName.Key(right) && PersonName.Key(left) != 0)
        {
            Assert.True(agreement >= NameAgreement.Variant);
        }

        if (agreement == NameAgreement.Exact)
        {
            Assert.Equal(PersonName.Key(left), PersonName.Key(Encoding.UTF8.GetBytes(left)));
            Assert.Equal(PersonName.Key(left), PersonName.Key(right));
        }
    });

    [Fact]
    public void MayBeSame_Bytes_AllocatesNothing()
    {
        var names = new[] { "张伟", "张玮", "李?明", "買買提·艾力", "李zhe明", "欧阳修", "John Smith" }.Select(Encoding.UTF8.GetBytes).ToArray();
        Assert.Equal(0, Allocations.Of(() =>
        {
            Span<char> buffer = stackalloc char[192];
            foreach (var left in names)
            {
                PersonName.Normalize(left, buffer);
                PersonName.Key(left);
                LostCharacters.Find(left);
                foreach (var right in names)
                {
                    PersonName.MayBeSame(left, right);
                }
            }
        }));
    }
}
