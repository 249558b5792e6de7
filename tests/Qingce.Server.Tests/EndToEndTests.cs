using System.Text.RegularExpressions;
using Qingce.Testing;

namespace Qingce.Server.Tests;

/// <summary>The real program on both stores: a register uploaded, a change, a merge, its undo, a past state, an event, and logs that name nobody.</summary>
public sealed class EndToEndTests
{
    private const string Register = """
        registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,phone,registered_on,card_issued_on
        R1,H1,02,王建国,1,1949-12-31,11010519491231002X,320505001001,苏州市虎丘区狮山路77号3幢501室,20,13812340001,1990-01-01,2006-01-01
        R2,H1,10,李秀英,2,1952-03-04,,320505001001,苏州市虎丘区狮山路77号3幢501室,20,13812340002,1990-01-01,2006-01-01
        R3,H2,02,王芳,2,1980-05-06,,320505001002,苏州市虎丘区塔园路9号,10,13812340003,1990-01-01,2006-01-01
        R4,H3,02,王芳,2,1980-05-06,,320505001003,苏州市虎丘区玉山路8号,10,13812340003,2001-01-01,
        """;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Register_OverHttp_IsTakenChangedMergedAndShownAsItWas(StoreKind kind)
    {
        using TemporaryFolder folder = new();
        string? database = kind == StoreKind.Sqlite ? null : await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        string[] arguments = database is null ? ["--data", folder["data"]] : ["--data", folder["data"], "--database", database];
        string written;
        await using (ServerProcess server = await ServerProcess.StartAsync(arguments))
        {
            await DeliverAsync(server);
            await ChangeAsync(server);
            await MergeAsync(server);
            await TakeEventAsync(server);
            Assert.Equal(0, await server.StopAsync());
            written = server.Written;
        }

        await using (ServerProcess again = await ServerProcess.StartAsync(arguments))
        {
            Assert.Equal("ready", (await again.GetAsync("/health")).GetProperty("status").GetString());
            Assert.Equal(2, (await again.GetAsync("/api/v1/registrations/R2")).GetProperty("version").GetInt32());
            written += again.Written;
        }

        string[] planted = ["王建国", "李秀英", "王芳", "11010519491231002X", "13812340001", "狮山路", "R1", "officer-1", "D-77"];
        Assert.DoesNotContain(planted, value => written.Contains(value, StringComparison.Ordinal));
        Assert.Contains("/api/v1/registrations/{registrationId}/changes", written);
    }

    [Fact]
    public async Task Questions_OfRequestsAndEvents_AreAnsweredThroughIndexes()
    {
        using TemporaryFolder folder = new();

        // Where scans cost beyond measure, one is planned only for want of an index, however small the table.
        await using PostgresServer postgres = await PostgresServer.StartAsync(
            isDurable: false, "session_preload_libraries=auto_explain", "auto_explain.log_min_duration=0", "log_min_messages=log", "enable_seqscan=off",
            "plan_cache_mode=force_generic_plan");
        await using (ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"], "--database", await postgres.NewDatabaseAsync()))
        {
            await DeliverAsync(server);
            await ChangeAsync(server);
            await MergeAsync(server);
            await TakeEventAsync(server);
            await TakeBirthAsync(server);
            await SettleAsync(server);
            Assert.Equal(0, await server.StopAsync());
        }

        string[] plans = (await postgres.ReadLogAsync(TestContext.Current.CancellationToken)).Split("Query Text: ");
        Assert.Contains(plans, plan => plan.Contains("on source_records", StringComparison.Ordinal));
        string[] scans =
        [
            .. plans.Where(plan => Regex.IsMatch(plan, @"Seq Scan on (registrations\w*|source_records\w*|events|changes|change_effects|change_papers|past_changes|person_decisions|findings)\b")

                // The live index counts the living and reads all anew where it lacks a position, and a filling asks whether the register is empty.
                && !plan.Contains("WHERE r.cancelled_on IS NULL AND r.cancelled_for IS NULL\n\t", StringComparison.Ordinal)
                && !plan.Contains("FROM registrations AS r\n\t", StringComparison.Ordinal)
                && !plan.StartsWith("SELECT EXISTS", StringComparison.Ordinal)),
        ];
        Assert.True(scans.Length == 0, string.Join('\n', scans));
    }

    private static async Task DeliverAsync(ServerProcess server)
    {
        byte[] file = System.Text.Encoding.UTF8.GetBytes(Register);
        JsonElement receipt = await server.DeliverAsync("register", file, "register.csv");
        Assert.Equal((4, 4, 0), (receipt.GetProperty("read").GetInt64(), receipt.GetProperty("taken").GetInt64(), receipt.GetProperty("rejected").GetInt64()));

        JsonElement again = await server.DeliverAsync("register", file, "register.csv");
        Assert.Equal(receipt.GetProperty("deliveryId").GetInt64(), again.GetProperty("deliveryId").GetInt64());

        JsonElement found = await server.GetAsync("/api/v1/registrations?number=11010519491231002X");
        JsonElement person = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal("R1", person.GetProperty("registrationId").GetString());
        Assert.Equal("110105************", person.GetProperty("fields").GetProperty("citizen_number").GetString());
        Assert.Equal(2, (await server.GetAsync($"/api/v1/registrations?name={Uri.EscapeDataString("王芳")}")).GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await server.GetAsync("/api/v1/registrations?name=wangfang")).GetProperty("items").GetArrayLength());

        await server.SendAsync(HttpMethod.Get, "/api/v1/registrations/R1?reveal=true", null, HttpStatusCode.BadRequest);
        JsonElement seen = await server.GetAsync("/api/v1/registrations/R1?reveal=true", ("Qingce-Purpose", "visit"));
        Assert.Equal("11010519491231002X", seen.GetProperty("fields").GetProperty("citizen_number").GetString());
        Assert.Equal("visit", (await server.GetAsync("/api/v1/views?registrationId=R1")).GetProperty("items")[0].GetProperty("purpose").GetString());
    }

