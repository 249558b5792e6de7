using System.Text;

namespace Qingce.Standards.Tests.Names;

public sealed class CharacterTablesTests
{
    [Theory]
    [InlineData("張", "张")]
    [InlineData("鍾", "钟")]
    [InlineData("鐘", "钟")]
    [InlineData("餘", "余")]
    [InlineData("後", "后")]
    [InlineData("乾", "乾")]
    [InlineData("瀋", "沈")]
    [InlineData("範", "范")]
    [InlineData("徵", "徵")]
    [InlineData("裏", "里")]
    [InlineData("裡", "里")]
    [InlineData("蘭", "兰")]
    [InlineData("詠", "咏")]
    [InlineData("誌", "志")]
    [InlineData("願", "愿")]
    [InlineData("線", "线")]
    [InlineData("眞", "真")]
    [InlineData("產", "产")]
    [InlineData("黃", "黄")]
    [InlineData("呂", "吕")]
    [InlineData("吳", "吴")]
    [InlineData("衞", "卫")]
    [InlineData("㑇", "㑇")]
    [InlineData("A", "A")]
    public void Simplify_Character_GivesTheOneOfNames(string from, string to) =>
        Assert.Equal(Rune.GetRuneAt(to, 0), Variants.Simplify(Rune.GetRuneAt(from, 0)));

    [Fact]
    public void Simplify_EveryCharacter_IsIdempotentAndKeepsStandardOnes()
    {
        var standard = 0;
        for (var code = 0x20; code < 0x32000; code++)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            var rune = new Rune(code);
            var simple = Variants.Simplify(rune);
            var folded = Variants.Fold(rune);
            Assert.Equal(simple, Variants.Simplify(simple));
            Assert.Equal(folded, Variants.Fold(folded));
            if (Variants.IsStandard(rune))
            {
                Assert.Equal(rune, simple);
                standard++;
            }
        }

        Assert.Equal(8105, standard);
    }

    [Fact]
    public void FormsOf_StandardCharacter_LeadBack()
    {
        Assert.Contains("張", Variants.FormsOf(new Rune('张')));
        Assert.All(Variants.FormsOf(new Rune('钟')).EnumerateRunes(), form => Assert.Equal(new Rune('钟'), Variants.Simplify(form)));
        Assert.Equal(string.Empty, Variants.FormsOf(new Rune('丁')));
    }

    [Theory]
    [InlineData('张', "zhang")]
    [InlineData('吕', "lv")]
    [InlineData('女', "nv")]
    [InlineData('重', "zhong")]
    [InlineData('乐', "le")]
    [InlineData('喆', "zhe")]
    [InlineData('x', "")]
    public void PinyinOf_Character_IsTheCommonReading(char character, string reading) => Assert.Equal(reading, Pinyin.Of(new Rune(character)));

    [Fact]
    public void Pinyin_Readings_AreAllKnown()
    {
        Assert.Contains("chong", Pinyin.AllOf(new Rune('重')));
        Assert.Contains("yue", Pinyin.AllOf(new Rune('乐')));
        Assert.True(Pinyin.SoundAlike(new Rune('伟'), new Rune('玮')));
        Assert.True(Pinyin.SoundAlike(new Rune('重'), new Rune('虫')));
        Assert.False(Pinyin.SoundAlike(new Rune('a'), new Rune('a')));
        Assert.True(Pinyin.IsReading(new Rune('单'), "SHAN"));
        Assert.Equal(Pinyin.SyllableOf(new Rune('伟')), Pinyin.SyllableOf(new Rune('玮')));
    }

    [Theory]
    [InlineData("单晓明", "shan xiaoming")]
    [InlineData("仇英", "qiu ying")]
    [InlineData("解放", "xie fang")]
    [InlineData("尉迟恭", "yuchi gong")]
    [InlineData("歐陽修", "ouyang xiu")]
    [InlineData("艾力·买买提", "aili maimaiti")]
    public void PinyinOfName_Name_ReadsTheSurnameAsOne(string name, string reading) => Assert.Equal(reading, Pinyin.OfName(name));

    [Fact]
    public void LookAlike_Pairs_AreSymmetric()
    {
        Assert.True(LookAlike.Are(new Rune('己'), new Rune('已')));
        Assert.True(LookAlike.Are(new Rune('已'), new Rune('己')));
        Assert.False(LookAlike.Are(new Rune('己'), new Rune('己')));
        Assert.False(LookAlike.Are(new Rune('张'), new Rune('王')));
        Assert.Contains("已", LookAlike.Of(new Rune('己')));
    }

    [Theory]
    [InlineData("李?", NameLoss.QuestionMark)]
    [InlineData("李？", NameLoss.QuestionMark)]
    [InlineData("李〓", NameLoss.Box)]
    [InlineData("李■", NameLoss.Box)]
    [InlineData("李\uFFFD", NameLoss.Replacement)]
    [InlineData("李**", NameLoss.Asterisk)]
    [InlineData("李 明", NameLoss.Space)]
    [InlineData("李zhe", NameLoss.Latin)]
    [InlineData("李\uE000?", NameLoss.PrivateUse | NameLoss.QuestionMark)]
    [InlineData("李明", NameLoss.None)]
    [InlineData("John Smith", NameLoss.None)]
    [InlineData("买买提·艾力", NameLoss.None)]
    public void FindLoss_Name_TellsTheMarks(string name, NameLoss loss)
    {
        Assert.Equal(loss, LostCharacters.Find(name));
        Assert.Equal(loss, LostCharacters.Find(Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void Frequencies_Tables_AreOrderedAndSexed()
    {
        Assert.Equal("王", Surnames.All[0].Surname);
        Assert.True(Surnames.PeopleNamed("李") > 50_000_000);
        Assert.Equal(0, Surnames.PeopleNamed("龘"));
        Assert.True(GivenNameCharacters.Of(new Rune('伟')).FemaleShare < 0.3);
        Assert.True(GivenNameCharacters.Of(new Rune('芳')).FemaleShare > 0.7);
        Assert.True(GivenNameCharacters.All.Count > 4000);
    }
}
