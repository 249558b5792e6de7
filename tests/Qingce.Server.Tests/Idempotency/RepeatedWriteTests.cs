namespace Qingce.Server.Tests.Idempotency;

/// <summary>Writes that commit by themselves, sent again under one key: a delivery, and a change of a division's code.</summary>
public sealed class RepeatedWriteTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,registered_on\n";

    [Fact]
    public async Task Delivery_SentAgain_IsAnsweredAsTheFirstTime()
    {
        string file = Header + "I1,HI,02,王建国,1,1949-12-31,,320505001001,苏州市虎丘区狮山路77号,20,1990-01-01\n";
        JsonElement first = await server.DeliverAsync("register", file, HttpStatusCode.Accepted, ("Idempotency-Key", "delivery-1"));
        JsonElement again = await server.DeliverAsync("register", file, HttpStatusCode.Accepted, ("Idempotency-Key", "delivery-1"));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal("waiting", again.GetProperty("state").GetString());

        JsonElement other = await server.DeliverAsync(
            "register", Header + "I2,HI,20,王二,1,1989-12-31,,320505001001,,10,1990-01-01\n", HttpStatusCode.UnprocessableEntity, ("Idempotency-Key", "delivery-1"));
        Assert.Equal("idempotency-key-reused", other.GetProperty("code").GetString());
        await server.GetAsync("/api/v1/registrations/I2", HttpStatusCode.NotFound);
        JsonElement elsewhere = await server.DeliverAsync("coverage", file, HttpStatusCode.UnprocessableEntity, ("Idempotency-Key", "delivery-1"));
        Assert.Equal("idempotency-key-reused", elsewhere.GetProperty("code").GetString());
    }

    [Fact]
    public async Task DivisionChange_BringsEverybodyToTheNewCode_AndIsAnsweredTheSameAgain()
    {
        string rows = string.Concat(Enumerable.Range(0, 7).Select(i => $"J{i},HJ{i},02,郑{"一二三四五六七"[i]},1,1990-01-01,,32050500201{i},苏州市虎丘区塔园路{i}号,10,1990-01-01\n"));
        await server.DeliverAsync("register", Header + rows);
        object order = new { from = "320505002", to = "320505099", changedOn = "2025-01-01" };
        JsonElement unproven = await server.ActAsync("/api/v1/divisions/changes", order, HttpStatusCode.Conflict);
        Assert.Equal("not-a-successor", unproven.GetProperty("errors")[0].GetProperty("rule").GetString());

        object proven = new { from = "320505002", to = "320505099", changedOn = "2025-01-01", evidence = new[] { new { number = "苏民发〔2025〕1号" } } };
        JsonElement changed = await server.ActAsync("/api/v1/divisions/changes", proven, HttpStatusCode.OK, ("Idempotency-Key", "division-1"));
        JsonElement again = await server.ActAsync("/api/v1/divisions/changes", proven, HttpStatusCode.OK, ("Idempotency-Key", "division-1"));
        JsonElement anew = await server.ActAsync("/api/v1/divisions/changes", proven, HttpStatusCode.OK);

        Assert.Equal((7, 7, 0), (changed.GetProperty("changed").GetInt32(), again.GetProperty("changed").GetInt32(), anew.GetProperty("changed").GetInt32()));
        Assert.Equal("320505099013", (await server.GetAsync("/api/v1/registrations/J3")).GetProperty("fields").GetProperty("division").GetString());
        Assert.Equal("320505002013", (await server.GetAsync("/api/v1/registrations/J3/state?validAt=2024-12-31")).GetProperty("fields").GetProperty("division").GetString());
        JsonElement divisions = await server.GetAsync("/api/v1/divisions");
        Assert.Contains(divisions.EnumerateArray(), one => one.GetProperty("code").GetString() == "320505099013" && one.GetProperty("living").GetInt64() == 1);
        JsonElement bad = await server.ActAsync("/api/v1/divisions/changes", new { from = "32", to = "320505099", changedOn = "2025-01-01" }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("from", bad.GetProperty("errors")[0].GetProperty("place").GetString());
    }
}
