using System.Text;

namespace Qingce.Server.Tests.Requests;

public sealed class QueryCheckTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("registrations/R1/state?valid-at=2020-01-01", "valid-at", "validAt, knownAt, reveal")]
    [InlineData("registrations/R1/state?validAt=foo", "validAt", "a date such as 2026-03-14")]
    [InlineData("registrations/R1/state?validAt=03/04/2020", "validAt", "'03/04/2020'")]
    [InlineData("registrations/R1/state?knownAt=2020-01-01T00:00:00", "knownAt", "an instant with its offset")]
    [InlineData("registrations?name=wang&living=maybe", "living", "'maybe' of living cannot be read; it should be true or false")]
    [InlineData("registrations?birthDate=foo", "birthDate", "1980-05")]
    [InlineData("registrations?division=foo", "division", "2 to 12 digits")]
    [InlineData("registrations?name=wang&name=li", "name", "more than once")]
    [InlineData("households/H1?validAt=2020-13-01", "validAt", "a date")]
    [InlineData("deliveries?fileName=x", "fileName", "takes after, limit")]
    [InlineData("deliveries?limit=many", "limit", "1 to 200")]
    [InlineData("deliveries/1/receipt?reveal=true", "reveal", "takes none")]
    [InlineData("findings?indicator=I99", "indicator", "one of I01 to I12")]
    [InlineData("findings?verificationId=7", "verificationId", "an id such as")]
    [InlineData("proposals?kind=nope", "kind", "one of merge, birth,")]
    [InlineData("proposals?open=true", "open", "decided, registrationId, kind")]
    public async Task Query_ThatWouldBeMisunderstood_IsRefusedByName(string path, string place, string said)
    {
        JsonElement problem = await server.GetAsync($"/api/v1/{path}", HttpStatusCode.BadRequest);

        Assert.Equal("parameter-invalid", problem.GetProperty("code").GetString());
        JsonElement fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(place, fault.GetProperty("place").GetString());
        Assert.Contains(said, fault.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_WithSeveralFaults_HasAllOfThemNamed()
    {
        JsonElement problem = await server.SendAsync(HttpMethod.Post, "/api/v1/deliveries?day=x&kind=register", "{}", HttpStatusCode.BadRequest, ("Qingce-Actor", "officer-1"));

        Assert.Equal(["day", "kind", "category"], problem.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("place").GetString()));
    }

    [Theory]
    [InlineData("registrations?name=wang&birthDate=1980-05")]
    [InlineData("registrations?division=320505&Living=true&limit=5")]
    [InlineData("findings?indicator=I09")]
    [InlineData("findings?indicator=9&after=")]
    [InlineData("changes?provisional=true")]
    [InlineData("proposals?kind=move_out")]
    public async Task Query_ThatIsUnderstood_IsAnswered(string path) => await server.GetAsync($"/api/v1/{path}");

    [Fact]
    public async Task Parameters_OfTheDescription_AreTaken()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        StringBuilder refused = new();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/v1", StringComparison.Ordinal)))
        {
            if (path.Value.TryGetProperty("get", out JsonElement get) && get.TryGetProperty("parameters", out JsonElement parameters))
            {
                foreach (string name in parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!))
                {
                    string place = path.Name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
                    string body = await (await server.Client.GetAsync($"{place}?{name}=x", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    refused.Append(body.Contains("There is no parameter", StringComparison.Ordinal) ? $"{path.Name} {name}; " : "");
                }
            }
        }

        Assert.Equal("", refused.ToString());
    }
}
