namespace Qingce.Server.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=qingce;Database=register;Timeout=5", "127.0.0.1:1/register: PostgreSQL cannot be used")]
    [InlineData("Hots=127.0.0.1", "the connection string cannot be read")]
    public async Task Start_OnADatabaseThatCannotBeUsed_SaysWhatToDo(string database, string said)
    {
        using TemporaryFolder folder = new();

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServerProcess.StartAsync("--data", folder["data"], "--database", database));

        Assert.Contains(said, ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_FillsAnEmptyStoreOnceAndIsThenReady()
    {
        using TemporaryFolder folder = new();
        string first;
        await using (ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"], "--demo"))
        {
            first = await FilledAsync(server);
            Assert.Contains("\"category\":\"register\"", first, StringComparison.Ordinal);
            Assert.Equal(0, await server.StopAsync());
        }

        await using ServerProcess again = await ServerProcess.StartAsync("--data", folder["data"], "--demo");
        Assert.Equal(first, await FilledAsync(again));
    }

    // Identifiers of all deliveries, once the server says it is ready.
    private static async Task<string> FilledAsync(ServerProcess server)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            using HttpResponseMessage health = await server.Client.GetAsync("/health", patience.Token);
            if (health.IsSuccessStatusCode)
            {
                break;
            }

            await Task.Delay(100, patience.Token);
        }

        JsonElement deliveries = await server.GetAsync("/api/v1/deliveries?limit=200");
        return string.Join(' ', deliveries.GetProperty("items").EnumerateArray().Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }
}
