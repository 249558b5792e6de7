namespace Qingce.Server.Tests.Requests;

/// <summary>Texts that no store can take or find anything by are refused with their place, on both stores alike.</summary>
public abstract class RefusedTextTests(RunningServer server)
{
    private const string Death = """{"specversion":"1.0","id":"e-1","source":"/health","type":"qingce.death","data":{"name":"x"}}""";

    [Theory]
    [InlineData("registrations?name=%20", "name")]
    [InlineData("registrations?name=-&division=652927", "name")]
    [InlineData("registrations?name=*", "name")]
    [InlineData("registrations?name=%3F&beginning=true", "name")]
    [InlineData("registrations?name=%25", "name")]
    [InlineData("registrations?name=(", "name")]
    [InlineData("registrations?name='", "name")]
    [InlineData("registrations?name=%C2%B7", "name")]
    [InlineData("registrations?name=%E3%80%80", "name")]
    [InlineData("registrations?name=%00", "name")]
    [InlineData("registrations?householdId=%00", "householdId")]
    [InlineData("findings?registrationId=%00", "registrationId")]
    [InlineData("changes?registrationId=a%00b", "registrationId")]
    public async Task Query_OfNoUse_IsRefusedByName(string path, string place)
    {
        JsonElement problem = await server.GetAsync($"/api/v1/{path}", HttpStatusCode.BadRequest);

        Assert.Equal("parameter-invalid", problem.GetProperty("code").GetString());
        Assert.Equal(place, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("place").GetString());
    }

    [Fact]
    public async Task Cursor_WithAControlCharacter_IsRefused() =>
        Assert.Equal("cursor-invalid", (await server.GetAsync("/api/v1/registrations?name=wang&after=AA", HttpStatusCode.BadRequest)).GetProperty("code").GetString());

    [Theory]
    [InlineData("merges", """{"keptId":"\u0000","otherIds":["R2"],"mergedOn":"2026-02-03"}""", "keptId")]
    [InlineData("merges", """{"keptId":"R1","otherIds":["R2","R\u00003"],"mergedOn":"2026-02-03"}""", "otherIds[1]")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","reason":"a\u0000b","fields":{}}""", "reason")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","confirmedBy":"\u001f","fields":{}}""", "confirmedBy")]
    [InlineData("changes", """{"kind":"\ud800","validFrom":"2026-02-03","fields":{}}""", "kind")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","fields":{"\ud800":"x"}}""", "fields.\uFFFD")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","evidence":[{"number":"1"},{"note":"\udc00"}],"fields":{}}""", "evidence[1].note")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","evidence":[null],"fields":{}}""", "evidence[0]")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","newRelations":[null],"fields":{}}""", "newRelations[0]")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","fields":{"name":null}}""", "fields.name")]
    public async Task Body_OfNoUse_IsRefusedByItsMember(string path, string body, string place)
    {
        JsonElement problem = await server.SendAsync(HttpMethod.Post, $"/api/v1/{path}", body, HttpStatusCode.BadRequest, ("Qingce-Actor", "officer-1"));

        Assert.Equal("body-invalid", problem.GetProperty("code").GetString());
        Assert.Equal(place, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("place").GetString());
    }

    [Theory]
    [InlineData("e-1", "id")]
    [InlineData("/health", "source")]
    [InlineData("qingce.death", "type")]
    [InlineData("1.0", "specversion")]
    [InlineData("x", "data.name")]
    [InlineData("data", "\uFFFD")]
    public async Task Event_WithHalfACharacter_IsRefusedByItsMember(string replaced, string place)
    {
        JsonElement problem = await server.SendAsync(
            HttpMethod.Post, "/api/v1/events", Death.Replace($"\"{replaced}\"", "\"\\ud800\"", StringComparison.Ordinal), HttpStatusCode.BadRequest);

        Assert.Equal("body-invalid", problem.GetProperty("code").GetString());
        Assert.Equal(place, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("place").GetString());
    }

    [Fact]
    public async Task Reason_OfSeveralLines_IsTaken()
    {
        await server.DeliverAsync("register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nL1,HL,02,端木华,1,1980-05-06,,320505001001\n");
        await server.ActAsync(
            "/api/v1/registrations/L1/changes",
            new { kind = "alteration", validFrom = "2025-05-06", reason = "first\n\tsecond", evidence = new[] { new { note = "seen" } }, fields = new { employer = "苏州第一中学" } },
            HttpStatusCode.Created, ("If-Match", "\"1\""));
    }
}

public sealed class RefusedTextTestsOnSqlite(RunningServer server) : RefusedTextTests(server), IClassFixture<RunningServer>;

public sealed class RefusedTextTestsOnPostgres(RunningServerOnPostgres server) : RefusedTextTests(server), IClassFixture<RunningServerOnPostgres>;
