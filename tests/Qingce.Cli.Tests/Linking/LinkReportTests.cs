using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Qingce.Cli.Linking;
using Qingce.Cli.Masking;
using Qingce.Cli.Tests.Samples;
using Qingce.Linkage;

namespace Qingce.Cli.Tests.Linking;

public sealed class LinkReportTests : IDisposable
{
    private const string Attack = "</script><script>alert(1)</script><!--";
    private readonly LinkSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Report_WithMarkupInANameAndInTheModel_CannotLeaveItsPlace()
    {
        _sample.Replace("model.json", "\"sample\"", "\"sample" + Attack.Replace("/", "\\/") + "\"");
        string page = File.ReadAllText(SampleLinkReport.Write(_sample, masked: false, Attack));

        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("alert(1)</script>", page);
        using JsonDocument data = Data(page);
        Assert.Contains(data.RootElement.GetProperty("rows").EnumerateArray(), row => row.GetProperty("values")[0].GetString()!.StartsWith(Attack, StringComparison.Ordinal));
    }

    [Fact]
    public void Report_Masked_HoldsNoNameAndNoPhone()
    {
        string page = File.ReadAllText(SampleLinkReport.Write(_sample));

        string[][] people = [.. File.ReadAllLines(_sample["people.csv"]).Skip(1).Select(line => line.Split(','))];
        using JsonDocument data = Data(page);
        string text = data.RootElement.ToString();
        Assert.True(data.RootElement.GetProperty("masked").GetBoolean());
        Assert.True(data.RootElement.GetProperty("rows").GetArrayLength() > 20);
        Assert.All(people, person => Assert.DoesNotContain(person[1], text));
        Assert.All(people.Where(person => person[3].Length > 0), person => Assert.DoesNotContain(person[3], text));
    }

    [Fact]
    public void Report_Unmasked_HoldsThemAndSaysSo()
    {
        using JsonDocument data = Data(File.ReadAllText(SampleLinkReport.Write(_sample, masked: false)));

        Assert.False(data.RootElement.GetProperty("masked").GetBoolean());
        Assert.Contains("anna berger", data.RootElement.ToString());
    }

