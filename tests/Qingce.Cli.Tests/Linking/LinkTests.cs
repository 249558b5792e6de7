using System.Text.Json;
using Qingce.Cli.Tests.Samples;
using Qingce.Tables;

namespace Qingce.Cli.Tests.Linking;

public sealed class LinkTests : IDisposable
{
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Link_OfOneFile_WritesEveryRecordAndTheLinks()
    {
        (int code, string output, string error) = _sample.Link();

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("4 records\n", output);
        Assert.Matches(@"\b[0-9]+ pairs? compared, 1 of them a link \(", output);
        Assert.Contains("3 persons, 1 of them with several records (2 at most); 1 duplicate\n", output);
        Assert.Equal("source,record_id,person_id\nfirst,a1,a1\nfirst,a2,a1\nfirst,a3,a3\nfirst,a4,a4\n", _sample.Result("clusters.csv"));
        Assert.Matches(@"^left_id,right_id,weight,probability\na1,a2,\d+\.\d{7},0\.\d{8}\n$", _sample.Result("pairs.csv"));
        Assert.Equal(["clusters.csv", "link.json", "model.json", "pairs.csv", "report.html"], Files());
    }

    [Fact]
    public void Link_OfTwoFiles_NamesTheSources()
    {
        Assert.Equal(0, _sample.Link(_sample["second.csv"]).ExitCode);

        string[] pairs = _sample.Result("pairs.csv").Split('\n');
        Assert.Equal("left_id,right_id,weight,probability,left_source,right_source", pairs[0]);
        Assert.Contains(pairs, pair => pair.StartsWith("a3,b2,") && pair.EndsWith(",first,second"));
        Assert.Contains("second,b1,first/a1\n", _sample.Result("clusters.csv"));
        Assert.Contains("second,b3,second/b3\n", _sample.Result("clusters.csv"));
    }

