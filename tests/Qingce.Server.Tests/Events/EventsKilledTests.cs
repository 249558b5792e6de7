using System.Collections.Concurrent;
using System.Text;
using Qingce.Testing;

namespace Qingce.Server.Tests.Events;

/// <summary>The server ended without a word while events come in: each has its effect once, whether it was answered or not.</summary>
public sealed class EventsKilledTests
{
    private const int Count = 80;

    private static readonly byte[] Register = Encoding.UTF8.GetBytes(
        "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nR1,H1,02,王建国,1,1949-12-31,11010519491231002X,320505001001\n");

    [Theory]
    [InlineData(StoreKind.Sqlite, 7)]
    [InlineData(StoreKind.Postgres, 23)]
    public async Task Events_OfAServerThatIsKilled_HaveTheirEffectOnce(StoreKind kind, int answersBeforeTheEnd)
    {
        using TemporaryFolder folder = new();
        string? database = kind == StoreKind.Sqlite ? null : await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        string[] arguments = database is null ? ["--data", folder["data"]] : ["--data", folder["data"], "--database", database];
        ConcurrentDictionary<int, string> first = [];
        await using (ServerProcess server = await ServerProcess.StartAsync(arguments))
        {
            await server.DeliverAsync("register", Register, "register.csv");
            TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task sending = Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, _) =>
            {
                if (await TrySendAsync(server, at) is { } status && first.TryAdd(at, status) && first.Count >= answersBeforeTheEnd)
                {
                    enough.TrySetResult();
                }
            });
            await enough.Task;
            await server.KillAsync();
            await sending;
        }

        await using ServerProcess again = await ServerProcess.StartAsync(arguments);
        string?[] second = new string?[Count];
        for (int at = 0; at < Count; at++)
        {
            second[at] = await TrySendAsync(again, at);
        }

        Assert.All(second, status => Assert.Contains(status, new[] { "taken", "duplicate" }));
        Assert.All(first.Keys, at => Assert.Equal("duplicate", second[at]));
        Assert.Equal(Count, (await again.GetAsync("/api/v1/proposals?limit=200")).GetProperty("items").GetArrayLength());
        Assert.Equal(Count, (await again.GetAsync("/api/v1/persons/R1/source-records")).GetArrayLength());
    }

    private static async Task<string?> TrySendAsync(ServerProcess server, int at)
    {
        string json = $$$"""
            {"specversion":"1.0","id":"k-{{{at}}}","source":"/police/3205","type":"qingce.identity-card",
             "data":{"source_record_id":"K-{{{at}}}","event_kind":"issued","event_date":"2026-01-05","citizen_number":"11010519491231002X","name":"王建国",
              "division":"320505","issued_on":"2026-01-{{{1 + (at % 28):00}}}","recorded_at":"2026-02-01"}}
            """;
        using StringContent content = new(json, Encoding.UTF8, "application/cloudevents+json");
        try
        {
            using HttpResponseMessage answer = await server.Client.PostAsync("/api/v1/events", content, TestContext.Current.CancellationToken);
            string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, body);
            return JsonDocument.Parse(body).RootElement[0].GetProperty("status").GetString();
        }
        catch (HttpRequestException)
        {
            // Not answered: the sender does not know, and sends again.
            return null;
        }
    }
}
