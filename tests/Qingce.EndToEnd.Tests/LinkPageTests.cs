using Microsoft.Playwright;
using Qingce.Cli.Tests.Samples;

namespace Qingce.EndToEnd.Tests;

public sealed class LinkPageTests : IClassFixture<Browser>, IDisposable
{
    private readonly Browser _browser;
    private readonly LinkSample _sample = new();

    public LinkPageTests(Browser browser) => _browser = browser;

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task Report_FromAFile_AsksNothingOfTheNetworkAndComplainsOfNothing()
    {
        string file = SampleLinkReport.Write(_sample);
        await using WatchedPage watched = await _browser.OpenAsync(file, 1440);

        Assert.Equal(10, await watched.Page.Locator("main > section").CountAsync());
        Assert.Equal([new Uri(file).AbsoluteUri], watched.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Language_Switched_ChangesEveryHeading()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);
        string[] chinese = [.. await watched.Page.Locator("h2").AllInnerTextsAsync()];

        await watched.Page.Locator("[data-language=en]").ClickAsync();

        string[] english = [.. await watched.Page.Locator("h2").AllInnerTextsAsync()];
        Assert.Equal(chinese.Length, english.Length);
        Assert.Contains("总览", chinese);
        Assert.All(english, heading => Assert.DoesNotContain(heading, c => c > 0x2E80));
        Assert.DoesNotContain(await watched.Page.Locator("main").InnerTextAsync(), c => c is > '\u4E00' and < '\u9FFF');
    }

    [Fact]
    public async Task Patterns_Paged_ShowEachOnceAndStayWithinTheBounds()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);
        ILocator next = watched.Page.Locator("#patterns [data-pager=patternPage][data-to=next]").First;
        List<string> seen = [];
        for (bool more = true; more;)
        {
            seen.AddRange(await watched.Page.Locator("#patterns .levels").AllInnerTextsAsync());
            more = await next.IsEnabledAsync();
            if (more)
            {
                await next.ClickAsync();
            }
        }

        await watched.Page.Locator("[data-bound=from]").FillAsync("10");

        Assert.True(seen.Count > 3, $"{seen.Count} patterns");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(await watched.Page.Locator("#patterns h3 b").AllInnerTextsAsync(), text => Assert.True(double.Parse(text.Split('+')[^1].Split(' ')[0]) >= 10));
    }

    [Fact]
    public async Task Patterns_FromTheWeightOfTheStrongestLink_AreFoundAndCallThemselvesLinks()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);
        await watched.Page.Locator("[data-choice=order]").SelectOptionAsync("heavy");
        string heaviest = (await watched.Page.Locator("#patterns h3 b").First.InnerTextAsync()).Split('+')[^1].Split(' ')[0];

        await watched.Page.Locator("[data-bound=from]").FillAsync((double.Parse(heaviest) - 0.2).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(await watched.Page.Locator("#patterns .pattern-card").CountAsync() >= 1);
        Assert.Equal(1, await watched.Page.Locator("#patterns .pattern-card .tag.yes").First.CountAsync());
    }

    [Fact]
    public async Task Waterfall_OfAnExample_HasABarForEachStepAndTheTotal()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);

        Assert.True(await watched.Page.Locator("#patterns .waterfall svg rect").CountAsync() >= 8);
        Assert.True(await watched.Page.Locator("#clusters svg circle").CountAsync() >= 2);
        Assert.True(await watched.Page.Locator("#clusters svg .weakest").CountAsync() >= 1);
    }

    [Fact]
    public async Task Clusters_SoughtById_AreThoseOfTheId()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);
        string id = await watched.Page.Locator("#clusters .members .mono").Last.InnerTextAsync();

        await watched.Page.Locator("[data-search=cluster]").FillAsync(id);

        Assert.True(await watched.Page.Locator("#clusters .cluster-card").CountAsync() >= 1);
        Assert.All(await watched.Page.Locator("#clusters .cluster-card").AllInnerTextsAsync(), text => Assert.Contains(id, text));
    }

    [Fact]
    public async Task Clusters_WeightsOnLinks_DoNotLieOnEachOther()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);

        Assert.Equal(0, await watched.Page.EvaluateAsync<int>("""
            [...document.querySelectorAll('.cluster-card svg')].reduce((count, picture) => {
              const boxes = [...picture.querySelectorAll('.plate')].map(item => item.getBoundingClientRect());
              return count + boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
            }, 0)
            """));
    }

    [Fact]
    public async Task Threshold_Moved_TellsWhatItBrings()
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 1440);
        string before = await watched.Page.Locator("#threshold output").InnerTextAsync();

        await watched.Page.Locator("#threshold input[type=range]").FillAsync("6");

        string after = await watched.Page.Locator("#threshold output").InnerTextAsync();
        Assert.Contains("+6.0", after);
        Assert.NotEqual(before, after);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Page_OnAPhone_NeedsNoSidewaysScrolling(string language)
    {
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample), 375);
        await watched.Page.Locator($"[data-language={language}]").ClickAsync();

        Assert.True(await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 375);
        Assert.Equal(0, await watched.Page.EvaluateAsync<int>("[...document.querySelectorAll('nav a, .stacked, .narrow')].filter(item => item.getBoundingClientRect().right > 376).length"));
    }

    [Fact]
    public async Task Markup_InValues_IsInert()
    {
        const string Attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        await using WatchedPage watched = await _browser.OpenAsync(SampleLinkReport.Write(_sample, masked: false, Attack), 1440);

        Assert.Contains("<img src=x onerror=alert(2)>", await watched.Page.Locator("main").InnerTextAsync());
        Assert.Equal(0, await watched.Page.Locator("img").CountAsync());
        Assert.Empty(watched.Complaints);
    }
}
