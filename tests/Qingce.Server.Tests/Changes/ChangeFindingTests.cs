namespace Qingce.Server.Tests.Changes;

/// <summary>What an accepted change leads to is found in its answer, and as a verification finds it.</summary>
public abstract class ChangeFindingTests(RunningServer server) : IAsyncLifetime
{
    private const string Town = """
        registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division,address,registered_on
        A1,HA,family,02,诸葛瑾,1,1971-03-04,,320505001001,苏州市虎丘区狮山路77号3幢501室,1990-01-01
        B1,HB,family,02,司徒南,1,2008-05-06,,320505001002,苏州市虎丘区塔园路9号,2009-01-01
        C1,HC,family,02,公孙策,1,1980-05-06,,320505001002,苏州市虎丘区塔园路19号,2009-01-01
        E1,HE,family,02,尉迟恭,1,1950-05-06,320505195005060018,320505001003,苏州市虎丘区玉山路8号,2000-01-01
        E2,HE,family,20,尉迟宝,1,1980-05-06,320505198005060011,320505001003,苏州市虎丘区玉山路8号,2000-01-01
        F1,HF,family,02,宇文化,1,1951-05-06,320505195105060015,320505001003,苏州市虎丘区玉山路28号,2000-01-01
        F2,HF,family,10,独孤兰,2,1953-05-06,320505195305060028,320505001003,苏州市虎丘区玉山路28号,2000-01-01
        G1,HG1,family,02,钟离春,2,1961-05-06,,320505001004,苏州市虎丘区金山路5号,2026-01-01
        G2,HG2,family,02,钟离夏,2,1962-05-06,,320505001004,苏州市虎丘区金山路5号,2026-01-01
        G3,HG3,family,02,钟离秋,2,1963-05-06,,320505001004,虎丘区金山路5号,2026-01-01
        G4,HG4,family,02,钟离冬,2,1964-05-06,,320505001004,苏州市虎丘区金山路5号,2026-01-01
        G5,HG5,family,02,端木赐,1,1965-05-06,,320505001004,苏州市虎丘区金山路15号,2026-01-01

        """;

    private const string Seen = "source_record_id,event_kind,event_date,citizen_number,name,division,status,recorded_at\n"
        + "HR-1,contact,2026-06-01,320505198005060011,尉迟宝,320505001003,active,2026-06-02\n"
        + "HR-2,contact,2026-06-01,320505195105060015,宇文化,320505001003,active,2026-06-02\n";

    private const string Past = "registration_id,changed_on,field,old_value,new_value,reason\nC1,2023-05-04,name,公孙则,公孙策,declared\n";

    private static readonly object[] Paper = [new { note = "shown at the counter" }];

