namespace Qingce.Server.Tests.Verifications;

public sealed class CancelledVerificationTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Verification_Cancelled_LeavesNothingAndIsNotInTheWay()
    {
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(i => $"V{i},HV{i},02,郑一,1,1880-01-01,,320505001001,苏州市虎丘区塔园路{i}号,10,1990-01-01\n"));
        await server.DeliverAsync(
            "register", "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,registered_on\n" + rows);
        JsonElement started = await server.ActAsync("/api/v1/verifications", new { asOf = "2026-03-01" }, HttpStatusCode.Accepted);
        string id = started.GetProperty("verificationId").GetString()!;
        JsonElement ended = await server.ActAsync($"/api/v1/verifications/{id}/cancel", new { }, HttpStatusCode.OK);

        // It may have been done by then; of one that was not, nothing stays.
        bool isFinished = ended.GetProperty("state").GetString() == "finished";
        Assert.True(isFinished || ended.GetProperty("state").GetString() == "cancelled", ended.GetRawText());
        JsonElement findings = (await server.GetAsync($"/api/v1/findings?verificationId={id}")).GetProperty("items");
        Assert.Equal(isFinished, findings.GetArrayLength() > 0);
        await server.ActAsync($"/api/v1/verifications/{Guid.Empty}/cancel", new { }, HttpStatusCode.NotFound);

        // The next one is not in its way.
        await server.ActAsync("/api/v1/verifications", new { asOf = "2026-03-01" }, HttpStatusCode.Accepted);
    }
}
