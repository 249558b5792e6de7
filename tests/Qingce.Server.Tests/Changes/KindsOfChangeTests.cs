namespace Qingce.Server.Tests.Changes;

/// <summary>Every kind of change over HTTP, each on a registration of its own: what the register says afterwards, and that it is in the history.</summary>
public sealed class KindsOfChangeTests(RunningServer server) : IClassFixture<RunningServer>, IAsyncLifetime
{
    private const string Town = """
        registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,registered_on
        A1,HA,02,王建国,1,1950-12-31,,320505001001,苏州市虎丘区狮山路77号3幢501室,20,1990-01-01
        A2,HA,10,李秀英,2,1952-03-04,,320505001001,苏州市虎丘区狮山路77号3幢501室,20,1990-01-01
        B1,HB,02,王强,1,1980-05-06,,320505001002,苏州市虎丘区塔园路9号,10,1990-01-01
        C1,HC,02,赵敏,2,1982-05-06,,320505001003,苏州市虎丘区玉山路8号,10,2001-01-01
        D1,HD,02,陈刚,1,1975-01-20,,320505001004,苏州市虎丘区玉山路18号,20,2001-01-01
        D2,HD,10,周红,2,1976-02-20,,320505001004,苏州市虎丘区玉山路18号,20,2001-01-01
        D3,HD,20,陈小刚,1,2012-02-20,,320505001004,苏州市虎丘区玉山路18号,10,2012-03-01
        E1,HE,02,吴一,1,1990-01-20,,320505001005,苏州市虎丘区玉山路28号,10,2001-01-01
        F1,HF,02,郑二,1,1991-01-20,,320505001006,苏州市虎丘区玉山路38号,10,2001-01-01
        F2,HF,70,郑三,1,1993-01-20,,320505001006,苏州市虎丘区玉山路38号,10,2001-01-01
        G1,HG,02,孙七,1,1960-01-20,,320505001007,苏州市虎丘区玉山路48号,10,2001-01-01
        G2,HG,20,孙八,1,1992-01-20,,320505001007,苏州市虎丘区玉山路48号,10,2001-01-01
        """;

    private static readonly object[] Paper = [new { note = "shown at the counter" }];

    public async ValueTask InitializeAsync() => await server.DeliverAsync("register", Town);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Death_EndsTheRegistration_AndTheSpouseIsWidowed()
    {
        await OfAsync("A1", new { kind = "death", validFrom = "2024-01-02", spouseId = "A2", evidence = Paper, confirmedBy = "officer-2", newRelations = new[] { new { registrationId = "A2", relation = "02" } } });

        Assert.False((await server.GetAsync("/api/v1/registrations/A1")).GetProperty("isLiving").GetBoolean());
        Assert.Equal("30", await FieldAsync("A2", "marital_status"));
        Assert.Equal("02", await FieldAsync("A2", "relation"));
    }

