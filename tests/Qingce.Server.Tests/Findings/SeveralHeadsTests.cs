namespace Qingce.Server.Tests.Findings;

public sealed class SeveralHeadsTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Header = "registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Head_BroughtByALaterDelivery_IsTakenAndIsAFindingOnce()
    {
        await server.DeliverAsync("register", Header + "A1,HA,family,02,王一,1,1980-05-17,,330102\nA2,HA,family,10,李二,2,1981-05-17,,330102\n");
        Assert.Empty(await HeadsFoundAsync());

        await server.DeliverAsync("register", Header + "A3,HA,family,户主,王三,1,1955-02-03,,330102\n");
        string[] found = await HeadsFoundAsync();
        await server.DeliverAsync("register", Header + "A4,HA,family,20,王四,1,2010-02-03,,330102\n");

        Assert.Equal(["[\"A1\",\"A3\"]"], found);
        Assert.Equal(found, await HeadsFoundAsync());
        JsonElement household = await server.GetAsync("/api/v1/households/HA", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"));
        Assert.Contains("A3", household.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<string[]> HeadsFoundAsync()
    {
        JsonElement page = await server.GetAsync("/api/v1/findings?indicator=9", HttpStatusCode.OK, ("Qingce-Actor", "officer-1"));
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("registrationIds").ToString())];
    }
}
