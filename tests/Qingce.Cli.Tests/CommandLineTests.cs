using System.Text.Json;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Version_IsOneLine()
    {
        (int code, string output, string error) = QingceProgram.Run("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("evaluate", "--result", "x")]
    [InlineData("completion", "powershell")]
    [InlineData("indicators", "--lang", "fr")]
    [InlineData("verify", "--out", "x", "--database")]
    [InlineData("verify", "--out", "x", "--register")]
    [InlineData("import", "x.csv", "--as")]
    [InlineData("import", "x.csv", "--as", "register", "--actor")]
    [InlineData("link", "find", "--index", "x", "--record")]
    public void Usage_ThatIsWrong_EndsWithTwoAndSaysWhere(params string[] arguments)
    {
        (int code, string output, string error) = QingceProgram.Run(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("--help", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Theory]
    [InlineData("link has no option '--bogus'. Write a file of that name as ./--bogus.", "link", "--bogus")]
    [InlineData("link has no option '--treshold'. Did you mean '--threshold'?", "link", "a.csv", "--treshold", "0.9", "--out", "x")]
    [InlineData("link has no option '--fromat'. Did you mean '--format'?", "link", "a.csv", "--fromat=csv", "--out", "x")]
    [InlineData("analyse has no option '-x'", "link", "analyse", "-x")]
    public void Option_ThatACommandHasNot_IsNoFile(string said, params string[] arguments)
    {
        (int code, _, string error) = QingceProgram.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains(said, error);
        Assert.Contains("没有选项", QingceProgram.Run([.. arguments, "--lang", "zh"]).Error);
    }

    [Fact]
    public void File_BehindTwoDashes_IsNoOption()
    {
        (int code, _, string error) = QingceProgram.Run("link", "analyse", "--", "--bogus");

        Assert.Equal(3, code);
        Assert.Contains("--bogus: there is no such file", error);
    }

    [Theory]
    [InlineData("“2025-02-30”不是日期", "verify", ".", "--out", "x", "--as-of", "2025-02-30")]
    [InlineData("“5%”不是比例", "verify", ".", "--out", "x", "--max-rejects", "5%")]
    [InlineData("--out：文件夹名为空", "verify", ".", "--out", "")]
    [InlineData("缺少必需的选项 --out", "verify", ".")]
    [InlineData("没有给出指标", "verify", ".", "--out", "x", "--only", ",")]
    [InlineData("无法识别的命令或参数“--foo”", "verify", ".", "--out", "x", "--foo")]
    [InlineData("--people：“abc”不是有效的值", "simulate", "--out", "x", "--people", "abc")]
    [InlineData("--people 至少 200", "simulate", "--out", "x", "--people", "1")]
    [InlineData("--threads：应为 1", "simulate", "--out", "x", "--threads", "-1")]
    public void Usage_ThatIsWrong_IsToldInChinese(string said, params string[] arguments)
    {
        (int code, _, string error) = QingceProgram.Run([.. arguments, "--lang", "zh"]);

        Assert.Equal(2, code);
        Assert.Contains(said, error);
    }

    [Fact]
    public void Header_WithOrdersToTheTerminal_IsShownWithoutThem()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["register.csv"], "\e[31mname,another_column\nx,yyyyyyyyyyyyyyyyyyyyyyy\n");

        (int code, _, string error) = QingceProgram.Run("verify", folder.Path, "--out", folder["out"]);

        Assert.Equal(3, code);
        Assert.Contains("[31mname", error);
        Assert.DoesNotContain('\e', error);
    }

    [Fact]
    public void Result_ThatIsNone_EndsWithThreeAndSaysWhatToDo()
    {
        using TemporaryFolder folder = new();

        (int code, _, string error) = QingceProgram.Run("explain", "00", "--result", folder.Path);

        Assert.Equal(3, code);
        Assert.Contains(folder.Path, error);
        Assert.Contains("--out", error);
    }

    [Fact]
    public void Metrics_CutShort_EndWithThreeAndALine()
    {
        using TemporaryFolder folder = new();
        new SampleResult { PerIndicator = 1 }.Write(folder.Path);
        string metrics = File.ReadAllText(folder["metrics.json"]);
        File.WriteAllText(folder["metrics.json"], metrics[..(metrics.Length / 2)]);
        File.WriteAllText(folder["truth.csv"], "registration_id,indicator,error_kind,other_registration_id,person_id\n");

        (int code, _, string error) = QingceProgram.Run("evaluate", "--truth", folder.Path, "--result", folder.Path);

        Assert.Equal(3, code);
        Assert.Contains("line 1", error);
    }

    [Fact]
    public void Help_OfADay_WritesItAsItIsRead() =>
        Assert.Contains("[default: 2025-12-31]", QingceProgram.Run("simulate", "--help", "--lang", "en").Output);

    [Fact]
    public void Indicators_AsJson_AreTwelve()
    {
        (int code, string output, string error) = QingceProgram.Run("indicators", "--json");

        Assert.Equal(0, code);
        Assert.Empty(error);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(12, json.RootElement.GetArrayLength());
        Assert.Contains("重复登记", output);
    }

    [Theory]
    [InlineData("zh", "宽限")]
    [InlineData("en", "days after a death")]
    public void Indicators_InALanguage_AreToldInIt(string language, string words) =>
        Assert.Contains(words, QingceProgram.Run("indicators", "--lang", language).Output);

    [Theory]
    [InlineData("zh", "D 重复登记", "成对复核")]
    [InlineData("en", "D duplicate registration", "review the pair")]
    public void Indicators_ToldToAPerson_SayClassAndTaskInWords(string language, string kind, string task)
    {
        string output = QingceProgram.Run("indicators", "--lang", language).Output;

        Assert.Contains(kind, output);
        Assert.Contains(task, output);
        Assert.DoesNotContain("review_pair", output);
    }

    [Theory]
    [InlineData("zh", "national.I99 不是指标")]
    [InlineData("en", "national.I99 is not an indicator")]
    public void Parameters_ThatAreWrong_AreToldInTheLanguageOfTheScreen(string language, string said)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["parameters.json"], """{"national":{"I99":{}}}""");

        (int code, _, string error) = QingceProgram.Run(
            "verify", folder.Path, "--out", folder["out"], "--parameters", folder["parameters.json"], "--lang", language);

        Assert.Equal(3, code);
        Assert.Contains(said, error);
    }

    [Theory]
    [InlineData("zh", "无法读取")]
    [InlineData("en", "cannot be read")]
    public void Result_TheSystemDoesNotGive_IsAFaultOfTheInput(string language, string said)
    {
        using TemporaryFolder folder = new();
        new SampleResult { PerIndicator = 1 }.Write(folder.Path);
        File.Delete(folder["metrics.json"]);
        // Reading the first byte of it is an error of the device.
        File.CreateSymbolicLink(folder["metrics.json"], "/proc/self/mem");

        (int code, _, string error) = QingceProgram.Run("evaluate", "--truth", folder.Path, "--result", folder.Path, "--lang", language);

        Assert.Equal(3, code);
        Assert.Contains(folder["metrics.json"], error);
        Assert.Contains(said, error);
        Assert.DoesNotContain("nput/output", error);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _qingce qingce")]
    [InlineData("zsh", "#compdef qingce")]
    [InlineData("fish", "complete -c qingce")]
    public void Completion_OfAShell_IsAScript(string shell, string words) => Assert.Contains(words, QingceProgram.Run("completion", shell).Output);

    [Fact]
    public void Completion_OfACommand_SuggestsItsOptions() =>
        Assert.Contains("--truth", QingceProgram.Run("[suggest:18]", "qingce evaluate --").Output);

    [Fact]
    public void Explain_ByThePrefixOfAnId_ShowsBothLanguagesAndTheRule()
    {
        using TemporaryFolder folder = new();
        SampleResult sample = new() { PerIndicator = 1 };
        sample.Add(new SampleFinding(
            "feed000000000001", "I05", "S", 9.5, true, ["R-1"],
            SampleFinding.Because("death_certificate", 9.5, ("registration", "R-1", "name", "张伟"), ("11-death-certificate", "D-1", "name", "章伟")),
            "张伟已有死亡医学证明。", "A death certificate names 张伟.", "visit"));
        sample.Write(folder.Path);

        (int code, string output, _) = QingceProgram.Run("explain", "feed", "--result", folder.Path);

        Assert.Equal(0, code);
        Assert.Contains("张*已有死亡医学证明。", output);
        Assert.Contains("A death certificate names 张*.", output);
        Assert.Contains("≠", output);
        Assert.Contains("Deceased not cancelled", output);
        Assert.Contains("class: S stale information; task: visit; reportable", output);
        Assert.DoesNotContain("伟", output + QingceProgram.Run("explain", "feed", "--result", folder.Path, "--json").Output);
        Assert.Contains("张伟已有死亡医学证明。", QingceProgram.Run("explain", "feed", "--result", folder.Path, "--unmasked").Output);
        Assert.Contains("类别：S 变更未更新　任务：入户核查　应报", QingceProgram.Run("explain", "feed", "--result", folder.Path, "--lang", "zh").Output);
        Assert.Equal(2, QingceProgram.Run("explain", "0000", "--result", folder.Path).ExitCode);
        using JsonDocument json = JsonDocument.Parse(QingceProgram.Run("explain", "feed", "--result", folder.Path, "--json").Output);
        Assert.Equal("R-1", json.RootElement.GetProperty("registration_ids")[0].GetString());
    }

    [Fact]
    public void Explain_OfTooFewDigits_NamesTheFirstIdsInOrderAndSaysHowManyMore()
    {
        using TemporaryFolder folder = new();
        SampleResult sample = new() { PerIndicator = 0 };
        foreach (int i in Enumerable.Range(0, 12).Reverse())
        {
            sample.Add(new SampleFinding($"feed0000000000{i:00}", "I05", "S", 9.5, true, ["R-1"], SampleFinding.Because("death_certificate", 9.5), "", "", "visit"));
        }

        sample.Write(folder.Path);

        (int code, _, string error) = QingceProgram.Run("explain", "feed", "--result", folder.Path);

        Assert.Equal(2, code);
        Assert.Contains($"12 findings begin with feed: {string.Join(", ", Enumerable.Range(0, 10).Select(i => $"feed0000000000{i:00}"))} and 2 more", error.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Explain_OfCodes_SaysWhatTheyMean()
    {
        using TemporaryFolder folder = new();
        SampleResult sample = new() { PerIndicator = 0 };
        sample.Add(new SampleFinding(
            "feed000000000001", "I04", "W", 9.5, true, ["R-1"], SampleFinding.Because("sex_mismatch", 9.5, ("registration", "R-1", "sex", "2"), ("registration", "R-1", "education", "71")),
            "", "", "check_papers"));
        sample.Write(folder.Path);

        Assert.Contains("女 2", QingceProgram.Run("explain", "feed", "--result", folder.Path, "--lang", "zh").Output);
        Assert.Contains("female 2", QingceProgram.Run("explain", "feed", "--result", folder.Path).Output);
        Assert.Contains("初中毕业 71", QingceProgram.Run("explain", "feed", "--result", folder.Path, "--lang", "zh").Output);
    }
}