    // Two who settle on one paper, which the department has as somebody else's.
    private static async Task SettleAsync(ServerProcess server)
    {
        await server.DeliverAsync(
            "15",
            System.Text.Encoding.UTF8.GetBytes(
                "source_record_id,event_kind,event_date,name,citizen_number,division,document_kind,document_number,status,counterpart_name,recorded_at\n"
                + "LC-1,contract,2024-01-01,赵一,110105198001010013,320505,labour_contract,HT-1,active,某厂,2024-01-02\n"),
            "15.csv");
        foreach (string id in (string[])["S1", "S2"])
        {
            object settlement = new
            {
                kind = "move_in",
                validFrom = "2024-05-02",
                @for = "employment",
                from = "110105",
                evidence = new[] { new { kind = "labour_contract", number = "HT-1" } },
                fields = new { registration_id = id, household_id = "H" + id, relation = "02", name = id == "S1" ? "钱二" : "孙三", sex = "1", birth_date = "1995-04-01", division = "320505001001", address = "狮山路1号" },
            };
            JsonElement settled = await server.SendAsync(HttpMethod.Post, "/api/v1/changes", settlement, HttpStatusCode.Created);
            Assert.Equal(id == "S1" ? 1 : 2, settled.GetProperty("findings").GetArrayLength());
        }
    }

    private static async Task ChangeAsync(ServerProcess server)
    {
        object alteration = new
        {
            kind = "alteration",
            validFrom = "2024-05-01",
            reason = "declared",
            evidence = new[] { new { kind = "household_booklet", number = "HB-1" } },
            fields = new Dictionary<string, string> { ["employer"] = "苏州第一中学" },
        };
        const string path = "/api/v1/registrations/R2/changes";
        await server.SendAsync(HttpMethod.Post, path, alteration, HttpStatusCode.PreconditionRequired);
        JsonElement recorded = await server.SendAsync(HttpMethod.Post, path, alteration, HttpStatusCode.Created, ("If-Match", "\"1\""), ("Idempotency-Key", "k-1"));
        JsonElement repeated = await server.SendAsync(HttpMethod.Post, path, alteration, HttpStatusCode.Created, ("If-Match", "\"1\""), ("Idempotency-Key", "k-1"));
        Assert.Equal(recorded.GetRawText(), repeated.GetRawText());
        JsonElement other = await server.SendAsync(
            HttpMethod.Post, path, new { kind = "death", validFrom = "2024-05-02" }, HttpStatusCode.UnprocessableEntity, ("If-Match", "\"2\""), ("Idempotency-Key", "k-1"));
        Assert.Equal("idempotency-key-reused", other.GetProperty("code").GetString());
        JsonElement stale = await server.SendAsync(HttpMethod.Post, path, alteration, HttpStatusCode.PreconditionFailed, ("If-Match", "\"1\""));
        Assert.Equal(2, stale.GetProperty("currentVersion").GetInt32());

        JsonElement broken = await server.SendAsync(
            HttpMethod.Post, path, new { kind = "cancellation", validFrom = "2024-06-01", @for = "other", reason = "x", evidence = new[] { new { note = "n" } } },
            HttpStatusCode.Conflict, ("If-Match", "\"2\""));
        Assert.Equal("second-person-needed", broken.GetProperty("errors")[0].GetProperty("rule").GetString());

        JsonElement before = await server.GetAsync("/api/v1/registrations/R2/state?validAt=2024-04-30");
        Assert.False(before.GetProperty("fields").TryGetProperty("employer", out _));
        JsonElement after = await server.GetAsync("/api/v1/registrations/R2/state?validAt=2024-05-01");
        Assert.Equal("苏州第一中学", after.GetProperty("fields").GetProperty("employer").GetString());
        Assert.Single((await server.GetAsync("/api/v1/registrations/R2/history")).GetProperty("changes").EnumerateArray());

        await server.DeliverAsync("changes", "registration_id,changed_on,field,old_value,new_value\nR2,2015-03-04,phone,13900000001,13900000002\n"u8.ToArray(), "changes.csv");
        JsonElement past = Assert.Single((await server.GetAsync("/api/v1/registrations/R2/history")).GetProperty("pastChanges").EnumerateArray());
        Assert.Equal(
            ("2015-03-04", "phone", "139******01"),
            (past.GetProperty("changedOn").GetString(), past.GetProperty("field").GetString(), past.GetProperty("old").GetString()));
        JsonElement earlier = await server.GetAsync("/api/v1/registrations/R2/state?validAt=2015-03-03");
        Assert.Equal("139******01", earlier.GetProperty("fields").GetProperty("phone").GetString());
    }

