using System.Text.Json;
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

    [Theory]
    [InlineData("name", "text", "王小明", "王**")]
    [InlineData("first_name", "name", "robert", "r*****")]
    [InlineData("id_no", "identifier", "11010519491231002X", "110105**********2X")]
    [InlineData("手机", "text", "13912345678", "139******78")]
    [InlineData("email", "email", "robert255@smith.net", "ro*******@smith.net")]
    [InlineData("addr", "text", "天山区解放路12号", "天山区解放路***")]
    [InlineData("dob", "date", "19710624", "19710624")]
    [InlineData("city", "place", "london", "london")]
    [InlineData("remark", "text", "the blind one", "the**********")]
    [InlineData("remark", "text", "x", "*")]
    public void Mask_OfAColumn_FollowsItsKindAndHeader(string name, string kind, string value, string masked) =>
        Assert.Equal(masked, ColumnMask.Of(new ModelColumn { Name = name, Kind = kind })(value));

    private static JsonDocument Data(string page)
    {
        const string Start = "id=\"report-data\">";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]);
    }
}
