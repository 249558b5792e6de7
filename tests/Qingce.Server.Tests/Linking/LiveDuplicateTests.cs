using System.Text;

namespace Qingce.Server.Tests.Linking;

/// <summary>Who is registered twice is found when the second registration comes, by an event or a change, and as a verification finds it.</summary>
public abstract class LiveDuplicateTests(RunningServer server) : IAsyncLifetime
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,phone,birthplace,registered_on\n";
    private const int Strangers = 400;

    // Enough strangers that a name and a birth date say something.
    private static readonly string Town = Header + string.Concat(Enumerable.Range(0, Strangers).Select(i =>
            $"S{i},HS{i},02,{"王李张刘陈杨黄赵"[i % 8]}{"建国伟芳敏静丽强"[i / 8 % 8]}{"华明军平红霞"[i / 64 % 6]},{1 + i % 2},{1950 + i % 50}-{1 + i % 12:D2}-{1 + i % 28:D2},,320505001001,,,苏州市,2001-01-01\n"))
        + """
        M1,HM,02,欧阳秀兰,2,1990-03-04,32050519900304002X,320505001001,苏州市虎丘区狮山路77号,13812340001,武夷山市,2001-01-01
        K1,HK,02,司马青云,1,1980-05-17,110105198005170017,320505001002,苏州市虎丘区塔园路9号,13812340002,武夷山市,2001-01-01
        B1,HB,02,上官云飞,1,1985-06-07,,320505001003,苏州市虎丘区玉山路8号,13812340003,武夷山市,2001-01-01
        W1,HW,02,夏侯青山,1,1981-09-17,110105198109170054,320505001004,苏州市虎丘区玉山路18号,13812340004,武夷山市,2001-01-01
        W2,HW2,02,夏侯山,1,1981-09-17,320503198109173317,320505001002,苏州市虎丘区塔园路19号,,武夷山市,2001-01-01

        """;

    private static readonly object[] Paper = [new { note = "shown at the counter" }];

    public async ValueTask InitializeAsync()
    {
        await server.DeliverAsync("register", Town);
        await server.WaitForIndexAsync(Strangers + 5);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SecondRegistration_ByAChangeOrAnEvent_IsFoundAsAVerificationFindsIt()
    {
        // Somebody who is here already moves in under another number.
        string moved = Assert.Single((await ArriveAsync("K2", "司马青云", "320503198005173398", "HK2")).GetProperty("findings").EnumerateArray()).GetString()!;
        Assert.Equal("[\"K1\",\"K2\"]", (await FindingAsync(moved)).GetProperty("finding").GetProperty("registrationIds").ToString());
        Assert.Empty((await ArriveAsync("X1", "慕容复生", "320503197109093371", "HX")).GetProperty("findings").EnumerateArray());

        // A child is born once, with two certificates; the second event comes before the index has taken the first.
        JsonElement first = await TakeAsync(Birth("b-1", "C-1001"));
        JsonElement second = await TakeAsync(Birth("b-2", "C-1002"));
        Assert.DoesNotContain("I01", await IndicatorsAsync(first));
        Assert.Contains("I01", await IndicatorsAsync(second));

        // A number is altered into one that another had before; and a name into one that says who it is.
        Assert.Empty((await ArriveAsync("B2", "皇甫达", "320503198506073379", "HB2", "1985-06-07")).GetProperty("findings").EnumerateArray());
        string altered = Assert.Single((await AlterAsync("B2", new { name = "上官云飞" })).GetProperty("findings").EnumerateArray()).GetString()!;

        await VerifyAsync();
        string verification = (await server.GetAsync("/api/v1/verifications"))[0].GetProperty("verificationId").GetString()!;
        Dictionary<string, JsonElement> batch = await FindingsAsync($"&verificationId={verification}");
        Dictionary<string, JsonElement> live = await FindingsAsync("");
        Assert.Equal(3, live.Count(one => !one.Value.GetProperty("registrationIds").ToString().Contains('W', StringComparison.Ordinal)));
        Assert.Contains(moved, live.Keys);
        Assert.Contains("司马青云", live[moved].GetProperty("text").GetString());
        foreach (string named in (string[])["K1", "K2"])
        {
            Assert.Equal([moved], (await FindingsAsync($"&registrationId={named}")).Keys);
            Assert.Equal([moved], (await FindingsAsync($"&registrationId={named}&verificationId={verification}")).Keys);
        }

        Assert.Contains(altered, live.Keys);
        Assert.All(live, one =>
        {
            JsonElement same = batch[one.Key];
            Assert.Equal(same.GetProperty("isReportable").GetBoolean(), one.Value.GetProperty("isReportable").GetBoolean());
            Assert.Equal(same.GetProperty("weight").GetDouble(), one.Value.GetProperty("weight").GetDouble(), 0.2);
        });
    }

    [Fact]
    public async Task ReviewersWord_ThatTheyAreDifferent_IsNotOverridden()
    {
        object different = new { oneId = "W1", otherId = "W2", verdict = "Different", reason = "two men" };
        await server.ActAsync("/api/v1/decisions", different, HttpStatusCode.NoContent);

        Assert.Empty((await AlterAsync("W2", new { name = "夏侯青山" })).GetProperty("findings").EnumerateArray());

        await server.ActAsync("/api/v1/decisions", new { oneId = "W1", otherId = "W2", verdict = "TakenBack", reason = "looked again" }, HttpStatusCode.NoContent);
        Assert.Single((await AlterAsync("W2", new { phone = "13812340099" })).GetProperty("findings").EnumerateArray());
    }

    private static string Birth(string id, string certificate) => $$$"""
        {"specversion":"1.0","id":"{{{id}}}","source":"/health/3205","type":"qingce.birth","time":"2026-03-02T09:30:00+08:00",
         "data":{"source_record_id":"BC-{{{id}}}","event_kind":"born","event_date":"2026-02-01","event_place":"320505","name":"欧阳小雪","sex":"2","birth_date":"2026-02-01","division":"320505",
          "counterpart_name":"欧阳秀兰","counterpart_citizen_number":"32050519900304002X",
          "document_kind":"birth_certificate","document_number":"{{{certificate}}}","issuing_authority":"苏州市立医院","issued_on":"2026-02-02","recorded_at":"2026-02-03"}}
        """;

    private Task<JsonElement> ArriveAsync(string id, string name, string number, string household, string birth = "1980-05-17") => server.ActAsync(
        "/api/v1/changes",
        new
        {
            kind = "move_in",
            validFrom = "2026-02-01",
            @for = "employment",
            from = "110105",
            reason = "declared",
            evidence = Paper,
            fields = new Dictionary<string, string>
            {
                ["registration_id"] = id,
                ["household_id"] = household,
                ["relation"] = "02",
                ["name"] = name,
                ["sex"] = "1",
                ["birth_date"] = number.Length == 18 ? $"{number[6..10]}-{number[10..12]}-{number[12..14]}" : birth,
                ["citizen_number"] = number,
                ["division"] = "320505001009",
                ["birthplace"] = "武夷山市",
            },
        },
        HttpStatusCode.Created);

    private async Task<JsonElement> AlterAsync(string id, object fields)
    {
        int version = (await server.GetAsync($"/api/v1/registrations/{id}")).GetProperty("version").GetInt32();
        return await server.ActAsync(
            $"/api/v1/registrations/{id}/changes", new { kind = "alteration", validFrom = "2026-02-10", reason = "declared", evidence = Paper, fields },
            HttpStatusCode.Created, ("If-Match", $"\"{version}\""));
    }

    private async Task<JsonElement> TakeAsync(string cloudEvent)
    {
        using StringContent content = new(cloudEvent, Encoding.UTF8, "application/cloudevents+json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement[0];
    }

    private async Task<string[]> IndicatorsAsync(JsonElement outcome)
    {
        List<string> indicators = [];
        foreach (JsonElement finding in outcome.GetProperty("findings").EnumerateArray())
        {
            indicators.Add((await FindingAsync(finding.GetString()!)).GetProperty("finding").GetProperty("indicator").GetString()!);
        }

        return [.. indicators];
    }

    private Task<JsonElement> FindingAsync(string id) => server.GetAsync($"/api/v1/findings/{id}", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"));

    private async Task<Dictionary<string, JsonElement>> FindingsAsync(string query) =>
        (await server.GetAsync($"/api/v1/findings?indicator=1{query}", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"))).GetProperty("items").EnumerateArray()
            .ToDictionary(one => one.GetProperty("findingId").GetString()!);

    private async Task VerifyAsync()
    {
        await server.ActAsync("/api/v1/verifications", new { asOf = "2026-03-31" }, HttpStatusCode.Accepted);
        while ((await server.GetAsync("/api/v1/verifications"))[0].GetProperty("state").GetString() is not "finished")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}

public sealed class LiveDuplicateTestsOnSqlite(RunningServer server) : LiveDuplicateTests(server), IClassFixture<RunningServer>;

public sealed class LiveDuplicateTestsOnPostgres(RunningServerOnPostgres server) : LiveDuplicateTests(server), IClassFixture<RunningServerOnPostgres>;
