namespace Qingce.Linkage.Chinese.Tests;

public sealed class ChineseColumnProposerTests
{
    [Theory]
    [InlineData("编号,姓名,性别,出生日期,公民身份号码,联系电话,住址,民族")]
    [InlineData("unique_id,name,sex,dob,id_no,phone,addr,nation")]
    [InlineData("id,a,sex,birth_date,d,mobile,f,民族")]
    public void Proposal_ColumnsOfPersons_AreComparedAsPersons(string header)
    {
        var model = Propose(header, 2500).Model;
        var names = header.Split(',');

        string[] kinds = ["chinese-name", "sex", "chinese-date", "citizen-number", "chinese-phone", "chinese-address"];
        Assert.Equal(kinds, names[1..7].Select(name => model.Columns!.Single(c => c.Name == name).Kind));
        Assert.Contains(model.Comparisons, c => c.Name == "relatives");
        Assert.DoesNotContain(model.Comparisons, c => (c.Column ?? c.Name) == names[7] && names[7] == "民族");
        Assert.Contains(model.Blocking!, rule => rule.Parts.Any(p => p.Take == "surname"));
        model.Validate();
    }

    [Theory]
    [InlineData("姓", "名", "姓名")]
    [InlineData("surname", "given_name", "surname given_name")]
    public void Proposal_SurnameAndGivenNameApart_AreComparedAsOneName(string surname, string given, string whole)
    {
        var proposal = Propose($"编号,{surname},{given},性别,出生日期,联系电话", 2500, p => $"{p.Name[..1]},{p.Name[1..]},{(p.Sex == 'M' ? '男' : '女')},{p.Born},{p.Phone}");

        var name = proposal.Model.Columns!.Single(c => c.Name == whole);
        Assert.Equal(("chinese-name", surname, given), (name.Kind, name.From, name.Then));
        Assert.DoesNotContain(proposal.Model.Columns!, c => c.Name == surname || c.Name == given);
        Assert.Contains(proposal.Model.Comparisons, c => c.Name == "relatives");
        Assert.Contains(proposal.Notes, n => n.Chinese.Contains(given, StringComparison.Ordinal) && n.Chinese.Contains("合在一起比较", StringComparison.Ordinal));
        Assert.Equal(name, LinkageModel.Read(proposal.Model.Write()).Columns!.Single(c => c.Name == whole));
        Assert.Throws<LinkageModelException>(() => SplinkSettings.Write(proposal.Model, 2500, "编号"));
    }

    [Theory]
    [InlineData("homophone", "同音")]
    [InlineData("swapped with 名", "与“名”互换")]
    [InlineData("equal, as 住址 or 电话", "随“住址”或“电话”相同")]
    [InlineData("one edit", "一字之差")]
    [InlineData("made by hand", "made by hand")]
    public void LevelInChinese_LevelThatIsProposed_HasAChineseName(string level, string expected) =>
        Assert.Equal(expected, ChineseWords.Vocabulary.LevelInChinese(level));

    [Fact]
    public void LevelInChinese_LevelsOfPersons_AllHaveNames()
    {
        IReadOnlyList<ComparisonLevel>[] levels =
        [
            PersonLevels.Name, PersonLevels.Number, PersonLevels.Sex, PersonLevels.Phone, PersonLevels.Address, PersonLevels.Birth("born", "number"),
        ];

        Assert.All(levels.SelectMany(l => l), level => Assert.NotEqual(level.Name, ChineseWords.Vocabulary.LevelInChinese(level.Name)));
    }

    [Fact]
    public void Proposal_FullNameBesideItsParts_IsComparedAlone() => Assert.DoesNotContain(
        Propose("编号,姓名,姓,名,出生日期,联系电话", 2500, p => $"{p.Name},{p.Name[..1]},{p.Name[1..]},{p.Born},{p.Phone}").Model.Columns!, c => c.Then is not null);

    [Theory]
    [InlineData("姓名", "曾用名")]
    [InlineData("name", "former_name")]
    public void Proposal_FormerNames_AreComparedWithNames(string name, string former)
    {
        var model = Propose(
            $"编号,{name},{former},出生日期,公民身份号码,联系电话", 2500, p => $"{p.Name},{(p.Id % 9 == 0 ? p.Name[..1] + "晓芳" : "")},{p.Born},{p.Number},{p.Phone}").Model;

        var level = model.Comparisons.Single(c => c.Name == name).Levels.Single(l => l.Name == "former name");
        Assert.Equal([(name, former), (former, name)], level.When!.Any!.Select(when => (when.Column, when.Other)));
        Assert.Equal("曾用名", ChineseWords.Vocabulary.LevelInChinese(level.Name));
        Assert.Equal("chinese-name", model.Columns!.Single(c => c.Name == former).Kind);
        model.Validate();
    }

    [Fact]
    public void Proposal_FewRows_ComparesEveryPair() =>
        Assert.Empty(Assert.Single(Propose("编号,姓名,性别,出生日期,公民身份号码,联系电话,住址,民族", 300).Model.Blocking!).Parts);

    [Fact]
    public void Proposal_TableWithoutChinese_StaysAsItIs()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Range(0, 300).Select(i => $"{i},Anna{i % 50},Miller{i % 70},19{i % 90 + 10}-0{i % 9 + 1}-1{i % 9}").Prepend("id,first_name,surname,dob"));
            (string, IReadOnlyList<string>)[] sources = [("people", [file])];

            Assert.Equal(
                ModelProposal.Of(sources, LinkageVocabulary.General).Model.Write(), ModelProposal.Of(sources, ChineseWords.Vocabulary).Model.Write());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ModelProposal Propose(string header, int records) =>
        Propose(header, records, r => $"{r.Name},{(r.Sex == 'M' ? '男' : '女')},{r.Born},{r.Number},{r.Phone},{r.Address},{(r.Id % 7 == 0 ? "回族" : "汉族")}");

    private static ModelProposal Propose(string header, int records, Func<Person, string> values)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, new Invented(records, 5).Records.Select((r, i) => $"{i},{values(r)}").Prepend(header));
            return ModelProposal.Of([("people", [file])], ChineseWords.Vocabulary);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
