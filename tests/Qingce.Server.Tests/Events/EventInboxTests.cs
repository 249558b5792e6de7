using System.Text;

namespace Qingce.Server.Tests.Events;

public sealed class EventInboxTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Batch = "application/cloudevents-batch+json";

    [Fact]
    public async Task Event_SentAgain_IsTakenOnce()
    {
        string card = Card("again-1", "11010519491231002X", "王芳", "2026-01-05");

        Assert.Equal("taken", Status(await SendAsync(Batch, $"[{card}]")));
        Assert.Equal("duplicate", Status(await SendAsync(Batch, $"[{card}]")));
    }

    [Fact]
    public async Task Event_TwiceInOneBatch_IsTakenOnce()
    {
        string card = Card("twice-1", "11010519491231002X", "王芳", "2026-01-06");

        JsonElement outcomes = await SendAsync(Batch, $"[{card},{card}]");

        Assert.Equal(["taken", "duplicate"], outcomes.EnumerateArray().Select(outcome => outcome.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Event_OtherThanTheOneTakenUnderItsId_IsRefused()
    {
        await SendAsync(Batch, $"[{Card("other-1", "11010519491231002X", "王芳", "2026-01-05")}]");

        JsonElement problem = await SendAsync(
            "application/cloudevents+json", Card("other-1", "11010519491231002X", "王芳", "2026-02-05"), HttpStatusCode.Conflict);

        Assert.Equal("event-differs", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Batch_WithOneFault_IsNotTakenAtAll()
    {
        string good = Card("whole-1", "11010519491231002X", "王芳", "2026-01-05");
        string bad = Card("whole-2", "11010519491231002X", "王芳", "2026-13-05");

        JsonElement problem = await SendAsync(Batch, $"[{good},{bad}]", HttpStatusCode.UnprocessableEntity);

        Assert.Equal("events[1].data.issued_on", problem.GetProperty("errors")[0].GetProperty("place").GetString());
        Assert.Equal("taken", Status(await SendAsync(Batch, $"[{good}]")));
    }

    [Fact]
    public async Task Record_ThatComesLate_OverwritesNothing()
    {
        string newer = Card("late-1", "440524188001010014", "李强", "2026-03-05", record: "IC-LATE", recorded: "2026-03-06");
        string older = Card("late-2", "440524188001010014", "李强", "2025-03-05", record: "IC-LATE", recorded: "2025-03-06");

        Assert.Equal("taken", Status(await SendAsync(Batch, $"[{newer}]")));
        Assert.Equal("taken", Status(await SendAsync(Batch, $"[{older}]")));

        await using Qingce.Storage.RegisterContext context = server.Store.Read();
        Qingce.Storage.Importing.SourceRecord kept = context.SourceRecords.Single(record => record.SourceRecordId == "IC-LATE");
        Assert.Equal(("2026-03-05", 2), (kept.IssuedOn, kept.Version));
        Assert.Contains("2025-03-05", context.SourceRecordVersions.Single(version => version.SourceRecordId == "IC-LATE").Plain);
    }

    [Fact]
    public async Task Death_OnAnotherDayThanTheOneRegistered_IsProposed()
    {
        await server.DeliverAsync(
            "register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nDD1,HDD,02,端木华,1,1941-05-06,320505194105060010,320505001001\n");

        JsonElement first = (await SendAsync(Batch, $"[{Death("dd-1", "2026-03-01")}]"))[0];
        JsonElement same = (await SendAsync(Batch, $"[{Death("dd-2", "2026-03-01")}]"))[0];
        JsonElement earlier = (await SendAsync(Batch, $"[{Death("dd-3", "2026-02-01")}]"))[0];

        Assert.True(first.TryGetProperty("changeId", out _), first.GetRawText());
        Assert.Empty(same.GetProperty("proposals").EnumerateArray());
        string proposal = Assert.Single(earlier.GetProperty("proposals").EnumerateArray()).GetString()!;
        JsonElement open = (await server.GetAsync("/api/v1/proposals?registrationId=DD1")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("proposalId").GetString() == proposal);
        Assert.Equal("death", open.GetProperty("kind").GetString());
        Assert.Contains("2026-02-01", open.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("2026-03-01", (await server.GetAsync("/api/v1/registrations/DD1")).GetProperty("fields").GetProperty("cancelled_on").GetString());
    }

    [Fact]
    public async Task Death_ThatAPersonSaidIsNone_IsOnlyProposedWhenItsRecordComesAgain()
    {
        await server.DeliverAsync(
            "register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nDT1,HDT,02,端木秋,1,1941-05-07,320505194105070016,320505001001\n");
        JsonElement first = (await SendAsync(Batch, $"[{Death("dt-1", "2026-03-01", "端木秋", "320505194105070016", "DC-dt")}]"))[0];
        string change = first.GetProperty("changeId").GetString()!;
        var grounds = new { reason = "本人健在", evidence = new[] { new { kind = "household_booklet", number = "HB-1" } } };
        await server.ActAsync($"/api/v1/changes/{change}/confirm", grounds, HttpStatusCode.Created);
        await server.ActAsync(
            $"/api/v1/changes/{change}/undo", new { grounds.reason, grounds.evidence, confirmedBy = "officer-2" }, HttpStatusCode.Created);

        JsonElement again = await SendAsync(
            Batch, $"[{Death("dt-2", "2026-03-01", "端木秋", "320505194105070016", "DC-dt")},{Death("dt-3", "2026-03-02", "端木秋", "320505194105070016", "DC-dt")}]");

        foreach (JsonElement outcome in again.EnumerateArray())
        {
            Assert.False(outcome.TryGetProperty("changeId", out _), outcome.GetRawText());
            Assert.Single(outcome.GetProperty("proposals").EnumerateArray());
        }

        Assert.True((await server.GetAsync("/api/v1/registrations/DT1")).GetProperty("isLiving").GetBoolean());
    }

    [Fact]
    public async Task Birth_OfACertificate_IsEnteredOnceUnderAnIdThatDoesNotTellItsNumber()
    {
        await server.DeliverAsync(
            "register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nDB1,HDB,02,端木春,2,1995-05-07,320505199505070022,320505001001\n");

        JsonElement first = (await SendAsync(Batch, $"[{Birth("db-1")}]"))[0];
        JsonElement again = (await SendAsync(Batch, $"[{Birth("db-2")}]"))[0];

        Assert.True(first.TryGetProperty("changeId", out _), first.GetRawText());
        Assert.DoesNotContain("E320500001", first.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("birth-", first.GetRawText(), StringComparison.Ordinal);
        Assert.False(again.TryGetProperty("changeId", out _), again.GetRawText());
    }

    [Theory]
    [InlineData("text/plain", "x", HttpStatusCode.UnsupportedMediaType, "media-type-unsupported")]
    [InlineData(Batch, "[]", HttpStatusCode.UnprocessableEntity, "event-invalid")]
    [InlineData(Batch, "{}", HttpStatusCode.UnprocessableEntity, "event-invalid")]
    [InlineData(Batch, "[{", HttpStatusCode.BadRequest, "body-invalid")]
    [InlineData("application/cloudevents+json", "7", HttpStatusCode.UnprocessableEntity, "event-invalid")]
    public async Task Body_ThatIsNoEvent_IsAProblem(string type, string body, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await SendAsync(type, body, status)).GetProperty("code").GetString());

    private static string Card(string id, string number, string name, string issued, string? record = null, string recorded = "2026-03-01") => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/police/3205","type":"qingce.identity-card","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"{{{record ?? $"IC-{id}"}}}","event_kind":"issued","event_date":"2026-01-05","citizen_number":"{{{number}}}","name":"{{{name}}}",
          "division":"320505","issued_on":"{{{issued}}}","recorded_at":"{{{recorded}}}"}}
        """;

    private static string Birth(string id) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/health/3205","type":"qingce.birth","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"BC-{{{id}}}","event_kind":"born","event_date":"2026-02-20","event_place":"320505","birth_date":"2026-02-20","name":"端木小满","sex":"1","division":"320505",
          "counterpart_name":"端木春","counterpart_citizen_number":"320505199505070022","document_kind":"birth_certificate","document_number":"E320500001",
          "issuing_authority":"市立医院","issued_on":"2026-02-21","recorded_at":"2026-03-02"}}
        """;

    private static string Death(string id, string day, string name = "端木华", string number = "320505194105060010", string? record = null) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/health/3205","type":"qingce.death","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"{{{record ?? $"DC-{id}"}}}","event_kind":"died","event_date":"{{{day}}}","citizen_number":"{{{number}}}","name":"{{{name}}}","division":"320505",
          "document_kind":"death_certificate","document_number":"D-{{{record ?? id}}}","issuing_authority":"市立医院","issued_on":"2026-03-02","recorded_at":"2026-03-02"}}
        """;

    private static string? Status(JsonElement outcomes) => outcomes[0].GetProperty("status").GetString();

    private async Task<JsonElement> SendAsync(string type, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using StringContent content = new(body, Encoding.UTF8, type);
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
