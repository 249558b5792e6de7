namespace Qingce.Server.Tests.Proposals;

/// <summary>What events propose or enter as provisional, and what a person makes of it.</summary>
public sealed class ProposalTests(RunningServer server) : IClassFixture<RunningServer>, IAsyncLifetime
{
    private const string Town = """
        registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,registered_on
        P1,HP,02,王建国,1,1949-12-31,11010519491231002X,320505001001,苏州市虎丘区狮山路77号3幢501室,20,1990-01-01
        P2,HP,10,李秀英,2,1952-03-04,,320505001001,苏州市虎丘区狮山路77号3幢501室,20,1990-01-01
        Q1,HQ,02,李强,1,1988-01-01,440524188001010014,320505001002,苏州市虎丘区塔园路9号,10,1990-01-01
        """;

    public async ValueTask InitializeAsync() => await server.DeliverAsync("register", Town);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Proposal_Accepted_IsRecordedUnderTheNameOfWhoAccepts()
    {
        string proposal = Assert.Single((await TakeAsync(Death("accept-1", issuingAuthority: null))).GetProperty("proposals").EnumerateArray()).GetString()!;
        string path = $"/api/v1/proposals/{proposal}/accept";
        object grounds = new { reason = "the family confirms it", confirmedBy = "officer-2", newRelations = new[] { new { registrationId = "P2", relation = "02" } } };

        JsonElement recorded = await server.ActAsync(path, grounds, HttpStatusCode.Created, ("Idempotency-Key", "accept-1"));
        JsonElement again = await server.ActAsync(path, grounds, HttpStatusCode.Created, ("Idempotency-Key", "accept-1"));
        JsonElement late = await server.ActAsync(path, grounds, HttpStatusCode.Conflict);

        Assert.Equal(("death", "officer-1"), (recorded.GetProperty("change").GetProperty("kind").GetString(), recorded.GetProperty("change").GetProperty("actedBy").GetString()));
        Assert.Equal(recorded.GetRawText(), again.GetRawText());
        Assert.Equal("proposal-decided", late.GetProperty("code").GetString());
        Assert.False((await server.GetAsync("/api/v1/registrations/P1")).GetProperty("isLiving").GetBoolean());
        JsonElement decided = (await server.GetAsync("/api/v1/proposals?decided=true&registrationId=P1")).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("proposalId").GetString() == proposal);
        Assert.True(decided.GetProperty("isAccepted").GetBoolean());
    }

    [Fact]
    public async Task Proposal_Declined_LeavesTheRegisterAsItIs()
    {
        string proposal = Assert.Single((await TakeAsync(Move("decline-1"))).GetProperty("proposals").EnumerateArray()).GetString()!;
        string path = $"/api/v1/proposals/{proposal}/decline";
        string before = (await server.GetAsync("/api/v1/registrations/Q1")).GetRawText();

        JsonElement silent = await server.ActAsync(path, new { reason = " " }, HttpStatusCode.Conflict);
        Assert.Equal("reason-missing", silent.GetProperty("errors")[0].GetProperty("rule").GetString());
        JsonElement declined = await server.ActAsync(path, new { reason = "he came back" }, HttpStatusCode.OK, ("Idempotency-Key", "decline-1"));
        JsonElement again = await server.ActAsync(path, new { reason = "he came back" }, HttpStatusCode.OK, ("Idempotency-Key", "decline-1"));
        JsonElement other = await server.ActAsync(path, new { reason = "another" }, HttpStatusCode.UnprocessableEntity, ("Idempotency-Key", "decline-1"));

        Assert.False(declined.GetProperty("isAccepted").GetBoolean());
        Assert.Equal(declined.GetRawText(), again.GetRawText());
        Assert.Equal("idempotency-key-reused", other.GetProperty("code").GetString());
        Assert.Equal(before, (await server.GetAsync("/api/v1/registrations/Q1")).GetRawText());
        Assert.Equal(
            "proposal-unknown",
            (await server.ActAsync($"/api/v1/proposals/{Guid.Empty}/decline", new { reason = "x" }, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task ProvisionalDeath_IsAFindingUntilAPersonDecides()
    {
        JsonElement outcome = await TakeAsync(Death("provisional-1", "苏州市立医院")
            .Replace("11010519491231002X", "440524188001010014", StringComparison.Ordinal).Replace("王建国", "李强", StringComparison.Ordinal));

        Assert.True(outcome.TryGetProperty("changeId", out _));
        Assert.NotEmpty(outcome.GetProperty("findings").EnumerateArray());
        JsonElement found = (await server.GetAsync("/api/v1/findings?registrationId=Q1")).GetProperty("items");
        Assert.Contains(found.EnumerateArray(), one => one.GetProperty("indicator").ToString() is "I05" or "5");
        JsonElement records = await server.GetAsync("/api/v1/persons/Q1/source-records", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"));
        Assert.Contains(records.EnumerateArray(), one => one.GetProperty("category").GetInt32() == 11);
        await server.ActAsync(
            $"/api/v1/changes/{outcome.GetProperty("changeId").GetString()}/decline", new { reason = "another Li Qiang", confirmedBy = "officer-2" }, HttpStatusCode.Created);
        Assert.True((await server.GetAsync("/api/v1/registrations/Q1")).GetProperty("isLiving").GetBoolean());
    }

    [Fact]
    public async Task ProvisionalBirth_IsConfirmedByAPerson_OrDeclined()
    {
        JsonElement first = await TakeAsync(Birth("birth-1", "B-1001", "王一"));
        JsonElement second = await TakeAsync(Birth("birth-2", "B-1002", "王二"));
        (string one, string other) = (Made(first), Made(second));
        Assert.True((await server.GetAsync($"/api/v1/registrations/{one}")).GetProperty("isProvisional").GetBoolean());

        JsonElement confirmed = await server.ActAsync($"/api/v1/changes/{first.GetProperty("changeId").GetString()}/confirm", new { reason = "seen" }, HttpStatusCode.Created);
        await server.ActAsync($"/api/v1/changes/{second.GetProperty("changeId").GetString()}/decline", new { reason = "no such child", confirmedBy = "officer-2" }, HttpStatusCode.Created);

        Assert.False((await server.GetAsync($"/api/v1/registrations/{one}")).GetProperty("isProvisional").GetBoolean());
        await server.GetAsync($"/api/v1/registrations/{other}", HttpStatusCode.NotFound);
        JsonElement twice = await server.ActAsync(
            $"/api/v1/changes/{first.GetProperty("changeId").GetString()}/confirm", new { reason = "seen" }, HttpStatusCode.Conflict);
        Assert.Equal("rule-broken", twice.GetProperty("code").GetString());

        // Whatever waits again is in the list of what waits.
        Assert.DoesNotContain(first.GetProperty("changeId").GetString(), await WaitingAsync());
        await server.ActAsync(
            $"/api/v1/changes/{confirmed.GetProperty("change").GetProperty("changeId").GetString()}/undo", new { reason = "not seen after all", confirmedBy = "officer-2" }, HttpStatusCode.Created);
        Assert.True((await server.GetAsync($"/api/v1/registrations/{one}")).GetProperty("isProvisional").GetBoolean());
        Assert.Contains(first.GetProperty("changeId").GetString(), await WaitingAsync());
    }

    private static string Made(JsonElement outcome) =>
        outcome.GetProperty("registrationIds").EnumerateArray().Select(id => id.GetString()!).Single(id => id.StartsWith("birth-", StringComparison.Ordinal));

    private async Task<string?[]> WaitingAsync() =>
        [.. (await server.GetAsync("/api/v1/changes?provisional=true&limit=200")).GetProperty("items").EnumerateArray().Select(change => change.GetProperty("changeId").GetString())];

    [Fact]
    public async Task Decision_ThatTwoAreDifferent_IsSaidOnce_AndTakenBack()
    {
        object different = new { oneId = "P1", otherId = "Q1", verdict = "Different", reason = "two men" };
        await server.ActAsync("/api/v1/decisions", different, HttpStatusCode.NoContent, ("Idempotency-Key", "decision-1"));
        await server.ActAsync("/api/v1/decisions", different, HttpStatusCode.NoContent, ("Idempotency-Key", "decision-1"));
        object merge = new
        {
            keptId = "P1",
            otherIds = new[] { "Q1" },
            mergedOn = "2025-01-10",
            reason = "one man",
            confirmedBy = "officer-2",
            evidence = new[] { new { note = "n" } },
        };
        JsonElement refused = await server.ActAsync("/api/v1/merges", merge, HttpStatusCode.Conflict);
        Assert.Contains(refused.GetProperty("errors").EnumerateArray(), error => error.GetProperty("rule").GetString() == "decided-different");

        JsonElement same = await server.ActAsync("/api/v1/decisions", new { oneId = "P1", otherId = "Q1", verdict = "Same", reason = "x" }, HttpStatusCode.Conflict);
        Assert.Equal("same-is-merged", same.GetProperty("errors")[0].GetProperty("rule").GetString());
        await server.ActAsync("/api/v1/decisions", new { oneId = "P1", otherId = "Q1", verdict = "TakenBack", reason = "looked again" }, HttpStatusCode.NoContent);
        await server.ActAsync("/api/v1/decisions", new { oneId = "P1", otherId = "nobody", verdict = "Different", reason = "x" }, HttpStatusCode.NotFound);
    }

    private static string Death(string id, string? issuingAuthority) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/health/3205","type":"qingce.death","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"DC-{{{id}}}","event_kind":"died","event_date":"2026-03-01","citizen_number":"11010519491231002X","name":"王建国","division":"320505",
          "document_kind":"death_certificate","document_number":"D-{{{id}}}","issuing_authority":"{{{issuingAuthority}}}","issued_on":"2026-03-02","recorded_at":"2026-03-02"}}
        """;

    private static string Move(string id) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/police/3205","type":"qingce.migration","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"MP-{{{id}}}","event_kind":"moved_out","event_date":"2026-03-01","citizen_number":"440524188001010014","name":"李强","division":"320505",
          "event_place":"110105","document_kind":"migration_permit","document_number":"M-{{{id}}}","status":"valid","recorded_at":"2026-03-02"}}
        """;

    private static string Birth(string id, string certificate, string name) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/health/3205","type":"qingce.birth","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"BC-{{{id}}}","event_kind":"born","event_date":"2026-02-01","event_place":"320505","name":"{{{name}}}","sex":"1","birth_date":"2026-02-01","division":"320505",
          "counterpart_name":"李强","counterpart_citizen_number":"440524188001010014",
          "document_kind":"birth_certificate","document_number":"{{{certificate}}}","issuing_authority":"苏州市立医院","issued_on":"2026-02-02","recorded_at":"2026-02-03"}}
        """;

    private async Task<JsonElement> TakeAsync(string cloudEvent)
    {
        using StringContent content = new(cloudEvent, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement[0];
    }
}
