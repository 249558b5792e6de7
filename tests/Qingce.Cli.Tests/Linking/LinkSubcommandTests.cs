using System.Text.Json;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests.Linking;

public sealed class LinkSubcommandTests : IDisposable
{
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Explain_OfALink_AddsUpToItsWeight()
    {
        _sample.Link();
        string weight = _sample.Result("pairs.csv").Split('\n')[1].Split(',')[2];

        (int code, string output, _) = Explain("a1", "a2", "--json");

        Assert.Equal(0, code);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(weight, json.RootElement.GetProperty("weight").GetDouble().ToString("0.0000000"));
        Assert.Equal(
            json.RootElement.GetProperty("weight").GetDouble(), json.RootElement.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("weight").GetDouble()), 1e-9);
        Assert.Equal(["born", "phone + first-1(name)"], json.RootElement.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()));
    }

    [Fact]
    public void Explain_InChinese_CallsLevelsAndRulesInChinese()
    {
        (_, string output, _) = Explain("a1", "a2", "--lang", "zh");

        Assert.Contains("很相近", output);
        Assert.Contains("born；phone ＋ name（前 1 字）", output);
        Assert.DoesNotContain("close", output);
        Assert.DoesNotContain("different", Explain("a1", "a4", "--lang", "zh").Output);
    }

    [Fact]
    public void Explain_OfStrangers_SaysThatNoRuleComparesThem()
    {
        (int code, string output, _) = Explain("a1", "a4", "--unmasked");

        Assert.Equal(0, code);
        Assert.Contains("anna berger", output);
        Assert.Contains("never compared", output);
        Assert.DoesNotContain("anna berger", Explain("a1", "a4").Output);
    }

    [Theory]
    [InlineData("a1", "zz", "no record 'zz'")]
    [InlineData("a1", "a1", "are one record")]
    public void Explain_OfRecordsThereAreNot_IsAUsageError(string left, string right, string said)
    {
        (int code, _, string error) = Explain(left, right);

        Assert.Equal(2, code);
        Assert.Contains(said, error);
    }

    [Fact]
    public void Analyse_CountsPairsAndValuesBeforeAnythingIsCompared()
    {
        (int code, string output, _) = QingceProgram.Run(
            "link", "analyse", _sample["first.csv"], _sample["second.csv"], "--id", "id", "--model", _sample["model.json"], "--json", "--unmasked");

        Assert.Equal(0, code);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement born = json.RootElement.GetProperty("rules")[0];
        Assert.Equal((7, 2, 4), (born.GetProperty("keys").GetInt32(), born.GetProperty("blocks").GetInt32(), born.GetProperty("pairs").GetInt32()));
        Assert.Equal((3, "1970-01-02"), (born.GetProperty("largest")[0].GetProperty("rows").GetInt32(), born.GetProperty("largest")[0].GetProperty("values").GetString()));
        JsonElement phone = json.RootElement.GetProperty("columns")[2];
        Assert.Equal((6, 4), (phone.GetProperty("filled").GetInt32(), phone.GetProperty("distinct").GetInt32()));
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--lang", "zh")]
    public void Analyse_MasksPersonalValuesAsExplainDoes(params string[] more)
    {
        string[] arguments = ["link", "analyse", _sample["first.csv"], _sample["second.csv"], "--id", "id", "--model", _sample["model.json"], .. more];
        string masked = QingceProgram.Run(arguments).Output, clear = QingceProgram.Run([.. arguments, "--unmasked"]).Output;

        Assert.Contains("1970-01-02", clear);
        Assert.DoesNotContain("1970-01-02", masked);
        Assert.DoesNotContain("anna", masked);
        Assert.Contains("19***", masked);
    }

    [Fact]
    public void Analyse_OfEveryPair_HasNoBlocksToShow()
    {
        _sample.Replace("model.json", """{ "parts": [{ "column": "phone" }, { "column": "name", "take": "first-1" }] }""", """{ "parts": [] }""");

        (int code, string output, _) = QingceProgram.Run("link", "analyse", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--lang", "zh");

        Assert.Equal(0, code);
        Assert.Contains("所有记录两两比较", output);
        Assert.Contains("文字", output);
        Assert.DoesNotMatch(@"\d: *\n", output);
    }

    [Fact]
    public void Train_WritesAModelThatLinks()
    {
        (int code, _, string error) = QingceProgram.Run(
            "link", "train", _sample["first.csv"], _sample["second.csv"], "--model", _sample["model.json"], "--out", _sample["trained.json"]);

        Assert.Equal(0, code);
        Assert.DoesNotContain("qingce:", error);
        Assert.NotEqual(File.ReadAllText(_sample["model.json"]), File.ReadAllText(_sample["trained.json"]));
        Assert.Equal(0, QingceProgram.Run("link", _sample["first.csv"], "--id", "id", "--model", _sample["trained.json"], "--out", _sample["out"]).ExitCode);
    }

    [Fact]
    public void Evaluate_AgainstAColumn_CountsAllTruePairs()
    {
        _sample.Replace("first.csv", "id,name", "id,who,name");
        _sample.Replace("first.csv", "a1,", "a1,p1,");
        _sample.Replace("first.csv", "a2,", "a2,p1,");
        _sample.Replace("first.csv", "a3,", "a3,p2,");
        _sample.Replace("first.csv", "a4,", "a4,p2,");
        _sample.Link();

        using JsonDocument json = JsonDocument.Parse(QingceProgram.Run("link", "evaluate", "--result", _sample["out"], "--truth", "who", "--json").Output);

        JsonElement pairs = json.RootElement.GetProperty("pairs");
        Assert.Equal((1, 0, 1), (pairs.GetProperty("tp").GetInt32(), pairs.GetProperty("fp").GetInt32(), pairs.GetProperty("fn").GetInt32()));
    }

    [Fact]
    public void Evaluate_AgainstAFileWithAPattern_TakesItsGroup()
    {
        File.WriteAllText(_sample["truth.csv"], "record,who\na2,rec-1-dup\na1,rec-1-org\na3,rec-2-org\n");
        _sample.Link();

        (int code, string output, _) = QingceProgram.Run("link", "evaluate", "--result", _sample["out"], "--truth", _sample["truth.csv"], "--pattern", @"rec-(\d+)-", "--lang", "zh");

        Assert.Equal(0, code);
        Assert.Contains("3 条记录有真值：查对 1 对，误合 0 对，遗漏 0 对", output);
    }

    [Fact]
    public void Evaluate_OfFilesThatHaveChanged_IsRefused()
    {
        _sample.Link();
        _sample.Replace("first.csv", "a3,", "a9,");

        (int code, _, string error) = QingceProgram.Run("link", "evaluate", "--result", _sample["out"], "--truth", "name");

        Assert.Equal(3, code);
        Assert.Contains("Run link again", error);
    }

    [Fact]
    public void Evaluate_OfNoResult_SaysWhatToGive()
    {
        (int code, _, string error) = QingceProgram.Run("link", "evaluate", "--result", _sample["."], "--truth", "name");

        Assert.Equal(3, code);
        Assert.Contains("--out", error);
    }

    [Fact]
    public void Constraints_OfReviewers_AreHonoured()
    {
        File.WriteAllText(_sample["must.csv"], "left_id,right_id\na3,a4\n");
        File.WriteAllText(_sample["cannot.csv"], "left_id,right_id\na1,a2\n");

        Assert.Equal(0, _sample.Link("--must-link", _sample["must.csv"], "--cannot-link", _sample["cannot.csv"]).ExitCode);

        Assert.Equal("source,record_id,person_id\nfirst,a1,a1\nfirst,a2,a2\nfirst,a3,a3\nfirst,a4,a3\n", _sample.Result("clusters.csv"));
    }

    [Theory]
    [InlineData("a1,a2", "a2,a1", "'a2' and 'a1' must not be linked")]
    [InlineData("a1,zz", "a2,a3", "must.csv: There is no record 'zz'")]
    public void Constraints_ThatCannotBeKept_AreRefused(string must, string cannot, string said)
    {
        File.WriteAllText(_sample["must.csv"], "left_id,right_id\n" + must + "\n");
        File.WriteAllText(_sample["cannot.csv"], "left_id,right_id\n" + cannot + "\n");

        (int code, _, string error) = _sample.Link("--must-link", _sample["must.csv"], "--cannot-link", _sample["cannot.csv"]);

        Assert.Equal(3, code);
        Assert.Contains(said, error);
        Assert.False(Directory.Exists(_sample["out"]));
    }

    [Fact]
    public void Previous_Result_GivesItsIdsAndTheChanges()
    {
        _sample.Link();
        File.Move(Path.Combine(_sample["out"], "clusters.csv"), _sample["clusters.csv"]);
        File.WriteAllText(Path.Combine(_sample["out"], "clusters.csv"), File.ReadAllText(_sample["clusters.csv"]).Replace(",a1\n", ",P-77\n").Replace("a4,a4", "x9,old"));

        Assert.Equal(0, _sample.Link("--previous", _sample["out"]).ExitCode);

        Assert.Contains("first,a1,P-77\nfirst,a2,P-77\n", _sample.Result("clusters.csv"));
        Assert.Equal("change,previous_person_id,person_id\nnew,,a4\ngone,old,\n", _sample.Result("changes.csv"));
    }

    [Fact]
    public void File_BeforeASubcommand_IsToldWhereItBelongs()
    {
        (int code, _, string error) = QingceProgram.Run("link", _sample["first.csv"], "train", _sample["second.csv"], "--out", _sample["m.json"]);

        Assert.Equal(2, code);
        Assert.Contains("belongs after train", error);
        Assert.Contains("qingce link train --help", error);
    }

    private (int ExitCode, string Output, string Error) Explain(string left, string right, params string[] more) =>
        QingceProgram.Run(["link", "explain", left, right, _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], .. more]);
}
