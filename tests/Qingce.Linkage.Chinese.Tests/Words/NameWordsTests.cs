namespace Qingce.Linkage.Chinese.Tests;

public sealed class NameWordsTests
{
    private const string Kind = "chinese-name";

    [Theory]
    [InlineData("张 伟", "张伟")]
    [InlineData("　张　伟　", "张伟")]
    [InlineData("張偉", "张伟")]
    [InlineData("买买提•艾山", "买买提·艾山")]
    [InlineData("买买提．艾山", "买买提·艾山")]
    [InlineData("张□明", "张?明")]
    [InlineData("张？明", "张?明")]
    [InlineData("ＺＨＡＮＧ Wei", "zhang wei")]
    [InlineData("无", "")]
    [InlineData("不详", "")]
    [InlineData("---", "")]
    [InlineData("无忌", "无忌")]
    public void Kind_Spelling_IsOneForm(string text, string expected) => Assert.Equal(expected, Word.Clean(Kind, text));

    [Theory]
    [InlineData("萧伟", "肖伟", NameGrade.Variant)]
    [InlineData("阎小红", "闫小红", NameGrade.Variant)]
    [InlineData("傅强", "付强", NameGrade.Variant)]
    [InlineData("戴军", "代军", NameGrade.Variant)]
    [InlineData("李喆", "李哲", NameGrade.Variant)]
    [InlineData("买买提", "麦麦提", NameGrade.Variant)]
    [InlineData("吐尔逊·买买提", "图尔荪·麦麦提", NameGrade.Variant)]
    [InlineData("吐尔逊·买买提", "吐尔逊买买提", NameGrade.Variant)]
    [InlineData("李?明", "李喆明", NameGrade.LostCharacter)]
    [InlineData("李ZHE明", "李喆明", NameGrade.LostCharacter)]
    [InlineData("李\uE123明", "李喆明", NameGrade.LostCharacter)]
    [InlineData("王晴", "王睛", NameGrade.LookAlike)]
    [InlineData("李娜", "李纳", NameGrade.Homophone)]
    [InlineData("王丽华", "王莉华", NameGrade.Homophone)]
    [InlineData("王重", "王虫", NameGrade.Homophone)]
    [InlineData("王丽华", "wang lihua", NameGrade.Homophone)]
    [InlineData("王丽华", "Lihua Wang", NameGrade.Homophone)]
    [InlineData("张明华", "张华明", NameGrade.Reordered)]
    [InlineData("买买提·艾山", "艾山·买买提", NameGrade.Reordered)]
    [InlineData("买买提·艾山", "买买提", NameGrade.Part)]
    [InlineData("张明", "张小明", NameGrade.Missing)]
    [InlineData("张小明", "张小强", NameGrade.OneCharacter)]
    [InlineData("张伟", "张强", NameGrade.OneOfTwo)]
    [InlineData("朱强", "朱虹", NameGrade.OneOfTwo)]
    [InlineData("张小明", "张建国", NameGrade.Surname)]
    [InlineData("欧阳明", "欧阳强", NameGrade.OneCharacter)]
    [InlineData("欧阳建国", "欧阳小明", NameGrade.Surname)]
    [InlineData("欧阳建国", "欧文", 0)]
    [InlineData("张伟", "李强", 0)]
    public void Measure_Names_GradesThem(string left, string right, double expected)
    {
        Assert.Equal(expected, Word.Grade(Kind, Kind, left, right));
        Assert.Equal(expected, Word.Grade(Kind, Kind, right, left));
    }

    [Theory]
    [InlineData("surname", "萧伟", "肖强")]
    [InlineData("surname", "欧阳建国", "欧阳明")]
    [InlineData("given", "李喆", "王哲")]
    [InlineData("given-sound", "王丽华", "李莉花")]
    [InlineData("name-sound", "张明华", "章华明")]
    [InlineData("name-sound", "吐尔逊·买买提", "麦麦提·图尔荪")]
    [InlineData("name-sound", "李婉倩", "Li Wanqian")]
    [InlineData("name-sound", "张明华", "MINGHUA ZHANG")]
    [InlineData("given-sound", "李婉倩", "Li Wanqian")]
    public void Keys_WhatMayBeOne_IsOne(string derivation, string left, string right) =>
        Assert.Equal(Assert.Single(Word.Keys(Kind, derivation, left)), Assert.Single(Word.Keys(Kind, derivation, right)));

    [Theory]
    [InlineData("surname", "张伟", "王伟")]
    [InlineData("given", "张伟", "张强")]
    [InlineData("name-sound", "张伟", "张强")]
    [InlineData("surname", "欧阳建国", "欧文")]
    public void Keys_OfOthers_Differ(string derivation, string left, string right) =>
        Assert.NotEqual(Word.Keys(Kind, derivation, left), Word.Keys(Kind, derivation, right));
}