    private static async Task MergeAsync(ServerProcess server)
    {
        string before = (await server.GetAsync("/api/v1/registrations/R4")).GetProperty("fields").GetRawText();
        JsonElement merged = await server.SendAsync(
            HttpMethod.Post, "/api/v1/merges",
            new
            {
                keptId = "R3",
                otherIds = new[] { "R4" },
                mergedOn = "2025-01-10",
                reason = "one person",
                confirmedBy = "officer-2",
                evidence = new[] { new { note = "both came to the counter" } },
            },
            HttpStatusCode.Created);
        Assert.False((await server.GetAsync("/api/v1/registrations/R4")).GetProperty("isLiving").GetBoolean());
        Assert.Equal(2, (await server.GetAsync("/api/v1/persons/R3")).GetProperty("registrations").GetArrayLength());

        string id = merged.GetProperty("change").GetProperty("changeId").GetString()!;
        DateTimeOffset knownAt = merged.GetProperty("change").GetProperty("recordedAt").GetDateTimeOffset();
        await server.SendAsync(HttpMethod.Post, $"/api/v1/merges/{id}/undo", new { reason = "two persons after all", confirmedBy = "officer-2" }, HttpStatusCode.Created);
        JsonElement now = await server.GetAsync("/api/v1/registrations/R4");
        Assert.True(now.GetProperty("isLiving").GetBoolean());
        Assert.Equal(before, now.GetProperty("fields").GetRawText());
        JsonElement asKnown = await server.GetAsync($"/api/v1/registrations/R4/state?validAt=2025-02-01&knownAt={Uri.EscapeDataString(knownAt.ToString("O"))}");
        Assert.False(asKnown.GetProperty("isLiving").GetBoolean());
    }

    private static async Task TakeEventAsync(ServerProcess server)
    {
        // Without its issuing authority: proposed and not entered, so that the register goes on saying that the person lives.
        string death = Events.CloudEventReaderTests.Death.Replace("王芳", "王建国", StringComparison.Ordinal)
            .Replace("\"issuing_authority\":\"苏州市立医院\",", "", StringComparison.Ordinal);
        using StringContent content = new(death, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        JsonElement outcome = JsonDocument.Parse(body).RootElement[0];
        Assert.Equal("taken", outcome.GetProperty("status").GetString());
        Assert.Equal("R1", outcome.GetProperty("registrationIds")[0].GetString());
        Assert.Single(outcome.GetProperty("proposals").EnumerateArray());
        Assert.NotEmpty(outcome.GetProperty("findings").EnumerateArray());
        using StringContent twice = new(death, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage repeated = await server.Client.PostAsync("/api/v1/events", twice, TestContext.Current.CancellationToken);
        Assert.Contains("duplicate", await repeated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty((await server.GetAsync("/api/v1/findings?registrationId=R1")).GetProperty("items").EnumerateArray());
    }

    // Entered at once, and compared with those who may be the same child.
    private static async Task TakeBirthAsync(ServerProcess server)
    {
        const string birth = """
            {"specversion":"1.0","id":"b-1","source":"/health/320500","type":"qingce.birth","time":"2026-03-02T09:30:00+08:00",
             "data":{"source_record_id":"BC-1","event_kind":"born","event_date":"2026-02-01","event_place":"320505","name":"王小雪","sex":"2","birth_date":"2026-02-01","division":"320505",
              "counterpart_name":"王建国","counterpart_citizen_number":"11010519491231002X",
              "document_kind":"birth_certificate","document_number":"B-77","issuing_authority":"苏州市立医院","issued_on":"2026-02-02","recorded_at":"2026-02-03"}}
            """;
        using StringContent content = new(birth, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode && JsonDocument.Parse(body).RootElement[0].TryGetProperty("changeId", out _), body);
    }
}
