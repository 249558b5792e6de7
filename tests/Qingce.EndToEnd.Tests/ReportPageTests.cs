using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Qingce.Cli;
using Qingce.Cli.Tests.Samples;

namespace Qingce.EndToEnd.Tests;

public sealed class ReportPageTests : IClassFixture<Browser>, IDisposable
{
    private readonly Browser _browser;
    private readonly TemporaryFolder _folder = new();

    public ReportPageTests(Browser browser) => _browser = browser;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_FromAFile_AsksNothingOfTheNetworkAndComplainsOfNothing()
    {
        string file = SampleReport.Write(_folder.Path);
        await using WatchedPage watched = await _browser.OpenAsync(file, 1440);

        Assert.Equal("zh-CN", await watched.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(8, await watched.Page.Locator("main > section").CountAsync());
        Assert.Equal([new Uri(file).AbsoluteUri], watched.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Report_OfSomeIndicatorsAlone_SaysSoAndRatesNothing()
    {
        string file = SampleReport.Write(_folder.Path, language: Language.English, change: metrics =>
        {
            metrics["only"] = new JsonArray("I03", "I04");
            metrics["indicators"] = new JsonArray([.. metrics["indicators"]!.AsArray().Where(item => (string?)item!["id"] is "I03" or "I04").Select(item => item!.DeepClone())]);
            foreach (JsonNode? county in metrics["divisions"]!.AsArray().Append(metrics["total"]))
            {
                foreach (string figure in (string[])["rate", "colour", "stars", "score", "accuracy", "away", "emptyHung"])
                {
                    county![figure] = null;
                }
            }
        });
        await using WatchedPage watched = await _browser.OpenAsync(file, 1440);
        string text = await watched.Page.Locator("main").InnerTextAsync();

        Assert.Contains("Only I03, I04 were checked.", await watched.Page.Locator(".partial").InnerTextAsync());
        Assert.Equal(0, await watched.Page.Locator(".stars, .badge, .tile.blue, .tile.red, .tile.yellow").CountAsync());
        Assert.Equal(10, await watched.Page.Locator(".indicator.unchecked").CountAsync());
        Assert.DoesNotContain("error rate =", text);
        Assert.DoesNotContain("NaN", text);
        Assert.DoesNotContain("undefined", text);
        Assert.DoesNotContain("null", text);
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Language_Switched_ChangesEveryHeading()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);
        string[] chinese = [.. await watched.Page.Locator("h2").AllInnerTextsAsync()];

        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        string[] english = [.. await watched.Page.Locator("h2").AllInnerTextsAsync()];
        Assert.Equal("en", await watched.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(chinese.Length, english.Length);
        Assert.Contains("Overview", english);
        Assert.All(english, heading => Assert.DoesNotContain(heading, c => c > 0x2E80));
        Assert.Equal("English", await watched.Page.EvaluateAsync<string>("document.activeElement.textContent"));
    }

    [Fact]
    public async Task Counties_SortedByName_AreInThatOrderAndBack()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);
        ILocator living = watched.Page.Locator("#counties [data-sort=living]");

        await living.ClickAsync();
        long[] falling = await LivingAsync(watched.Page);
        await living.ClickAsync();
        long[] rising = await LivingAsync(watched.Page);

        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(rising.Order(), rising);
        Assert.Equal("ascending", await watched.Page.Locator("#counties th:has([data-sort=living])").GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task County_ChosenOnTheMap_FiltersTableAndFindings()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);

        await watched.Page.Locator("[data-county='320506']").ClickAsync();

        Assert.Equal(1, await watched.Page.Locator("#counties tbody tr").CountAsync());
        Assert.Equal("true", await watched.Page.Locator("[data-county='320506']").GetAttributeAsync("aria-pressed"));
        Assert.All(await watched.Page.Locator("#findings article").AllInnerTextsAsync(), text => Assert.Contains("320506", text));
        await watched.Page.Locator("[data-county='320506']").ClickAsync();
        Assert.True(await watched.Page.Locator("#counties tbody tr").CountAsync() > 40);
    }

    [Fact]
    public async Task County_ChosenOnTheMap_IsSaidInSightWithAWayBack()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);
        await watched.Page.Locator("[data-county='320506']").ClickAsync();

        Assert.Contains(await watched.Page.Locator("[data-county='320506'] .place").InnerTextAsync(), await watched.Page.Locator(".only-note").InnerTextAsync());
        Assert.True(await watched.Page.Locator(".only-note").EvaluateAsync<bool>("note => { const box = note.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"));

        await watched.Page.Locator("[data-only=all]").ClickAsync();

        Assert.Equal(0, await watched.Page.Locator(".only-note").CountAsync());
        Assert.True(await watched.Page.Locator("#counties tbody tr").CountAsync() > 40);
    }

    [Fact]
    public async Task Counties_SearchedAndFilteredByColour_AreThose()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);

        await watched.Page.Locator("#counties input").FillAsync("苏州");
        int inTown = await watched.Page.Locator("#counties tbody tr").CountAsync();
        await watched.Page.Locator("#counties select").SelectOptionAsync("red");

        Assert.Equal(9, inTown);
        Assert.InRange(await watched.Page.Locator("#counties tbody tr").CountAsync(), 1, 8);
        Assert.Equal(0, await watched.Page.Locator("#counties tbody .badge:not(.red)").CountAsync());
    }

    [Fact]
    public async Task Findings_OfAnIndicator_AreShownAlone()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);
        Assert.Equal(20, await watched.Page.Locator("#findings article:visible").CountAsync());

        await watched.Page.Locator("[data-indicator=I01]").ClickAsync();

        Assert.All(await watched.Page.Locator("#findings article h3 .id").AllInnerTextsAsync(), id => Assert.Equal("I01", id));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Page_OnAPhone_NeedsNoSidewaysScrolling(string language)
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 375);
        await watched.Page.Locator($"[data-language={language}]").ClickAsync();
        await watched.Page.EvaluateAsync("document.querySelectorAll('details').forEach(item => { item.open = true; })");

        Assert.True(await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 375);
        Assert.Equal(0, await watched.Page.EvaluateAsync<int>("[...document.querySelectorAll('nav a, .stacked, .narrow')].filter(item => item.getBoundingClientRect().right > 376).length"));
    }

    [Fact]
    public async Task Markup_InValues_IsInert()
    {
        const string Attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        SampleResult sample = new() { PerIndicator = 1 };
        sample.Add(new SampleFinding(
            "feed000000000001", "I04", "W", 99, true, [Attack], SampleFinding.Because("checksum", 99, ("registration", Attack, "name", Attack)), Attack, Attack, "check_papers"));
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path, masked: false, sample), 1440);

        Assert.Contains(Attack, await watched.Page.Locator("#findings").InnerTextAsync());
        Assert.Equal(0, await watched.Page.Locator("img").CountAsync());
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Keyboard_Alone_SortsAndOpens()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleReport.Write(_folder.Path), 1440);

        await watched.Page.Locator("#counties [data-sort=name]").FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("name", await watched.Page.EvaluateAsync<string>("document.activeElement.dataset.sort"));
        await watched.Page.Locator("#indicators summary").First.FocusAsync();
        await watched.Page.Keyboard.PressAsync("Enter");

        Assert.True(await watched.Page.Locator("#indicators details").First.EvaluateAsync<bool>("item => item.open"));
    }

    private static async Task<long[]> LivingAsync(IPage page) =>
        [.. (await page.Locator("#counties tbody tr td:nth-child(6)").AllInnerTextsAsync()).Select(text => long.Parse(text.Replace(",", "")))];
}
