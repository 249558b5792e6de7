using Microsoft.EntityFrameworkCore;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Tests.Papers;

/// <summary>A settlement on a paper that is in doubt is found when the settlement or the paper comes in, and as a verification finds it.</summary>
public abstract class PaperFindingTests(RunningServer server) : IAsyncLifetime
{
    private const string Town = """
        registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division,address,registered_on
        A1,HA,family,02,诸葛瑾,1,1971-03-04,320505197103040013,320505001001,苏州市虎丘区狮山路77号3幢501室,2019-05-01
        B1,HB,family,02,司徒南,1,1988-05-06,320505198805060013,320505001002,苏州市虎丘区塔园路9号,2009-01-01
        C1,HC,family,02,公孙策,1,1980-05-06,320505198005060011,320505001002,苏州市虎丘区塔园路19号,2009-01-01
        D1,HD,family,02,尉迟恭,1,1950-05-06,320505195005060018,320505001003,苏州市虎丘区玉山路8号,2000-01-01
        E1,HE,family,02,宇文化,1,1981-05-06,320505198105060018,320505001003,苏州市虎丘区玉山路28号,2000-01-01
        F1,HF,family,02,独孤兰,2,1983-05-06,320505198305060026,320505001003,苏州市虎丘区玉山路38号,2000-01-01
        G1,HG,family,02,钟离春,2,1961-05-06,320505196105060023,320505001004,苏州市虎丘区金山路5号,2000-01-01
        J1,HJ,family,02,端木赐,1,1965-05-06,320505196505060013,320505001004,苏州市虎丘区金山路15号,2000-01-01

        """;

    private const string Past = "registration_id,changed_on,field,old_value,new_value,reason,document_kind,document_number,handler,agent\n"
        + "A1,2019-05-01,registration,,,home_purchase,real_estate_certificate,苏(2019)虎丘区不动产权第1号,P1,\n";

    private const string RecordHeader = "source_record_id,event_kind,event_date,name,citizen_number,division,document_kind,document_number,issued_on,recorded_at,address,status,counterpart_name\n";

    private const string Homes = RecordHeader
        + "RE-1,owned,2019-03-01,诸葛瑾,320505197103040013,320505,real_estate_certificate,苏(2019)虎丘区不动产权第1号,2019-03-01,2019-03-02,狮山路77号3幢501室,active,\n";

    private const string Contracts = RecordHeader
        + "LC-1,contract,2024-03-01,尉迟恭,320505195005060018,320505,labour_contract,HT-2024-0001,2024-03-01,2024-03-02,,active,苏州第一中学\n";

