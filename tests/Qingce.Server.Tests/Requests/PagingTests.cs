namespace Qingce.Server.Tests.Requests;

public sealed class PagingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Cursor_OfAnotherListOrQuery_IsRefused()
    {
        await server.DeliverAsync(
            "register",
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n"
            + string.Concat(Enumerable.Range(1, 5).Select(i => $"P{i},HP,2{i},王一,1,1990-05-0{i},,320505001001\n")));
        string next = (await server.GetAsync("/api/v1/registrations?division=3205&limit=2")).GetProperty("next").GetString()!;

        JsonElement second = await server.GetAsync($"/api/v1/registrations?limit=3&division=3205&after={next}");
        Assert.Equal(["P3", "P4", "P5"], second.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("registrationId").GetString()));
        foreach (string other in (string[])["registrations?division=320505", "registrations?householdId=HP", "changes", "findings", "proposals", "deliveries", "views"])
        {
            string path = $"/api/v1/{other}{(other.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={next}";
            Assert.Equal("cursor-invalid", (await server.GetAsync(path, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
        }
    }
}
