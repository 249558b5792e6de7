namespace Qingce.Server.Tests.Idempotency;

/// <summary>The same write sent several times at once: done once, and everybody has the same answer.</summary>
public abstract class SimultaneousWriteTests(RunningServer server)
{
    private const int Times = 6;
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Alteration_SentAtOnceUnderOneKey_IsDoneOnceAndAnsweredAlike()
    {
        await server.DeliverAsync("register", Header + "T1,HT1,02,端木华,1,1980-05-06,,320505001001\n");
        object body = new { kind = "alteration", validFrom = "2025-05-06", reason = "declared", evidence = new[] { new { note = "seen" } }, fields = new { employer = "苏州第一中学" } };

        JsonElement[] answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ =>
            server.ActAsync("/api/v1/registrations/T1/changes", body, HttpStatusCode.Created, ("If-Match", "\"1\""), ("Idempotency-Key", "at-once-1"))));

        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
        Assert.Equal(2, (await server.GetAsync("/api/v1/registrations/T1")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Birth_SentAtOnceUnderOneKey_IsDoneOnceAndAnsweredAlike()
    {
        await server.DeliverAsync("register", Header + "T2,HT2,02,端木兰,2,1990-05-06,,320505001001\n");
        object body = new
        {
            kind = "birth",
            validFrom = "2026-10-01",
            reason = "born",
            evidence = new[] { new { kind = "birth_certificate", number = "T-1" } },
            fields = new { registration_id = "T3", household_id = "HT2", relation = "20", name = "端木小", sex = "1", birth_date = "2026-10-01", division = "320505001001" },
        };

        JsonElement[] answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ =>
            server.ActAsync("/api/v1/changes", body, HttpStatusCode.Created, ("Idempotency-Key", "at-once-2"))));

        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
    }

    [Fact]
    public async Task Delivery_SentAtOnce_IsAnsweredAlike()
    {
        string file = Header + string.Concat(Enumerable.Range(0, 2000).Select(at => $"TD{at},HTD{at},02,端木华,1,1980-05-06,,320505001001\n"));

        JsonElement[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.DeliverAsync("register", file)));
        JsonElement[] keyed = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ =>
            server.DeliverAsync("register", file, HttpStatusCode.Accepted, ("Idempotency-Key", "at-once-3"))));

        Assert.Single(answers.Concat(keyed).Select(answer => answer.GetProperty("uploadId").GetString()).Distinct());
        Assert.Single(keyed.Select(answer => answer.GetRawText()).Distinct());
    }
}

public sealed class SimultaneousWriteTestsOnSqlite(RunningServer server) : SimultaneousWriteTests(server), IClassFixture<RunningServer>;

public sealed class SimultaneousWriteTestsOnPostgres(RunningServerOnPostgres server) : SimultaneousWriteTests(server), IClassFixture<RunningServerOnPostgres>;