    public async ValueTask InitializeAsync()
    {
        await server.DeliverAsync("register", Town);
        await server.DeliverAsync("changes", Past);
        await server.DeliverAsync("20", Homes);
        await server.DeliverAsync("15", Contracts);
        await server.DeliverAsync("coverage", "category,division,from,to\n15,320505,2000-01-01,\n20,320505,2000-01-01,\n");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Paper_UsedBySomebodyElse_IsFoundOfBothWhenTheSecondUseArrives()
    {
        JsonElement moved = await SettleAsync("B1", "HN1", "real_estate_certificate", "苏(2019)虎丘区 不动产权第1号");

        string[] found = Ids(moved);
        Assert.Equal(2, found.Length);
        Dictionary<string, string> texts = (await Task.WhenAll(found.Select(TextAsync))).ToDictionary(one => one.Registration, one => one.Text);
        Assert.Contains("also used by another household", texts["A1"]);
        Assert.Contains("under somebody else's name", texts["B1"]);
        Assert.Contains("also used by another household", texts["B1"]);
        await SameAsVerifiedAsync(["A1", "B1"], found);
        await ToldOnceAsync(found);

        // Taken back, the paper is used once; said again when the undoing is undone, and recorded once.
        JsonElement undone = await server.ActAsync(
            $"/api/v1/changes/{moved.GetProperty("change").GetProperty("changeId").GetString()}/undo",
            new { reason = "entered by mistake", evidence = new[] { new { note = "file" } }, confirmedBy = "officer-2" }, HttpStatusCode.Created);
        Assert.Empty(Ids(undone));
        JsonElement again = await SettleAsync("B1", "HN1", "real_estate_certificate", "苏(2019)虎丘区不动产权第1号", day: "2024-06-02");
        Assert.Equal(found.Order(), Ids(again).Order());
        await ToldOnceAsync(found);
    }

    [Fact]
    public async Task Paper_UnknownToItsIssuer_IsFound_AndOneThatItHasIsNot()
    {
        string found = Assert.Single(Ids(await SettleAsync("C1", "HN2", "labour_contract", "HT-2024-9999")));
        Assert.Empty(Ids(await SettleAsync("D1", "HN3", "labour_contract", "ht-2024-0001")));

        Assert.Contains("has no record of paper HT-2024-9999", (await TextAsync(found)).Text);
        await SameAsVerifiedAsync(["C1"], found);
        Assert.Empty((await server.GetAsync("/api/v1/findings?indicator=10&registrationId=D1")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Record_OfThePaperAsSomebodyElses_IsFoundByTheEventOnce()
    {
        Assert.Empty(Ids(await SettleAsync("E1", "HN4", "marriage_certificate", "J320505-2024-000123")));
        JsonElement outcome = await MarriageAsync("m-1", "MC-1", "J320505-2024-000123", "2024-07-01");

        string found = Assert.Single(Ids(outcome));
        (string registration, string text) = await TextAsync(found);
        Assert.Equal("E1", registration);
        Assert.Contains("under somebody else's name", text);
        Assert.Contains("was issued on 2024-07-01, after it was used on 2024-06-01", text);
        await SameAsVerifiedAsync(["E1"], found);

        Assert.Equal("duplicate", (await MarriageAsync("m-1", "MC-1", "J320505-2024-000123", "2024-07-01")).GetProperty("status").GetString());
        await ToldOnceAsync(found);
        Assert.Empty(Ids(await MarriageAsync("m-2", "MC-2", "J320505-2024-000124", "2024-07-01")));

        // The number was mistyped and is another one now: said again, of what the record named before.
        Assert.Contains(found, Ids(await MarriageAsync("m-3", "MC-2", "J320505-2024-000123", "2024-07-01", recorded: "2024-07-03")));
        await ToldOnceAsync(found);
    }

    [Fact]
    public async Task Paper_OfBeforeTheKeysWereRotated_IsFoundAfterwards()
    {
        Assert.Empty(Ids(await SettleAsync("F1", "HN5", "school_record", "XJ-77")));
        Assert.True(await RotateKeys.RunAsync(server.Store, SealingCipher.Sm4Gcm, null, TestContext.Current.CancellationToken) > 0);

        string[] found = Ids(await SettleAsync("G1", "HN6", "school_record", "xj-77"));

        Assert.Equal(["F1", "G1"], (await Task.WhenAll(found.Select(TextAsync))).Select(one => one.Registration).Order());
        await SameAsVerifiedAsync(["F1", "G1"], found);
    }

    [Fact]
    public async Task Holder_WhoseNameIsCorrectedToAnother_IsFoundWithThePaper()
    {
        await server.DeliverAsync("18", RecordHeader + "XJ-5,enrolled,2023-09-01,端木赐,110105198001010013,320505,school_record,XJ-5,2023-09-01,2023-09-02,,active,\n");
        Assert.Empty(Ids(await SettleAsync("J1", "HN7", "school_record", "XJ-5")));

        JsonElement corrected = await ChangeAsync("J1", new { kind = "correction", validFrom = "2001-01-01", reason = "misread", evidence = new[] { new { note = "file" } }, fields = new { name = "司马光" } });

        string found = Assert.Single(Ids(corrected));
        Assert.Contains("under somebody else's name", (await TextAsync(found)).Text);
        await SameAsVerifiedAsync(["J1"], found);
    }

    private Task<JsonElement> SettleAsync(string id, string household, string kind, string number, string day = "2024-06-01") => ChangeAsync(
        id, new { kind = "move_in", validFrom = day, householdId = household, relation = "02", @for = "employment", evidence = new[] { new { kind, number } } });

    private async Task<JsonElement> ChangeAsync(string id, object change)
    {
        int version = (await server.GetAsync($"/api/v1/registrations/{id}")).GetProperty("version").GetInt32();
        return await server.ActAsync($"/api/v1/registrations/{id}/changes", change, HttpStatusCode.Created, ("If-Match", $"\"{version}\""));
    }

    private async Task<JsonElement> MarriageAsync(string id, string record, string number, string issued, string recorded = "2024-07-02")
    {
        string marriage = $$"""
            {"specversion":"1.0","id":"{{id}}","source":"/civil/3205","type":"qingce.marriage","time":"{{recorded}}T09:30:00+08:00",
             "data":{"source_record_id":"{{record}}","event_kind":"married","event_date":"{{issued}}","citizen_number":"110105198001010013","name":"赵一","counterpart_name":"钱二",
              "division":"320505","document_kind":"marriage_certificate","document_number":"{{number}}","issued_on":"{{issued}}","status":"active","recorded_at":"{{recorded}}"}
            }
            """;
        using StringContent content = new(marriage, System.Text.Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement[0];
    }

    private static string[] Ids(JsonElement answer) =>
        answer.TryGetProperty("findings", out JsonElement findings) ? [.. findings.EnumerateArray().Select(one => one.GetString()!)] : [];

    private async Task<(string Registration, string Text)> TextAsync(string id)
    {
        JsonElement found = await server.GetAsync(
            $"/api/v1/findings/{id}?reveal=true", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "visit"), ("Accept-Language", "en"));
        JsonElement finding = found.GetProperty("finding");
        Assert.Equal("I10", finding.GetProperty("indicator").GetString());
        return (Assert.Single(finding.GetProperty("registrationIds").EnumerateArray()).GetString()!, found.GetProperty("text").GetString()!);
    }

    private async Task ToldOnceAsync(params string[] findings)
    {
        await using RegisterContext context = server.Store.Read();
        Assert.Equal(findings.Length, await context.Findings.CountAsync(one => one.VerificationId == Guid.Empty && findings.Contains(one.FindingId), TestContext.Current.CancellationToken));
        string[] told = await context.Outbox.Where(message => message.Topic == "finding").Select(message => message.Body).ToArrayAsync(TestContext.Current.CancellationToken);
        Assert.All(findings, finding => Assert.Single(told, body => body.Contains(finding, StringComparison.Ordinal)));
    }

    // Of these registrations a verification finds the same, no more and no less.
    private async Task SameAsVerifiedAsync(string[] registrations, params string[] findings)
    {
        await server.ActAsync("/api/v1/verifications", new { asOf = "2026-11-30" }, HttpStatusCode.Accepted);
        JsonElement latest;
        while ((latest = (await server.GetAsync("/api/v1/verifications"))[0]).GetProperty("state").GetString() is not "finished")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        string verification = latest.GetProperty("verificationId").GetString()!;
        JsonElement batch = await server.GetAsync($"/api/v1/findings?indicator=10&verificationId={verification}");
        string[] ids =
        [
            .. batch.GetProperty("items").EnumerateArray()
                .Where(one => registrations.Contains(one.GetProperty("registrationIds")[0].GetString())).Select(one => one.GetProperty("findingId").GetString()!),
        ];
        Assert.Equal(findings.Order(), ids.Order());
    }
}

public sealed class PaperFindingTestsOnSqlite(RunningServer server) : PaperFindingTests(server), IClassFixture<RunningServer>;

public sealed class PaperFindingTestsOnPostgres(RunningServerOnPostgres server) : PaperFindingTests(server), IClassFixture<RunningServerOnPostgres>;