    [Fact]
    public void Link_BetweenSourcesOnly_LinksNoTwoRecordsOfOne()
    {
        Assert.Equal(0, _sample.Link(_sample["second.csv"], "--link-only").ExitCode);

        Assert.All(_sample.Result("pairs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), pair => Assert.EndsWith(",first,second", pair));
    }

    [Fact]
    public void Link_OneToOne_GivesAPersonOneRecordOfASource()
    {
        Assert.Equal(0, _sample.Link(_sample["second.csv"], "--one-to-one").ExitCode);

        IEnumerable<string> clusters = _sample.Result("clusters.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.All(clusters.GroupBy(row => (row.Split(',')[0], row.Split(',')[^1])), group => Assert.Single(group));
        Assert.Equal("2", $"{clusters.GroupBy(row => row.Split(',')[^1]).Count(person => person.Count() > 1)}");
    }

    [Fact]
    public void Link_AsParquet_HoldsTheSameAsCsv()
    {
        _sample.Link(_sample["second.csv"]);
        List<string[]> clusters = Rows("clusters.csv");
        List<string[]> pairs = Rows("pairs.csv");

        Assert.Equal(0, _sample.Link(_sample["second.csv"], "--format", "parquet").ExitCode);

        Assert.Equal(["clusters.parquet", "link.json", "model.json", "pairs.parquet", "report.html"], Files());
        Assert.Equal(clusters, Rows("clusters.parquet"));
        Assert.Equal(pairs.Select(pair => (pair[0], pair[1])), Rows("pairs.parquet").Select(pair => (pair[0], pair[1])));
    }

    [Fact]
    public void Link_AsJson_WritesJsonAlone()
    {
        (int code, string output, string error) = _sample.Link("--json", "--timings");

        Assert.Equal((0, ""), (code, error));
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(3, json.RootElement.GetProperty("persons").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("links").GetInt32());
        Assert.Equal("search", json.RootElement.GetProperty("timings")[1].GetProperty("stage").GetString());
    }

    [Fact]
    public void Threshold_AboveEveryLink_LeavesEachRecordItsOwnPerson()
    {
        Assert.Equal(0, _sample.Link("--threshold", "0.999999").ExitCode);

        Assert.Equal("left_id,right_id,weight,probability\n", _sample.Result("pairs.csv"));
        Assert.Contains("first,a2,a2\n", _sample.Result("clusters.csv"));
    }

    [Fact]
    public void Result_WithAndWithoutTheOtherThreads_HasTheSameBytes()
    {
        _sample.Link(_sample["second.csv"], "--threads", "1");
        string[] one = [.. Files().Select(_sample.Result)];
        _sample.Link(_sample["second.csv"], "--threads", "4");

        Assert.Equal(one, Files().Select(_sample.Result));
    }

    [Fact]
    public void Ids_ThatASpreadsheetWouldRun_AreGuardedAndComeBack()
    {
        File.WriteAllText(_sample["first.csv"], LinkSample.First.Replace("a1,", "=1+1,").Replace("a2,", "\"x,y\","));

        Assert.Equal(0, _sample.Link().ExitCode);

        Assert.Contains("first,\"x,y\",'=1+1\n", _sample.Result("clusters.csv"));
        Assert.Equal("=1+1", Rows("clusters.csv")[0][1]);
    }

    [Fact]
    public void Link_WithoutIds_NumbersTheRows()
    {
        Assert.Equal(0, QingceProgram.Run("link", _sample["first.csv"], "--model", _sample["model.json"], "--out", _sample["out"]).ExitCode);

        Assert.Contains("first,2,1\n", _sample.Result("clusters.csv"));
    }

    [Fact]
    public void Link_WithNothingButAFile_FindsIdsModelAndPeople()
    {
        IEnumerable<string> people = Enumerable.Range(0, 120).Select(i =>
            $"{1000 + i},{Name(i)} {Name(i * 7 + 3)},{1940 + i % 60}-{1 + i % 12:00}-{1 + i % 28:00},{5550000 + i * 37}\n");
        IEnumerable<string> again = Enumerable.Range(0, 40).Select(i =>
            $"{2000 + i},{Name(i)} {Name(i * 7 + 3)}e,{1940 + i % 60}-{1 + i % 12:00}-{1 + i % 28:00},{5550000 + i * 37}\n");
        File.WriteAllText(_sample["people.csv"], "record_id,name,birth_date,phone\n" + string.Concat(people.Concat(again)));

        (int code, string output, string error) = QingceProgram.Run("link", _sample["people.csv"], "--out", _sample["out"]);

        Assert.Equal(0, code);
        Assert.Contains("'record_id' is the record id", error);
        Assert.Contains("120 persons", output);
        Assert.Contains("people,2000,1000\n", _sample.Result("clusters.csv"));
        Assert.Equal(0, QingceProgram.Run("link", "explain", "1000", "2000", _sample["people.csv"], "--model", Path.Combine(_sample["out"], "model.json")).ExitCode);
    }

    [Fact]
    public void Parts_OfAFolderWithoutIds_AreNumberedOnwards()
    {
        Directory.CreateDirectory(_sample["parts"]);
        File.Copy(_sample["first.csv"], Path.Combine(_sample["parts"], "1.csv"));
        File.WriteAllText(Path.Combine(_sample["parts"], "2.csv"), LinkSample.Header);
        File.Copy(_sample["second.csv"], Path.Combine(_sample["parts"], "3.csv"));

        Assert.Equal(0, QingceProgram.Run("link", _sample["parts"], "--model", _sample["model.json"], "--out", _sample["out"]).ExitCode);

        Assert.Equal(Enumerable.Range(1, 7).Select(row => $"{row}"), Rows("clusters.csv").Select(row => row[1]));
    }

    private static string Name(int seed) => string.Concat(new[] { "ka", "lo", "mi", "ren", "sa", "to", "vel", "bar", "do", "hin", "jor" }.Where((_, i) => (seed * 2654435761L >> i) % 3 == 1).DefaultIfEmpty("nu"));

    private string[] Files() => [.. Directory.GetFiles(_sample["out"]).Select(file => Path.GetFileName(file)).Order()];

    private List<string[]> Rows(string file)
    {
        using TableReader reader = TableReader.Open(Path.Combine(_sample["out"], file), new ReadOptions { UndoFormulaGuard = true });
        List<string[]> rows = [];
        foreach (Batch batch in reader.Read())
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                rows.Add([.. batch.Columns.Select(column => System.Text.Encoding.UTF8.GetString(column.GetText(row, new byte[Column.ScratchLength])))]);
            }
        }

        return rows;
    }
}