    public async ValueTask InitializeAsync()
    {
        await server.DeliverAsync("register", Town);
        await server.DeliverAsync("changes", Past);
        await server.DeliverAsync("12", Seen);
        await server.DeliverAsync("coverage", "category,division,from,to\n12,320505,2015-01-01,\n16,320505,2015-01-01,\n");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Name_ChangedTooOften_IsFoundWithTheChangeThatIsTooMuch()
    {
        Assert.Empty((await AlterAsync("A1", "2025-02-10", new { name = "诸葛恪" })).GetProperty("findings").EnumerateArray());
        string second = Assert.Single((await AlterAsync("A1", "2025-08-10", new { name = "诸葛均" })).GetProperty("findings").EnumerateArray()).GetString()!;

        JsonElement found = await FindingAsync(second);
        Assert.Equal(("I02", "[\"A1\"]"), (found.GetProperty("finding").GetProperty("indicator").GetString(), found.GetProperty("finding").GetProperty("registrationIds").ToString()));
        Assert.Contains("2 times within 60 months", found.GetProperty("text").GetString());

        // Said of it again and recorded once; and one change beside a delivered past one is two as well.
        Assert.Equal(second, Assert.Single((await AlterAsync("A1", "2025-09-10", new { employer = "苏州第一中学" })).GetProperty("findings").EnumerateArray()).GetString());
        string other = Assert.Single((await AlterAsync("C1", "2025-03-10", new { name = "公孙度" })).GetProperty("findings").EnumerateArray()).GetString()!;
        await SameAsVerifiedAsync(2, second, other);
    }

    [Fact]
    public async Task BirthDate_MovedAcrossAnAge_IsFoundAtOnce()
    {
        string found = Assert.Single((await AlterAsync("B1", "2025-02-10", new { birth_date = "2006-05-06" })).GetProperty("findings").EnumerateArray()).GetString()!;

        Assert.Contains("moved the age across 18", (await FindingAsync(found)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Household_OfWhichTheOneWhoIsSeenLeaves_HangsEmpty()
    {
        JsonElement left = await ChangeAsync(
            "E2", new { kind = "move_out", validFrom = "2026-07-01", to = "110105", reason = "declared", evidence = Paper, confirmedBy = "officer-2" });

        string found = Assert.Single(left.GetProperty("findings").EnumerateArray()).GetString()!;
        JsonElement finding = await FindingAsync(found);
        Assert.Equal(("I08", "[\"E1\"]"), (finding.GetProperty("finding").GetProperty("indicator").GetString(), finding.GetProperty("finding").GetProperty("registrationIds").ToString()));
        await SameAsVerifiedAsync(8, found);
    }

    [Fact]
    public async Task Household_OfWhichTheOneWhoIsSeenDies_HangsEmptyByTheEvent()
    {
        const string death = """
            {"specversion":"1.0","id":"e-1","source":"/health/3205","type":"qingce.death","time":"2026-07-02T09:30:00+08:00",
             "data":{"source_record_id":"DC-E1","event_kind":"died","event_date":"2026-07-01","citizen_number":"320505195105060015","name":"宇文化","division":"320505",
              "document_kind":"death_certificate","document_number":"D-E1","issuing_authority":"苏州市立医院","issued_on":"2026-07-02","recorded_at":"2026-07-02"}}
            """;
        using StringContent content = new(death, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        JsonElement outcome = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement[0];

        Assert.True(outcome.TryGetProperty("changeId", out _), outcome.GetRawText());
        JsonElement found = (await server.GetAsync("/api/v1/findings?indicator=8&registrationId=F2")).GetProperty("items");
        string id = Assert.Single(found.EnumerateArray()).GetProperty("findingId").GetString()!;
        Assert.Contains(outcome.GetProperty("findings").EnumerateArray(), one => one.GetString() == id);
    }

    [Fact]
    public async Task Door_ThatOneHouseholdTooManyComesTo_IsFoundOfThatHousehold()
    {
        JsonElement moved = await ChangeAsync(
            "G5", new { kind = "alteration", validFrom = "2026-07-01", reason = "declared", evidence = Paper, fields = new { address = "苏州市虎丘区金山路5号" } });

        string found = Assert.Single(moved.GetProperty("findings").EnumerateArray()).GetString()!;
        Assert.StartsWith("5 family households are registered at one address", (await FindingAsync(found)).GetProperty("text").GetString());
        await SameAsVerifiedAsync(8, found);
    }

    private async Task<JsonElement> ChangeAsync(string id, object change)
    {
        int version = (await server.GetAsync($"/api/v1/registrations/{id}")).GetProperty("version").GetInt32();
        return await server.ActAsync($"/api/v1/registrations/{id}/changes", change, HttpStatusCode.Created, ("If-Match", $"\"{version}\""));
    }

    private Task<JsonElement> AlterAsync(string id, string day, object fields) =>
        ChangeAsync(id, new { kind = "alteration", validFrom = day, reason = "declared", evidence = Paper, fields });

    private Task<JsonElement> FindingAsync(string id) =>
        server.GetAsync($"/api/v1/findings/{id}?reveal=true", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "visit"), ("Accept-Language", "en"));

    private async Task SameAsVerifiedAsync(int indicator, params string[] findings)
    {
        await server.ActAsync("/api/v1/verifications", new { asOf = "2026-11-30" }, HttpStatusCode.Accepted);
        JsonElement latest;
        while ((latest = (await server.GetAsync("/api/v1/verifications"))[0]).GetProperty("state").GetString() is not "finished")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        string verification = latest.GetProperty("verificationId").GetString()!;
        JsonElement batch = await server.GetAsync($"/api/v1/findings?indicator={indicator}&verificationId={verification}");
        HashSet<string> ids = [.. batch.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("findingId").GetString()!)];
        Assert.Superset(findings.ToHashSet(), ids);
    }
}

public sealed class ChangeFindingTestsOnSqlite(RunningServer server) : ChangeFindingTests(server), IClassFixture<RunningServer>;

public sealed class ChangeFindingTestsOnPostgres(RunningServerOnPostgres server) : ChangeFindingTests(server), IClassFixture<RunningServerOnPostgres>;
