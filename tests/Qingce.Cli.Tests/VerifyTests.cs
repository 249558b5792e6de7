using System.IO.Compression;
using System.Text.Json;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,registered_on\n";
    private const string Formula = "=HYPERLINK(\"http://x\";\"y\")";

    private readonly TemporaryFolder _folder = new();

    public VerifyTests() => File.WriteAllText(
        _folder["register.csv"],
        Header
        + "R1,H1,02,张伟,1,1949-12-31,110105194912310021,110105001001,2000-01-01\n"
        + "R2,H2,02,李娜,2,1988-03-05,110105198803050000,110105001001,2000-01-01\n"
        + "R3,H3,02,\"" + Formula.Replace("\"", "\"\"") + "\",2,1988-03-05,110105198803050001,110105001001,2000-01-01\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_OfAFile_WritesTheWholeResultAndNoProgressIntoAPipe()
    {
        (int code, string output, string error) = Verify();

        Assert.Equal(0, code);
        Assert.DoesNotContain(error.Split('\n'), line => line.Length > 0 && !line.StartsWith('I'));
        Assert.Contains("report.html", output);
        Assert.Contains("Rows read 3 = checked 3 + rejected 0", output);
        Assert.Equal(
            ["findings.csv", "findings.parquet", "metrics.json", "rejects.csv", "report.html", "unread.csv"],
            Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Verify_AsJson_WritesJsonAlone()
    {
        (int code, string output, string error) = Verify("--json");

        Assert.Equal(0, code);
        Assert.Empty(error);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(3, json.RootElement.GetProperty("checked").GetInt32());
        Assert.True(json.RootElement.GetProperty("findings").GetProperty("I04").GetInt32() > 0);
    }

    [Fact]
    public void Verify_Twice_ReplacesTheEarlierResultWhole()
    {
        Verify("--workbooks");
        Assert.True(Directory.Exists(Path.Combine(_folder["out"], "workbooks")));

        Assert.Equal(0, Verify().ExitCode);

        Assert.False(Directory.Exists(Path.Combine(_folder["out"], "workbooks")));
    }

    [Fact]
    public void Verify_IntoAFolderOfOtherThings_IsRefusedAndLeavesIt()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(Path.Combine(_folder["out"], "letter.txt"), "dear");

        (int code, _, string error) = Verify();

        Assert.Equal(5, code);
        Assert.Contains(_folder["out"], error);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(_folder["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Verify_OfAFileThatIsNotThere_EndsWithThreeAndLeavesNothing()
    {
        (int code, _, string error) = QingceProgram.Run("verify", "--register", _folder["none.csv"], "--out", _folder["out"]);

        Assert.Equal(3, code);
        Assert.Contains("none.csv", error);
        Assert.DoesNotContain("   at ", error);
        Assert.Equal(["register.csv"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Verify_WithoutARequiredColumn_NamesIt()
    {
        File.WriteAllText(_folder["register.csv"], File.ReadAllText(_folder["register.csv"]).Replace("birth_date", "born_at"));

        (int code, _, string error) = Verify();

        Assert.Equal(3, code);
        Assert.Contains("birth_date", error);
        Assert.Contains("register.csv", error);
    }

    [Fact]
    public void Verify_OfTooManyBadRows_EndsWithFourAndAnEarlierResultStays()
    {
        Verify();
        byte[] before = File.ReadAllBytes(Path.Combine(_folder["out"], "metrics.json"));
        File.AppendAllText(_folder["register.csv"], "R4,H4,02\nR5,H5\n");

        (int code, _, string error) = Verify();

        Assert.Equal(4, code);
        Assert.Contains("register.csv", error);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder["out"], "metrics.json")));
        Assert.Equal(0, Verify("--max-rejects", "0.5").ExitCode);
        Assert.Contains("R4", File.ReadAllText(Path.Combine(_folder["out"], "rejects.csv")));
    }

    [Theory]
    [InlineData("--only", "I99")]
    [InlineData("--max-rejects", "lots")]
    [InlineData("--as-of", "yesterday")]
    public void Verify_WithAnOptionThatMakesNoSense_EndsWithTwo(string option, string value)
    {
        (int code, _, string error) = Verify(option, value);

        Assert.Equal(2, code);
        Assert.Contains(value, error);
    }

    [Fact]
    public void Verify_WithoutInput_EndsWithTwo() => Assert.Equal(2, QingceProgram.Run("verify", "--out", _folder["out"]).ExitCode);

    [Fact]
    public void Formula_InAName_RunsNeitherInCsvNorInAWorkbook()
    {
        Assert.Equal(0, Verify("--workbooks", "--unmasked").ExitCode);

        string csv = File.ReadAllText(Path.Combine(_folder["out"], "findings.csv"));
        Assert.DoesNotContain("\n=", csv);
        Assert.DoesNotContain(",=", csv);
        Assert.DoesNotContain(",\"=", csv);
        using ZipArchive book = ZipFile.OpenRead(Directory.GetFiles(Path.Combine(_folder["out"], "workbooks")).Single());
        foreach (ZipArchiveEntry part in book.Entries)
        {
            using StreamReader reader = new(part.Open());
            Assert.DoesNotContain("<f>", reader.ReadToEnd());
        }
    }

    [Fact]
    public void Verify_OfSomeIndicatorsAlone_GivesNoRateAndNoRating()
    {
        (int code, string output, string error) = Verify("--only", "I03,I04", "--workbooks");
        using JsonDocument json = JsonDocument.Parse(Verify("--only", "I03,I04", "--json").Output);

        Assert.Equal(0, code);
        Assert.Contains("Only I03, I04 were checked", error);
        Assert.DoesNotContain("%", output);
        Assert.DoesNotContain("★", output);
        Assert.DoesNotContain("blue", output);
        Assert.Equal(["I03", "I04"], json.RootElement.GetProperty("only").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("suspected").ValueKind);
        Assert.Equal(2, json.RootElement.GetProperty("findings").EnumerateObject().Count());
        Assert.Contains("只检查了 I03、I04", Verify("--only", "I03,I04", "--lang", "zh").Error);
    }

    [Fact]
    public void Timings_InChinese_AreOfStagesInChinese()
    {
        string output = Verify("--timings", "--lang", "zh").Output;

        Assert.Contains("读取登记", output);
        Assert.DoesNotContain("read register", output);
    }

    [Fact]
    public void Result_WithAndWithoutTheOtherThreads_HasTheSameBytes()
    {
        Verify("--threads", "1");
        byte[][] one = [.. Directory.GetFiles(_folder["out"]).Order().Select(File.ReadAllBytes)];
        Verify("--threads", "4");

        Assert.Equal(one, Directory.GetFiles(_folder["out"]).Order().Select(File.ReadAllBytes));
    }

    private (int ExitCode, string Output, string Error) Verify(params string[] more) =>
        QingceProgram.Run(["verify", "--register", _folder["register.csv"], "--out", _folder["out"], .. more]);
}
