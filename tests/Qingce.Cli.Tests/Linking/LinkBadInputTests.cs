using System.Text.RegularExpressions;
using Qingce.Cli.Tests.Samples;
using Qingce.Tables;

namespace Qingce.Cli.Tests.Linking;

/// <summary>What goes wrong for a newcomer: files without rows, broken models, indexes that cannot be used; told in the language of the screen.</summary>
public sealed partial class LinkBadInputTests : IDisposable
{
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("id,name,born,phone\n", "0 rows in all; there is nothing to compare")]
    [InlineData("id,name,born,phone\na1,anna,1970-01-02,5551\n", "1 row in all; there is nothing to compare")]
    public void File_WithNothingToCompare_IsRefused(string text, string said)
    {
        File.WriteAllText(_sample["first.csv"], text);

        AssertRefused(said, _sample.Link());
        AssertRefused(said, QingceProgram.Run("link", _sample["first.csv"], "--out", _sample["out"]));
        AssertRefused(said, QingceProgram.Run("link", "analyse", _sample["first.csv"]));
    }

    [Fact]
    public void Folder_WithSeveralUnfitFiles_IsRefusedAndNamesThemAll()
    {
        Directory.CreateDirectory(_sample["parts"]);
        File.WriteAllText(_sample["parts/1.csv"], LinkSample.First);
        File.WriteAllText(_sample["parts/2.csv"], "");
        File.WriteAllText(_sample["parts/3.csv"], "%PDF-1.7 ...");
        File.WriteAllText(_sample["parts/4.csv"], "id,id\n1,2\n");

        (int code, string output, string error) = QingceProgram.Run("link", _sample["parts"], _sample["none.csv"], "--out", _sample["out"]);

        Assert.Equal((3, ""), (code, output));
        string[] lines = error.TrimEnd().Split('\n');
        Assert.EndsWith("4 files cannot be read as tables:", lines[0]);
        Assert.Equal(["2.csv", "3.csv", "4.csv", "none.csv"], lines[1..].Select(line => Path.GetFileName(line["qingce: ".Length..].Split(':')[0])));
        Assert.Contains("the file is empty", lines[1]);
        Assert.Contains("'id'", lines[3]);
        Assert.False(Directory.Exists(_sample["out"]));
    }

    [Fact]
    public void Parquet_WithoutTheColumnOfTheModel_IsRefused()
    {
        TableSchema schema = new(ColumnSpec.Text("id"), ColumnSpec.Text("name"), ColumnSpec.Text("born"));
        using (TableWriter writer = TableWriter.Create(_sample["people.parquet"], schema))
        {
            BatchBuilder rows = new(schema);
            foreach (string id in (string[])["a1", "a2"])
            {
                rows.Text(0).Append(id);
                rows.Text(1).Append("anna");
                rows.Text(2).Append("1970-01-02");
            }

            writer.Write(rows);
            writer.Finish();
        }

        AssertRefused(
            "people.parquet has no column 'phone'; it has id, name, born",
            QingceProgram.Run("link", _sample["people.parquet"], "--id", "id", "--model", _sample["model.json"], "--out", _sample["out"]));
    }

    [Theory]
    [InlineData("\"matchesPerRow\": 0.4,", "\"matchesPerRow\": 0.4", "not readable as JSON, line 6")]
    [InlineData("\"matchesPerRow\"", "\"matchesEachRow\"", "matchesEachRow")]
    [InlineData("{ \"column\": \"phone\" }, ", "{ \"column\": \"mobile\" }, ", "'blocking' uses the column 'mobile'")]
    [InlineData("first-1", "telepathy-1", "There is no derivation 'telepathy'")]
    [InlineData("\"measure\": \"exact\" }, \"m\": 0.9", "\"measure\": \"exact\", \"take\": \"half\" }, \"m\": 0.9", "nothing to take called 'half'")]
    [InlineData("\"blocking\": [", "\"blocking\": [], \"threshold\": 0.5, \"x\": [", "'x'")]
    public void Model_ThatIsBroken_IsRefusedInBothLanguages(string what, string by, string said)
    {
        _sample.Replace("model.json", what, by);

        AssertRefused(said, _sample.Link());
        (int code, _, string error) = _sample.Link("--lang", "zh");
        Assert.Equal(3, code);
        Assert.Contains("模型不能用", error);
    }

    [Theory]
    [InlineData("\"m\": 0.8", "\"m\": 1.8")]
    [InlineData("\"version\": 1", "\"version\": 7")]
    [InlineData("\"matchesPerRow\": 0.4,", "\"matchesPerRow\": 0.4")]
    [InlineData("\"matchesPerRow\"", "\"matchesEachRow\"")]
    [InlineData("jaro-winkler", "telepathy")]
    [InlineData("first-1", "telepathy-1")]
    [InlineData("\"bound\": 0.9", "\"bound\": 1.5")]
    [InlineData("\"column\": \"born\"", "\"column\": \"birthday\"")]
    public void Model_ThatIsRefused_IsToldWithoutEnglishSentences(string what, string by)
    {
        _sample.Replace("model.json", what, by);

        (int code, _, string error) = _sample.Link("--lang", "zh");

        Assert.Equal(3, code);
        Assert.Contains("。", error);
        Assert.DoesNotMatch(EnglishWords(), error.Replace(_sample["model.json"], "", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_OfAProposal_AreToldWithoutEnglishSentences()
    {
        (int code, string output, string error) = QingceProgram.Run("link", _sample["first.csv"], "--out", _sample["out"], "--lang", "zh");

        Assert.Equal(0, code);
        Assert.Contains("“id”是记录编号", output + error);
        // Names of levels are quoted as the model has them.
        Assert.DoesNotMatch(EnglishWords(), Quoted().Replace(output + error, ""));
        Assert.Contains("is the record id.", _sample.Result("link.json"));
    }

    [Theory]
    [InlineData("manifest", 8, "has version 8; this program reads version 1")]
    [InlineData("manifest", 20, "manifest is damaged: it has another checksum")]
    [InlineData("segment-1", 9000, "segment-1 is damaged: page 2 has another checksum")]
    [InlineData("model-1.json", 100, "model-1.json is damaged: it is not the model")]
    public void Index_OfAnotherVersionOrDamaged_IsRefusedWithTheCommandThatMakesItAgain(string file, int at, string said)
    {
        Assert.Equal(0, QingceProgram.Run("link", "index", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--out", _sample["index"]).ExitCode);
        string path = Path.Combine(_sample["index"], file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[at] ^= 9;
        File.WriteAllBytes(path, bytes);

        (int code, _, string error) = QingceProgram.Run("link", "index", "check", "--index", _sample["index"]);

        Assert.Equal(3, code);
        Assert.Contains(said, error);
        Assert.Contains("link index FILE --id COLUMN --model MODEL --out DIR", error);
        string chinese = QingceProgram.Run("link", "index", "check", "--index", _sample["index"], "--lang", "zh").Error;
        Assert.Contains("请用源文件重新建立索引", chinese);
        Assert.Equal(0, QingceProgram.Run("link", "index", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--out", _sample["index"]).ExitCode);
        Assert.Equal(0, QingceProgram.Run("link", "index", "check", "--index", _sample["index"]).ExitCode);
    }

    [Theory]
    [InlineData("a2,", "a1,", "'a1' in rows 1 and 2")]
    [InlineData("a3,", ",", "1 row has no id: row 3")]
    [InlineData("a3,", "12345,", "mixed types")]
    public void Index_OfIdsThatDoNotNameTheRows_IsRefusedAndNothingIsLeft(string what, string by, string said)
    {
        _sample.Replace("first.csv", what, by);

        (int code, _, string error) = QingceProgram.Run("link", "index", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--out", _sample["index"]);

        Assert.Equal(3, code);
        Assert.Contains(said, error);
        Assert.False(Directory.Exists(_sample["index"]));
    }

    private void AssertRefused(string said, (int ExitCode, string Output, string Error) run)
    {
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.False(Directory.Exists(_sample["out"]));
    }

    [GeneratedRegex("[A-Za-z]+ [a-z]+ [a-z]+")]
    private static partial Regex EnglishWords();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();
}
