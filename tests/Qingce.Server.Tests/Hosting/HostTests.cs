namespace Qingce.Server.Tests.Hosting;

public sealed class HostTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Health_OfAProcess_IsLive() =>
        Assert.Equal("live", (await server.GetAsync("/health/live")).GetProperty("status").GetString());

    [Fact]
    public async Task Health_OfAServerWithAStore_IsReady() =>
        Assert.Equal("ready", (await server.GetAsync("/health")).GetProperty("status").GetString());

    [Fact]
    public async Task Root_LeadsToThePageOfTheApi()
    {
        using HttpResponseMessage answer = await server.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal("/docs", answer.RequestMessage!.RequestUri!.AbsolutePath.TrimEnd('/'));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OfTheApi_AsksForNothingElsewhere()
    {
        string page = await server.Client.GetStringAsync("/docs/", TestContext.Current.CancellationToken);

        Assert.DoesNotMatch("(src|href)=[\"']?https?:", page);
        Assert.DoesNotContain("cdn.", page);
        string script = System.Text.RegularExpressions.Regex.Match(page, "src=\"([^\"]*scalar[^\"]*js)\"").Groups[1].Value;
        Assert.NotEmpty(script);
        using HttpResponseMessage answer = await server.Client.GetAsync(new Uri(new Uri(server.Client.BaseAddress!, "/docs/"), script), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Metrics_AreReadHere()
    {
        await server.GetAsync("/health/live");

        string text = await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("(?m)^http_server_request_duration_seconds_count\\{.*http_route=\"/health/live\".*\\} [1-9]", text);
        Assert.Matches("(?m)^# TYPE dotnet_gc_collections_total counter$", text);
    }

    [Theory]
    [InlineData("Host", "example.org")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    public async Task Request_OfAForeignPage_IsRefused(string header, string value) =>
        Assert.Equal(
            "host-not-allowed",
            (await server.GetAsync("/health", HttpStatusCode.MisdirectedRequest, (header, value))).GetProperty("code").GetString());
}
