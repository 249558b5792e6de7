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

    private static ModelProposal Propose(string header, int records)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, new Invented(records, 5).Records.Select((r, i) => $"{i},{r.Name},{(r.Sex == 'M' ? '男' : '女')},{r.Born},{r.Number},{r.Phone},{r.Address},{(i % 7 == 0 ? "回族" : "汉族")}").Prepend(header));
            return ModelProposal.Of([("people", [file])], ChineseWords.Vocabulary);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
