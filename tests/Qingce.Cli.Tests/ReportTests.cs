using System.Text.Json;
using Qingce.Cli.Report;
using Qingce.Cli.Results;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

public sealed class ReportTests
{
    private const string Attack = "</script><script>alert(1)</script><!--";

    [Fact]
    public void Report_WithMarkupInAName_CannotLeaveItsPlace()
    {
        using TemporaryFolder folder = new();
        SampleResult sample = new() { PerIndicator = 0 };
        sample.Add(new SampleFinding(
            "feed000000000001", "I04", "W", 9.5, true, ["R-1"], SampleFinding.Because("checksum", 9.5, ("registration", "R-1", "name", Attack)),
            $"{Attack}\u2028", Attack, "check_papers"));

        string page = File.ReadAllText(SampleReport.Write(folder.Path, masked: false, sample));

        Assert.Equal(2, Count(page, "</script>"));
        Assert.DoesNotContain("alert(1)</script>", page);
        Assert.DoesNotContain("\u2028", page);
        using JsonDocument data = JsonDocument.Parse(Data(page));
        Assert.Equal(Attack, data.RootElement.GetProperty("findings")[0].GetProperty("en").GetString());
    }

    [Fact]
    public void Report_Masked_HoldsNoPersonalValueOfTheEvidence()
    {
        using TemporaryFolder folder = new();
        string page = File.ReadAllText(SampleReport.Write(folder.Path));

        List<string> personal = [];
        FindingTable.Visit(folder["findings.parquet"], (batch, row) => personal.AddRange(Evidence.Read(FindingTable.Row(batch, row).Evidence).Causes
            .SelectMany(cause => cause.Values)
            .Where(value => value.Field is "name" or "citizen_number" or "phone" or "document_number")
            .Select(value => value.Value!)));
        Assert.NotEmpty(personal);
        Assert.All(personal.Distinct(), value => Assert.DoesNotContain(value, Data(page)));
    }

    [Fact]
    public void Report_Unmasked_HoldsThemAndSaysSo()
    {
        using TemporaryFolder folder = new();
        using JsonDocument data = JsonDocument.Parse(Data(File.ReadAllText(SampleReport.Write(folder.Path, masked: false))));

        Assert.False(data.RootElement.GetProperty("masked").GetBoolean());
        Assert.Contains("13912345678", data.RootElement.ToString());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Report_InTheLanguageOfTheRun_OpensInItAndPutsEducationInWords(string code)
    {
        using TemporaryFolder folder = new();
        using JsonDocument data = JsonDocument.Parse(Data(File.ReadAllText(SampleReport.Write(folder.Path, language: code == "zh" ? Language.Chinese : Language.English))));

        Assert.Equal(code, data.RootElement.GetProperty("language").GetString());
        Assert.Equal("普通高中毕业", data.RootElement.GetProperty("codes").GetProperty("education").GetProperty("61")[0].GetString());
        Assert.Equal("汉族", data.RootElement.GetProperty("codes").GetProperty("ethnicity").GetProperty("01")[0].GetString());
    }

    [Fact]
    public void Report_OfTheSameResult_HasTheSameBytes()
    {
        using TemporaryFolder one = new();
        using TemporaryFolder two = new();

        Assert.Equal(File.ReadAllBytes(SampleReport.Write(one.Path)), File.ReadAllBytes(SampleReport.Write(two.Path)));
    }

    [Fact]
    public void TellingFindings_TakeEachIndicatorInTurnAndNoHints()
    {
        using TemporaryFolder folder = new();
        new SampleResult().Write(folder.Path);

        IReadOnlyList<FindingRow> picked = TellingFindings.Pick(folder["findings.parquet"], 100);

        Assert.Equal(100, picked.Count);
        Assert.Equal(12, picked.Take(12).Select(finding => finding.Indicator).Distinct().Count());
        Assert.All(picked, finding => Assert.True(finding.Reportable));
        Assert.Equal(100, picked.Select(finding => finding.Id).Distinct().Count());
    }

    [Fact]
    public void Evidence_MaskedWhereValuesDiffer_ShowsThePlace()
    {
        FindingRow finding = new("1", "I01", "D", 9, true, ["A", "B"], SampleFinding.Because(
            "linked", 9, ("registration", "A", "citizen_number", "110105194912310021"), ("registration", "B", "citizen_number", "110105194912300021")).ToJsonString(), "", "", "review_pair");

        ReportFinding shown = ReportFindings.Of(finding, masked: true, _ => "110105");

        Assert.True(shown.Rows[0].Differs);
        Assert.Equal(["110105*******#****", "110105*******#****"], shown.Rows[0].Values);
        Assert.Equal(["110105"], shown.Counties);
    }

    [Fact]
    public void Evidence_OfAChangeMasked_ShowsWhereTheValuesDiffer()
    {
        FindingRow finding = new("1", "I02", "F", 7, true, ["A"], SampleFinding.Because(
            "before_exam", 7, ("changes", "A", "old_value", "李晓明"), ("changes", "A", "new_value", "李小明")).ToJsonString(), "", "", "visit");

        ReportFinding shown = ReportFindings.Of(finding, masked: true, _ => "110105");

        Assert.Equal(["李#*", "李#*"], shown.Rows.Select(row => row.Values[0]));
    }

    private static string Data(string page)
    {
        const string Start = "id=\"report-data\">";
        int at = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return page[at..page.IndexOf("</script>", at, StringComparison.Ordinal)];
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
