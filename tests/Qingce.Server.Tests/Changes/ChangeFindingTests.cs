namespace Qingce.Server.Tests.Changes;

/// <summary>What an accepted change leads to is found in its answer, and as a verification finds it.</summary>
public abstract class ChangeFindingTests(RunningServer server) : IAsyncLifetime
{
    private const string Town = """
        registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division,address,registered_on
        A1,HA,family,02,诸葛瑾,1,1971-03-04,,320505001001,苏州市虎丘区狮山路77号3幢501室,1990-01-01
        B1,HB,family,02,司徒南,1,2008-05-06,,320505001002,苏州市虎丘区塔园路9号,2009-01-01
        C1,HC,family,02,公孙策,1,1980-05-06,,320505001002,苏州市虎丘区塔园路19号,2009-01-01

        """;

    private const string Past = "registration_id,changed_on,field,old_value,new_value,reason\nC1,2023-05-04,name,公孙则,公孙策,declared\n";

    private static readonly object[] Paper = [new { note = "shown at the counter" }];

    public async ValueTask InitializeAsync()
    {
        await server.DeliverAsync("register", Town);
        await server.DeliverAsync("changes", Past);
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

    private async Task<JsonElement> AlterAsync(string id, string day, object fields)
    {
        int version = (await server.GetAsync($"/api/v1/registrations/{id}")).GetProperty("version").GetInt32();
        return await server.ActAsync(
            $"/api/v1/registrations/{id}/changes", new { kind = "alteration", validFrom = day, reason = "declared", evidence = Paper, fields },
            HttpStatusCode.Created, ("If-Match", $"\"{version}\""));
    }

    private Task<JsonElement> FindingAsync(string id) =>
        server.GetAsync($"/api/v1/findings/{id}?reveal=true", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "visit"), ("Accept-Language", "en"));

    private async Task SameAsVerifiedAsync(int indicator, params string[] findings)
    {
        await server.ActAsync("/api/v1/verifications", new { asOf = "2026-03-31" }, HttpStatusCode.Accepted);
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
