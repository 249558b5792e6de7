namespace Qingce.Server.Tests.Registrations;

public sealed class MaskedAnswersTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Places_AndNumbersInParts_AreMaskedInEveryAnswer()
    {
        await server.DeliverAsync(
            "register",
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,birthplace,native_place,moved_in_from\n"
            + "M1,HM,02,王一,1,1990-05-01,,320505001001,苏州市平江路9号201室,江苏省昆山市,310101上海市南京路5号8室\nM2,HM,20,王二,1,2010-05-01,,320505001001,,,\n");
        await server.ActAsync(
            "/api/v1/registrations/M1/changes",
            new
            {
                kind = "correction",
                validFrom = "2024-05-06",
                reason = "电话138-1234-5678，号码 110105 19491231 002X",
                evidence = new[] { new { note = "号码１１０１０５１９４９１２３１００２Ｘ" } },
                fields = new { birthplace = "苏州市人民路7号" },
            },
            HttpStatusCode.Created, ("If-Match", "\"1\""));

        string all = "";
        foreach (string path in (string[])["", "/history", "/state"])
        {
            string answer = (await server.GetAsync($"/api/v1/registrations/M1{path}")).ToString();
            all += answer;
            Assert.All(new[] { "9号", "7号", "5号", "5678", "1231", "１２３１" }, hidden => Assert.DoesNotContain(hidden, answer, StringComparison.Ordinal));
        }

        Assert.Contains("310101上海市南京路***", all, StringComparison.Ordinal);
        Assert.Contains("江苏省昆山市", all, StringComparison.Ordinal);
        Assert.Contains(
            "苏州市人民路7号",
            (await server.GetAsync("/api/v1/registrations/M1?reveal=true", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"), ("Qingce-Purpose", "visit"))).ToString(),
            StringComparison.Ordinal);
    }
}
