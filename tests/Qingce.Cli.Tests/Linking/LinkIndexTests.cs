using System.Text.Json;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests.Linking;

public sealed class LinkIndexTests : IDisposable
{
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Find_OneRecord_GivesTheWeightOfTheBatchRunWithIt()
    {
        Make();
        _sample.Replace("first.csv", "a4,li wei", "new,anna berger,1970-01-02,5551\na4,li wei");
        _sample.Link("--threshold", "0.001");
        string[] pair = Assert.Single(_sample.Result("pairs.csv").Split('\n'), line => line.StartsWith("a2,new,", StringComparison.Ordinal)).Split(',');

        (int code, string output, string error) = Find("--record", "name=anna berger", "born=1970-01-02", "phone=5551", "--json", "--threshold", "0.001");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement[] matches = [.. json.RootElement[0].GetProperty("matches").EnumerateArray()];
        Assert.Equal(["a1", "a2"], matches.Select(match => match.GetProperty("id").GetString()));
        Assert.Equal(pair[2], matches[1].GetProperty("weight").GetDouble().ToString("0.0000000"));
        Assert.Equal("close", matches[1].GetProperty("levels").GetProperty("name").GetString());
    }

    [Fact]
    public void PutAndRemove_ChangeWhatIsFound()
    {
        Make();

        Assert.Equal(0, QingceProgram.Run("link", "index", "put", _sample["second.csv"], "--id", "id", "--index", _sample["index"]).ExitCode);
        Assert.Contains("b2", Find("--record", "name=tom ulrich", "born=1955-06-30", "phone=7788").Output);
        Assert.Contains("\"records\":6", QingceProgram.Run("link", "index", "remove", "b2", "--index", _sample["index"], "--json").Output);
        Assert.DoesNotContain("b2", Find("--record", "name=tom ulrich", "born=1955-06-30", "phone=7788").Output);
        Assert.Equal(0, QingceProgram.Run("link", "index", "check", "--index", _sample["index"]).ExitCode);
    }

    [Fact]
    public void Find_Files_LooksForEachRow()
    {
        Make();

        (int code, string output, _) = Find(_sample["second.csv"], "--id", "id");

        Assert.Equal(0, code);
        Assert.Contains("2 of 3 records have a match", output);
    }

    [Fact]
    public void Find_RecordsOfTheIndex_AreNotTheirOwnMatches()
    {
        Make();

        (int code, string output, string error) = Find(_sample["first.csv"], "--id", "id");
        using JsonDocument json = JsonDocument.Parse(Find(_sample["first.csv"], "--id", "id", "--json").Output);

        Assert.Equal(0, code);
        Assert.Contains("2 of 4 records have a match", output);
        Assert.Contains("4 records are in the index already", error);
        Assert.All(json.RootElement.EnumerateArray(), record =>
        {
            Assert.True(record.GetProperty("inIndex").GetBoolean());
            Assert.DoesNotContain(record.GetProperty("record").GetString(), record.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("id").GetString()));
        });
    }

    [Fact]
    public void Find_AnotherRecordUnderAnIdOfTheIndex_IsAMatch()
    {
        Make();
        string id = "a2,";
        _sample.Replace("first.csv", id, "a9,");
        _sample.Replace("first.csv", "a1,", id);

        (int code, string output, _) = Find(_sample["first.csv"], "--id", "id", "--json");

        Assert.Equal(0, code);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement other = json.RootElement.EnumerateArray().Single(record => record.GetProperty("record").GetString() == "a2");
        Assert.False(other.GetProperty("inIndex").GetBoolean());
        Assert.Equal(["a1", "a2"], other.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--record town=here", "the index has the columns name, born, phone")]
    [InlineData("", "Give either --record or files")]
    public void Find_WithoutARecord_IsAUsageError(string arguments, string said)
    {
        Make();

        (int code, _, string error) = Find(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, code);
        Assert.Contains(said, error);
    }

    [Fact]
    public void Find_NoIndexOrADamagedOne_SaysSo()
    {
        Assert.Contains("holds no index", Find("--record", "name=anna").Error);
        Make();
        string segment = Path.Combine(_sample["index"], "segment-1");
        byte[] bytes = File.ReadAllBytes(segment);
        for (int at = 4096; at < bytes.Length; at += 4096)
        {
            bytes[at] ^= 1;
        }

        File.WriteAllBytes(segment, bytes);

        foreach (string[] command in (string[][])[["index", "check"], ["find", "--record", "name=anna"], ["find", _sample["first.csv"]]])
        {
            (int code, _, string error) = QingceProgram.Run(["link", .. command, "--index", _sample["index"]]);

            Assert.Equal(3, code);
            Assert.Contains("is damaged", error);
            Assert.Contains("The command: link index", error);
        }
    }

    [Fact]
    public void DamagedLog_IsRefusedByEveryCommandAndNothingIsCut()
    {
        Make();
        Assert.Equal(0, QingceProgram.Run("link", "index", "put", _sample["second.csv"], "--id", "id", "--index", _sample["index"]).ExitCode);
        string log = Path.Combine(_sample["index"], "log-1");
        byte[] bytes = File.ReadAllBytes(log);
        bytes[bytes.Length / 4] ^= 1;
        File.WriteAllBytes(log, bytes);

        foreach (string[] command in (string[][])[["index", "check"], ["find", "--record", "name=anna"], ["index", "put", _sample["second.csv"], "--id", "id"]])
        {
            (int code, _, string error) = QingceProgram.Run(["link", .. command, "--index", _sample["index"]]);

            Assert.Equal(3, code);
            Assert.Contains("is damaged", error);
            Assert.Contains("The command: link index", error);
        }

        Assert.Equal(bytes, File.ReadAllBytes(log));
    }

    private void Make() => Assert.Equal(0, QingceProgram.Run(
        "link", "index", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--out", _sample["index"]).ExitCode);

    private (int ExitCode, string Output, string Error) Find(params string[] arguments) =>
        QingceProgram.Run(["link", "find", "--index", _sample["index"], .. arguments]);
}
