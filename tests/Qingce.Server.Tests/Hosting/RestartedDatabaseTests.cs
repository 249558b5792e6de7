using Microsoft.EntityFrameworkCore;
using Qingce.Storage;

namespace Qingce.Server.Tests.Hosting;

/// <summary>A database that was started anew: the connections from before are broken, and nobody is to notice it more than once.</summary>
public sealed class RestartedDatabaseTests(RunningServerOnPostgres server) : IClassFixture<RunningServerOnPostgres>
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Reading_OverBrokenConnections_IsAnswered()
    {
        await server.DeliverAsync("register", Header + "B1,HB1,02,端木华,1,1980-05-06,,320505001001\n");
        foreach (string path in (string[])["registrations/B1", "registrations?name=duanmuhua", "registrations/B1/history", "changes", "deliveries"])
        {
            await server.GetAsync($"/api/v1/{path}");
            await BreakConnectionsAsync();
            await server.GetAsync($"/api/v1/{path}");
        }

        await BreakConnectionsAsync();
        Assert.Equal("ready", (await server.GetAsync("/health")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Writing_AfterOneBrokenConnectionWasMet_Succeeds()
    {
        await server.DeliverAsync("register", Header + "B2,HB2,02,端木华,1,1980-05-06,,320505001001\n");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.ActAsync("/api/v1/decisions", Decision, HttpStatusCode.NotFound)));
        await server.GetAsync("/api/v1/registrations/B2");
        await BreakConnectionsAsync();
        await server.GetAsync("/api/v1/registrations/B2");

        await server.ActAsync("/api/v1/decisions", Decision, HttpStatusCode.NotFound);
    }

    private static object Decision => new { oneId = "B2", otherId = "nobody", verdict = "different", reason = "x" };

    // A backend that is told to end may answer once more: it is waited for.
    private async Task BreakConnectionsAsync()
    {
        await using RegisterContext context = server.Store.Read();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        int[] told = await context.Database.SqlQueryRaw<int>(
            "WITH others AS MATERIALIZED (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) SELECT pid AS \"Value\" FROM others WHERE pg_terminate_backend(pid)")
            .ToArrayAsync(TestContext.Current.CancellationToken);
        while (await context.Database.SqlQueryRaw<int>("SELECT pid AS \"Value\" FROM pg_stat_activity").AnyAsync(pid => told.Contains(pid), TestContext.Current.CancellationToken))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
