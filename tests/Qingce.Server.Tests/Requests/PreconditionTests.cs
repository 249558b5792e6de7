namespace Qingce.Server.Tests.Requests;

/// <summary>What a request says in its method, path and preconditions.</summary>
public sealed class PreconditionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Change_OnAnyVersion_IsRefused()
    {
        await server.DeliverAsync("register", Header + "P1,HP,02,端木华,1,1980-05-06,,320505001001\n");
        object body = new { kind = "alteration", validFrom = "2025-05-06", reason = "declared", evidence = new[] { new { note = "seen" } }, fields = new { employer = "苏州第一中学" } };

        JsonElement problem = await server.ActAsync("/api/v1/registrations/P1/changes", body, HttpStatusCode.BadRequest, ("If-Match", "*"));

        Assert.Equal("version-invalid", problem.GetProperty("code").GetString());
        await server.GetAsync("/api/v1/registrations/P1", HttpStatusCode.NotModified, ("If-None-Match", "*"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/docs")]
    [InlineData("/problems")]
    public async Task Head_IsAnsweredAsGet(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, path);
        using HttpResponseMessage answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("changes/7", "changeId", "an id such as")]
    [InlineData("verifications/x", "verificationId", "an id such as")]
    [InlineData("deliveries/first/receipt", "deliveryId", "a whole number")]
    public async Task Path_WithAnIdThatIsNone_IsRefusedByName(string path, string place, string said)
    {
        JsonElement problem = await server.GetAsync($"/api/v1/{path}", HttpStatusCode.BadRequest);

        JsonElement fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(place, fault.GetProperty("place").GetString());
        Assert.Contains(said, fault.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_WithASlash_IsFoundByItsPath()
    {
        await server.DeliverAsync("register", Header + "P/2,H/P,02,端木华,1,1980-05-06,,320505001001\n");

        Assert.Equal("P/2", (await server.GetAsync("/api/v1/registrations/P%2F2")).GetProperty("registrationId").GetString());
        await server.GetAsync("/api/v1/registrations/P%2f2/history");
        await server.GetAsync("/api/v1/households/H%2FP");
        await server.ActAsync(
            "/api/v1/registrations/P%2F2/changes",
            new { kind = "alteration", validFrom = "2025-05-06", reason = "declared", evidence = new[] { new { note = "seen" } }, fields = new { employer = "苏州第一中学" } },
            HttpStatusCode.Created, ("If-Match", "\"1\""));
    }

    [Fact]
    public async Task Grounds_OfAChange_ShowNoWholeNumber()
    {
        await server.DeliverAsync("register", Header + "P3,HP3,02,端木华,1,1949-12-31,11010519491231002X,320505001001\n");
        object body = new
        {
            kind = "alteration",
            validFrom = "2025-05-06",
            reason = "card 11010519491231002X, phone 13987650123",
            evidence = new[] { new { kind = "identity_card", number = "11010519491231002X", note = "old 110105491231002" } },
            fields = new { employer = "苏州第一中学" },
        };
        string made = (await server.ActAsync("/api/v1/registrations/P3/changes", body, HttpStatusCode.Created, ("If-Match", "\"1\""))).GetRawText();
        string id = JsonDocument.Parse(made).RootElement.GetProperty("change").GetProperty("changeId").GetString()!;

        foreach (string path in (string[])["registrations/P3/history", "changes?registrationId=P3", $"changes/{id}"])
        {
            string shown = (await server.GetAsync($"/api/v1/{path}")).GetRawText();
            Assert.DoesNotContain("1949123", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("9876", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("110105491231002", shown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("1949123", made, StringComparison.Ordinal);
        string revealed = (await server.GetAsync(
            "/api/v1/registrations/P3/history?reveal=true", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "visit"))).GetRawText();
        Assert.Contains("card 11010519491231002X, phone 13987650123", revealed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_OfAList_IsNamedWithTheList()
    {
        JsonElement problem = await server.ActAsync("/api/v1/decisions", new { oneId = "R1", otherId = "R2", reason = "x", verdict = "maybe" }, HttpStatusCode.BadRequest);

        Assert.Contains("TakenBack", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
