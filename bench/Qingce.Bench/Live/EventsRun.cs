using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingce.Bench.Stores;
using Qingce.Standards;
using Qingce.Testing;

namespace Qingce.Bench.Live;

/// <summary>
/// The inbox of live events over HTTP on each store: a server with a register in it, clients that send one event a request, and every answer timed from receipt
/// to the finding committed.
/// </summary>
internal static class EventsRun
{
    private const int Clients = 128;
    private const int WarmingUp = 10000;

    private static readonly (string Type, string Kind, string Document)[] Kinds =
    [
        ("qingce.death", "died", "death_certificate"), ("qingce.identity-card", "issued", "identity_card"), ("qingce.residence-permit", "issued", "residence_permit"),
    ];

    public static ResultTable Measure(BenchArguments arguments) => MeasureAsync(arguments).GetAwaiter().GetResult();

    private static async Task<ResultTable> MeasureAsync(BenchArguments arguments)
    {
        ResultTable table = new(
            $"{arguments.Rows:N0} events one a request from {Clients} clients after {WarmingUp:N0} others, a register of {arguments.People:N0}", "store", "events/s", "p50 ms", "p99 ms", "findings",
            "processor µs an event, server", "processor µs an event, PostgreSQL");
        string data = MeasuredProcess.DataFolder(arguments) + "-csv";
        MeasuredProcess.Qingce("simulate", "--people", $"{arguments.People}", "--seed", $"{arguments.Seed}", "--format", "csv", "--out", data);
        string register = Path.Combine(data, "register.csv");
        await AddAsync(table, "SQLite", register, null, null, arguments.Rows);
        await using PostgresServer postgres = await PostgresServer.StartAsync(isDurable: true, "shared_buffers=1GB", "max_wal_size=4GB");
        await AddAsync(table, "PostgreSQL", register, postgres.ThroughSocket(await postgres.NewDatabaseAsync()), postgres.Port, arguments.Rows);
        return table;
    }

    private static async Task AddAsync(ResultTable table, string store, string register, string? database, int? port, int events)
    {
        string folder = Directory.CreateTempSubdirectory("qingce-bench-").FullName;
        using (Serving serving = Serving.Start(folder, database, Clients))
        {
            await serving.DeliverRegisterAsync(register);
            // What is sustained is asked for, not how soon a server that was just started is warm.
            string[][] people = People(register);
            await SendAsync(serving.Client, people, 0, WarmingUp);
            (double server, double behind) = (serving.ProcessorTime, port is { } one ? ServerTime.Of(one) : 0);
            (double seconds, double[] latencies, int findings) = await SendAsync(serving.Client, people, WarmingUp, events);
            Array.Sort(latencies);
            table.Add(
                store, events / seconds, latencies[latencies.Length / 2], latencies[(int)(latencies.Length * 0.99)], findings,
                (serving.ProcessorTime - server) * 1e6 / events, port is { } other ? (ServerTime.Of(other) - behind) * 1e6 / events : "");
        }

        Directory.Delete(folder, recursive: true);
    }

    // Number, name and division of those who have a number.
    private static string[][] People(string register)
    {
        string[] headers = File.ReadLines(register).First().TrimStart('\uFEFF').Split(',');
        int number = Array.IndexOf(headers, "citizen_number"), name = Array.IndexOf(headers, "name"), division = Array.IndexOf(headers, "division");
        return [.. File.ReadLines(register).Skip(1).Where(line => !line.Contains('"', StringComparison.Ordinal)).Select(line => line.Split(','))
            .Where(cells => CitizenNumber.Read(cells[number]).IsValid).Select(cells => (string[])[cells[number], cells[name], cells[division]])];
    }

    private static async Task<(double Seconds, double[] Latencies, int Findings)> SendAsync(HttpClient client, string[][] people, int first, int count)
    {
        ConcurrentBag<double> latencies = [];
        int findings = 0, next = first - 1;
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            int at;
            while ((at = Interlocked.Increment(ref next)) < first + count)
            {
                using StringContent content = new(Event(people[at % people.Length], at), Encoding.UTF8, "application/cloudevents+json");
                long started = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.PostAsync("/api/v1/events", content);
                string body = await answer.Content.ReadAsStringAsync();
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException(body);
                }

                Interlocked.Add(ref findings, JsonDocument.Parse(body).RootElement[0].GetProperty("findings").GetArrayLength());
            }
        }));
        return (clock.Elapsed.TotalSeconds, [.. latencies], findings);
    }

    private static string Event(string[] person, int at)
    {
        (string type, string kind, string document) = Kinds[at % Kinds.Length];
        string id = at.ToString(CultureInfo.InvariantCulture);
        JsonObject fields = new()
        {
            ["source_record_id"] = $"E{id}",
            ["event_kind"] = kind,
            ["event_date"] = "2026-01-05",
            ["citizen_number"] = person[0],
            ["name"] = person[1],
            ["division"] = person[2],
            ["document_kind"] = document,
            ["document_number"] = $"N{id}",
            ["issuing_authority"] = "bench",
            ["issued_on"] = "2026-01-05",
            ["recorded_at"] = "2026-01-06",
        };
        if (type == "qingce.residence-permit")
        {
            fields["valid_until"] = "2027-01-05";
            fields["status"] = "active";
        }

        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["source"] = "/bench",
            ["type"] = type,
            ["time"] = "2026-01-06T00:00:00Z",
            ["sequence"] = id,
            ["data"] = fields,
        }.ToJsonString();
    }
}