    [Fact]
    public async Task Marriage_ThenDivorce_ChangesBoth()
    {
        await OfAsync("B1", new { kind = "marriage", validFrom = "2024-02-02", spouseId = "C1", place = "320505", evidence = Paper });
        Assert.Equal(("21", "21"), (await FieldAsync("B1", "marital_status"), await FieldAsync("C1", "marital_status")));

        await OfAsync("B1", new { kind = "divorce", validFrom = "2024-08-02", spouseId = "C1", evidence = Paper });
        Assert.Equal(("40", "40"), (await FieldAsync("B1", "marital_status"), await FieldAsync("C1", "marital_status")));
        Assert.Equal(2, (await server.GetAsync("/api/v1/registrations/C1/history")).GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task Adoption_BringsTheChildIntoTheHousehold()
    {
        await OfAsync("D3", new { kind = "adoption", validFrom = "2024-03-01", householdId = "HF", relation = "27", newName = "吴小刚", evidence = Paper });

        Assert.Equal(("HF", "27", "吴小刚"), (await FieldAsync("D3", "household_id"), await FieldAsync("D3", "relation"), await FieldAsync("D3", "name")));
    }

    [Fact]
    public async Task MoveOut_ThenMoveIn_LivesAgainElsewhere()
    {
        await OfAsync("F2", new { kind = "move_out", validFrom = "2024-03-01", to = "110105", evidence = Paper, confirmedBy = "officer-2" });
        Assert.False((await server.GetAsync("/api/v1/registrations/F2")).GetProperty("isLiving").GetBoolean());

        await OfAsync("F2", new { kind = "move_in", validFrom = "2024-09-01", householdId = "HE", relation = "97", @for = "joined_relatives", from = "110105", evidence = Paper });
        Assert.Equal("HE", await FieldAsync("F2", "household_id"));
        Assert.True((await server.GetAsync("/api/v1/registrations/F2")).GetProperty("isLiving").GetBoolean());
    }

    [Fact]
    public async Task Correction_HoldsFromTheDayItWasWrong()
    {
        await OfAsync("D2", new { kind = "correction", validFrom = "2001-01-01", reason = "misread", evidence = Paper, fields = new { ethnicity = "满族" } });

        JsonElement then = await server.GetAsync("/api/v1/registrations/D2/state?validAt=2005-01-01");
        Assert.Equal("11", then.GetProperty("fields").GetProperty("ethnicity").GetString());
    }

    [Fact]
    public async Task Cancellation_ThenRestoration_NeedsASecondPerson()
    {
        object cancel = new { kind = "cancellation", validFrom = "2024-03-01", @for = "other", reason = "asked for", evidence = Paper };
        JsonElement problem = await server.ActAsync(
            "/api/v1/registrations/E1/changes", cancel, HttpStatusCode.Conflict, ("If-Match", await TagAsync("E1")), ("Accept-Language", "zh-CN"));
        Assert.Equal("second-person-needed", problem.GetProperty("errors")[0].GetProperty("rule").GetString());
        Assert.Matches("[一-龥]", problem.GetProperty("title").GetString());

        await OfAsync("E1", new { kind = "cancellation", validFrom = "2024-03-01", @for = "other", reason = "asked for", evidence = Paper, confirmedBy = "officer-2" });
        Assert.False((await server.GetAsync("/api/v1/registrations/E1")).GetProperty("isLiving").GetBoolean());
        await OfAsync("E1", new { kind = "restoration", validFrom = "2024-04-01", reason = "wrongly cancelled", evidence = Paper, confirmedBy = "officer-2" });
        Assert.True((await server.GetAsync("/api/v1/registrations/E1")).GetProperty("isLiving").GetBoolean());
    }

    [Fact]
    public async Task Birth_Arrival_Split_AndJoin_ChangeHouseholds()
    {
        await RecordAsync(new
        {
            kind = "birth",
            validFrom = "2024-05-01",
            evidence = Paper,
            fields = new { registration_id = "N1", household_id = "HG", relation = "40", name = "孙九", sex = "1", birth_date = "2024-04-01" },
        });
        Assert.Equal("苏州市虎丘区玉山路48号", await FieldAsync("N1", "address", reveal: true));

        await RecordAsync(new
        {
            kind = "move_in",
            validFrom = "2024-05-02",
            @for = "employment",
            from = "110105",
            evidence = Paper,
            fields = new { registration_id = "N2", household_id = "HG", relation = "97", name = "钱十", sex = "2", birth_date = "1995-04-01" },
        });
        await RecordAsync(new
        {
            kind = "household_split",
            validFrom = "2024-06-01",
            evidence = Paper,
            householdId = "HG",
            newHouseholdId = "HG2",
            members = new[] { new { registrationId = "G2", relation = "02" }, new { registrationId = "N1", relation = "20" } },
        });
        JsonElement split = await server.GetAsync("/api/v1/households/HG2");
        Assert.Equal(2, split.GetProperty("members").GetArrayLength());

        // It says where they live as before; of what did not become different the history tells nothing.
        JsonElement change = Assert.Single((await server.GetAsync("/api/v1/registrations/G2/history")).GetProperty("changes").EnumerateArray());
        Assert.Equal(["household_id", "relation"], change.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("field").GetString()));

        JsonElement joined = await RecordAsync(new
        {
            kind = "household_join",
            validFrom = "2024-07-01",
            evidence = Paper,
            householdId = "HG2",
            intoHouseholdId = "HG",
            members = new[] { new { registrationId = "G2", relation = "20" }, new { registrationId = "N1", relation = "40" } },
        });
        Assert.Equal("HG", await FieldAsync("G2", "household_id"));

        // What was joined wrongly is taken back, and both are as they were.
        string id = joined.GetProperty("change").GetProperty("changeId").GetString()!;
        await server.ActAsync($"/api/v1/changes/{id}/undo", new { reason = "the wrong house", evidence = Paper, confirmedBy = "officer-2" }, HttpStatusCode.Created);
        Assert.Equal(("HG2", "02"), (await FieldAsync("G2", "household_id"), await FieldAsync("G2", "relation")));
    }

    [Fact]
    public async Task RollBack_TakesAnIllegalRegistrationAway()
    {
        JsonElement entered = await RecordAsync(new
        {
            kind = "birth",
            validFrom = "2024-05-01",
            evidence = Paper,
            fields = new { registration_id = "X1", household_id = "HC", relation = "20", name = "赵假", sex = "1", birth_date = "2024-04-01" },
        });
        string id = entered.GetProperty("change").GetProperty("changeId").GetString()!;
        object grounds = new { reason = "forged certificate", evidence = Paper, confirmedBy = "officer-2" };

        await server.ActAsync($"/api/v1/changes/{id}/roll-back", grounds, HttpStatusCode.Created);

        Assert.Equal("registration-unknown", (await server.GetAsync("/api/v1/registrations/X1", HttpStatusCode.NotFound)).GetProperty("code").GetString());
        Assert.Equal(2, (await server.GetAsync("/api/v1/registrations/X1/history")).GetProperty("changes").GetArrayLength());
        JsonElement again = await server.ActAsync($"/api/v1/changes/{id}/roll-back", grounds, HttpStatusCode.Conflict);
        Assert.Equal("rule-broken", again.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Kind_ThatThereIsNot_IsAProblem()
    {
        JsonElement problem = await server.ActAsync(
            "/api/v1/registrations/D1/changes", new { kind = "promotion", validFrom = "2024-01-01" }, HttpStatusCode.BadRequest, ("If-Match", "\"1\""));

        Assert.Equal("body-invalid", problem.GetProperty("code").GetString());
    }

    private async Task OfAsync(string registrationId, object body) =>
        await server.ActAsync($"/api/v1/registrations/{registrationId}/changes", body, HttpStatusCode.Created, ("If-Match", await TagAsync(registrationId)));

    private Task<JsonElement> RecordAsync(object body) => server.ActAsync("/api/v1/changes", body, HttpStatusCode.Created);

    private async Task<string> TagAsync(string registrationId) => $"\"{(await server.GetAsync($"/api/v1/registrations/{registrationId}")).GetProperty("version")}\"";

    private async Task<string?> FieldAsync(string registrationId, string field, bool reveal = false) => (await server.GetAsync(
        $"/api/v1/registrations/{registrationId}{(reveal ? "?reveal=true" : "")}", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "test")))
        .GetProperty("fields").GetProperty(field).GetString();
}
