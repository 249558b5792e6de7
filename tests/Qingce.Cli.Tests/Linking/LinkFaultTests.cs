using System.Text;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests.Linking;

/// <summary>Input that cannot be linked: a named exit code, a sentence that says where and what to do, and nothing half-written.</summary>
public sealed class LinkFaultTests : IDisposable
{
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData("a2,", "a1,", "'a1' in rows 1 and 2")]
    [InlineData("a3,", ",", "1 row has no id: row 3")]
    [InlineData("a3,", "1.2E+17,", "row 3, for example 1.2E+17")]
    [InlineData("a3,", "12345,", "mixed types: 1 are numbers and 3 are not (row 1, 2, 4")]
    public void Ids_ThatDoNotNameTheRows_AreRefused(string what, string by, string said)
    {
        _sample.Replace("first.csv", what, by);

        AssertRefused(3, said, _sample.Link());
    }

    [Fact]
    public void LinkOnly_OfOneFile_IsRefused() => AssertRefused(2, "--link-only links records of different sources only: give two files or more", _sample.Link("--link-only"));

    [Fact]
    public void Ids_OfMixedTypes_AreTakenWhenSaidSo()
    {
        _sample.Replace("first.csv", "a3,", "12345,");

        Assert.Equal(0, _sample.Link("--mixed-ids").ExitCode);
    }

    [Fact]
    public void Ids_ThatRepeatAmongManyRows_AreAllCounted()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 70_000).Select(row => $"k{row * 7919 % 69_990},n{row},{row},{row}\n");
        File.WriteAllText(_sample["first.csv"], LinkSample.Header + string.Concat(rows));

        AssertRefused(3, "10 rows have the id of an earlier row: 'k0' in rows 1 and 69991", _sample.Link());
    }

    [Theory]
    [InlineData("\"column\": \"born\"", "\"column\": \"birthday\"", "'birthday'")]
    [InlineData("{ \"name\": \"born\", \"kind\": \"text\" }", "{ \"name\": \"day\", \"kind\": \"text\" }", "has no column 'day'; it has id, name, born, phone")]
    [InlineData("\"bound\": 0.9", "\"bound\": 1.5", "'name', level 'close', can never hold: jaro-winkler never comes to 1.5")]
    [InlineData("jaro-winkler", "telepathy", "telepathy")]
    [InlineData("\"m\": 0.8", "\"m\": 1.8", "'equal'")]
    [InlineData("\"version\": 1", "\"version\": 7", "version")]
    public void Model_ThatDoesNotFit_IsRefused(string what, string by, string said)
    {
        _sample.Replace("model.json", what, by);

        AssertRefused(3, said, _sample.Link());
    }

    [Fact]
    public void Rule_ThatMakesTooManyPairs_IsRefusedWithTheCountAndTheWayOut()
    {
        File.WriteAllText(_sample["first.csv"], LinkSample.Header + string.Concat(Enumerable.Range(0, 100).Select(row => $"k{row},n{row},1970-01-01,{row}\n")));

        (int, string, string) run = _sample.Link("--most-pairs", "1000");

        AssertRefused(2, "The blocking rule 'born' makes about 4,950 pairs", run);
        AssertRefused(2, "Add a further column", run);
        Assert.Equal(0, _sample.Link("--most-pairs", "5000").ExitCode);
    }

    // Two megabytes of rows and then a hole: a file that says it has thousands of millions of rows and takes no room.
    [Fact]
    public void Rows_ThatMemoryCannotHold_AreRefusedBeforeTheyAreRead()
    {
        using (FileStream file = File.Create(_sample["first.csv"]))
        {
            file.Write(Encoding.UTF8.GetBytes(LinkSample.Header + string.Concat(Enumerable.Range(0, 60_000).Select(row => $"k{row},王小明 {row},1970-01-01,{row}\n"))));
            file.SetLength(1L << 40);
        }

        (int, string, string) run = _sample.Link();

        AssertRefused(3, "MiB of memory, and ", run);
        AssertRefused(3, "link a part of the rows", run);
    }

    [Fact]
    public void Level_BehindOneThatTakesAll_IsRefused()
    {
        _sample.Replace(
            "model.json", "{ \"name\": \"close\",", "{ \"name\": \"near\", \"when\": { \"measure\": \"jaro-winkler\", \"bound\": 0.8 }, \"m\": 0.1, \"u\": 0.1 }, { \"name\": \"close\",");

        AssertRefused(3, "level 'close', can never hold: the level 'near' before it", _sample.Link());
    }

    [Fact]
    public void Column_OfIdsThatIsNotThere_IsRefused() =>
        AssertRefused(3, "has no column 'number'", QingceProgram.Run("link", _sample["first.csv"], "--id", "number", "--model", _sample["model.json"], "--out", _sample["out"]));

    [Fact]
    public void File_ThatIsNotThere_IsRefused() => AssertRefused(3, "none.csv", _sample.Link(_sample["none.csv"]));

    [Theory]
    [InlineData("--threshold", "1", "no probability")]
    [InlineData("--most-pairs", "0", "--most-pairs")]
    [InlineData("--format", "xml", "xml")]
    public void Option_OutOfBounds_IsAUsageError(string option, string value, string said) => AssertRefused(2, said, _sample.Link(option, value));

    [Fact]
    public void Rows_ThatCannotBeRead_AreToldAndRefusedWhenTooMany()
    {
        File.AppendAllText(_sample["first.csv"], "a5,too,many,fields,here\n");

        AssertRefused(4, "1 of 5 rows cannot be read", _sample.Link());
        (int code, _, string error) = _sample.Link("--max-rejects", "0.5");

        Assert.Equal(0, code);
        Assert.Contains("the first is row 5", error);
        Assert.DoesNotContain("a5", _sample.Result("clusters.csv"));
    }

    [Fact]
    public void Link_WithoutAFile_IsAUsageError() => AssertRefused(2, "at least one file", QingceProgram.Run("link", "--out", _sample["out"]));

    [Fact]
    public void Folder_ThatHoldsSomethingElse_IsRefusedAndLeft()
    {
        Directory.CreateDirectory(_sample["out"]);
        File.WriteAllText(Path.Combine(_sample["out"], "letter.txt"), "dear");

        (int code, _, string error) = _sample.Link();

        Assert.Equal(5, code);
        Assert.Contains(_sample["out"], error);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(_sample["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public void EarlierResult_OutlivesARunThatFails()
    {
        Assert.Equal(0, _sample.Link().ExitCode);
        string before = _sample.Result("clusters.csv");
        _sample.Replace("first.csv", "a2,", "a1,");

        Assert.Equal(3, _sample.Link().ExitCode);

        Assert.Equal(before, _sample.Result("clusters.csv"));
    }

    private void AssertRefused(int expected, string said, (int ExitCode, string Output, string Error) run)
    {
        Assert.Equal((expected, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_sample["."], "*out*"));
    }
}