    [Fact]
    public void Report_Figures_AreThoseOfTheResult()
    {
        using JsonDocument data = Data(File.ReadAllText(SampleLinkReport.Write(_sample)));
        using JsonDocument about = JsonDocument.Parse(File.ReadAllText(Path.Combine(_sample["report"], "link.json")));
        JsonElement figures = data.RootElement.GetProperty("figures"), told = about.RootElement;

        Assert.Equal(told.GetProperty("rows").GetInt64(), figures.GetProperty("rows").GetInt64());
        Assert.Equal(told.GetProperty("pairsCompared").GetInt64(), figures.GetProperty("compared").GetInt64());
        Assert.Equal(told.GetProperty("links").GetInt64(), figures.GetProperty("links").GetInt64());
        Assert.Equal(told.GetProperty("persons").GetInt64(), figures.GetProperty("persons").GetInt64());
        Assert.Equal(told.GetProperty("largestPerson").GetInt64(), figures.GetProperty("largest").GetInt64());
        foreach (JsonElement pair in data.RootElement.GetProperty("patterns").EnumerateArray().SelectMany(pattern => pattern.GetProperty("examples").EnumerateArray()))
        {
            Assert.Equal(pair.GetProperty("weight").GetDouble(), pair.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("weight").GetDouble()), 0.001);
        }
    }

    [Fact]
    public void Report_OfTheSameFiles_HasTheSameBytes()
    {
        byte[] one = File.ReadAllBytes(SampleLinkReport.Write(_sample));

        Assert.Equal(one, File.ReadAllBytes(SampleLinkReport.Write(_sample)));
    }

    [Fact]
    public void Report_WithTruth_HoldsTheMeasuredCurve()
    {
        _sample.Replace("first.csv", "id,name", "id,who,name");
        foreach ((string id, string who) in (IEnumerable<(string, string)>)[("a1", "x"), ("a2", "x"), ("a3", "y"), ("a4", "z")])
        {
            _sample.Replace("first.csv", id + ",", $"{id},{who},");
        }

        Assert.Equal(0, _sample.Link("--truth", "who").ExitCode);

        using JsonDocument data = Data(_sample.Result("report.html"));
        double[] lowest = [.. data.RootElement.GetProperty("measured")[0].EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal([1, 0, 0], lowest[1..]);
        using JsonDocument told = JsonDocument.Parse(QingceProgram.Run("link", "evaluate", "--result", _sample["out"], "--truth", "who", "--json").Output);
        JsonElement pairs = told.RootElement.GetProperty("pairs");
        Assert.Equal(
            [pairs.GetProperty("precision").GetDouble(), pairs.GetProperty("recall").GetDouble(), pairs.GetProperty("f1").GetDouble()],
            data.RootElement.GetProperty("measuredClusters").EnumerateArray().Select(value => value.GetDouble()));
        Assert.False(_sample.Link("--truth", "whom").ExitCode == 0);
    }

    [Theory]
    [InlineData("zh", "清册 · 记录关联报告")]
    [InlineData("en", "Qingce · Record linkage report")]
    public void Report_InTheLanguageOfTheRun_OpensInIt(string language, string title)
    {
        string page = File.ReadAllText(SampleLinkReport.Write(_sample, language: language));

        using JsonDocument data = Data(page);
        Assert.Equal(language, data.RootElement.GetProperty("language").GetString());
        Assert.Contains($"<title>{title}</title>", page);
    }

    [Fact]
    public void Screen_OfATrainedModel_FoldsWhatIsSaidOfSingleLevels()
    {
        SampleLinkReport.Write(_sample);
        (int code, string output, string error) = QingceProgram.Run(
            "link", _sample["people.csv"], "--id", "id", "--model", _sample["model.json"], "--train", "--out", _sample["report"], "--lang", "en");

        using JsonDocument data = Data(File.ReadAllText(Path.Combine(_sample["report"], "report.html")));
        JsonElement.ArrayEnumerator signs = data.RootElement.GetProperty("signs").EnumerateArray();
        int levels = data.RootElement.GetProperty("levelNotes").GetArrayLength() + signs.Count(sign => sign.GetProperty("level").GetString()!.Length > 0);
        Assert.Equal(0, code);
        Assert.DoesNotContain("never seen among", output + error);
        Assert.DoesNotContain("its m is below its u", output + error);
        Assert.Equal(levels > 0, (output + error).Contains("on single level", StringComparison.Ordinal) || (output + error).Contains("on a single level", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_AcrossSourcesAlone_TellsOfNoMatchesWithinOne()
    {
        Assert.Equal(0, QingceProgram.Run(
            "link", _sample["first.csv"], _sample["second.csv"], "--id", "id", "--model", _sample["model.json"], "--link-only", "--out", _sample["out"]).ExitCode);

        using JsonDocument data = Data(_sample.Result("report.html"));
        Assert.False(data.RootElement.GetProperty("figures").TryGetProperty("expectedMatches", out _));
        Assert.DoesNotContain(data.RootElement.GetProperty("signs").EnumerateArray(), sign => sign.GetProperty("kind").GetString() == "MatchesMissed");
    }

    [Fact]
    public void Explain_AsAPicture_IsXmlWithABarForEachStepAndNoScript()
    {
        _sample.Replace("first.csv", "anna bergr", "<script>alert(1)</script>");
        _sample.Replace("model.json", "\"equal\"", "\"<b>&equal\"");
        (int code, string output, _) = QingceProgram.Run(
            "link", "explain", "a1", "a2", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--svg", _sample["pair.svg"], "--unmasked");

        Assert.Equal(0, code);
        Assert.Contains("█", output);
        XDocument picture = XDocument.Load(_sample["pair.svg"]);
        Assert.Equal(1 + 4 + 1, picture.Descendants().Count(element => element.Name.LocalName == "rect"));
        Assert.Contains(picture.Descendants(), element => element.Value == "born: <b>&equal");
        Assert.All(picture.Descendants(), element => Assert.Contains(element.Name.LocalName, (string[])["svg", "title", "rect", "text", "line"]));
    }

    [Fact]
    public void Bars_OfAnySteps_StayWithinTheirRoomAndShowEachStep() =>
        Gen.Double[-20, 20].Array[1, 12].Select(Gen.Int[2, 60]).Sample((weights, width) =>
        {
            IReadOnlyList<string> bars = WaterfallBars.Of([.. weights.Select(weight => new EvidenceStep("c", "l", weight))], width);
            return bars.Zip(weights).All(pair => pair.First.Length <= width && pair.First.TrimStart().Length > 0 == (pair.Second != 0)
                && !pair.First.Contains(pair.Second > 0 ? '░' : '█'));
        });

    [Theory]
    [InlineData("name", "text", "王小明", "王**")]
    [InlineData("first_name", "name", "robert", "r*****")]
    [InlineData("id_no", "identifier", "11010519491231002X", "110105************")]
    [InlineData("手机", "text", "13912345678", "139******78")]
    [InlineData("email", "email", "robert255@smith.net", "r********@*********")]
    [InlineData("addr", "text", "天山区解放路12号", "天山区解放路***")]
    [InlineData("dob", "date", "19710624", "1971****")]
    [InlineData("city", "place", "london", "london")]
    [InlineData("remark", "text", "the blind one", "the**********")]
    [InlineData("region", "identifier", "320506", "320506")]
    [InlineData("region", "identifier", "13912345678", "13*********")]
    [InlineData("date_of_birth", "verbatim", "1971-06-24", "1971-**-**")]
    [InlineData("birth_day", "number", "24", "**")]
    [InlineData("soc_sec_id", "identifier", "5316718", "53*****")]
    [InlineData("remark", "text", "x", "*")]
    [InlineData("home", "point", "39.90421,116.40739", "39.9,116.4")]
    [InlineData("latitude", "number", "-33.86882", "-33.9")]
    [InlineData("lng", "text", "151.2093", "151.2")]
    [InlineData("经度", "text", "116.40739", "116.4")]
    [InlineData("latitude", "text", "39 54 20 N", "39********")]
    [InlineData("translation", "number", "116.40739", "116.40739")]
    public void Mask_OfAColumn_FollowsItsKindAndHeader(string name, string kind, string value, string masked) =>
        Assert.Equal(masked, ColumnMask.Of(new ModelColumn { Name = name, Kind = kind })(value));

    private static JsonDocument Data(string page)
    {
        const string Start = "id=\"report-data\">";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]);
    }
}
