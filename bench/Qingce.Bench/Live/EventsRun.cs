using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qingce.Bench.Live;

/// <summary>
/// The inbox of live events over HTTP: a server with a register in it, clients that send one event a request, and every answer timed from receipt to the
/// finding committed. With QINGCE_BENCH_DATABASE set it is on that PostgreSQL database, which must be empty.
/// </summary>
internal static class EventsRun
{
    private const string Database = "QINGCE_BENCH_DATABASE";
    private const int Clients = 128;

    private static readonly (string Type, string Kind, string Document)[] Kinds =
    [
        ("qingce.death", "died", "death_certificate"), ("qingce.identity-card", "issued", "identity_card"), ("qingce.residence-permit", "issued", "residence_permit"),
    ];

    public static ResultTable Measure(BenchArguments arguments)
    {
        string? database = Environment.GetEnvironmentVariable(Database);
        ResultTable table = new(
            $"{arguments.Rows:N0} events one a request from {Clients} clients, a register of {arguments.People:N0}, {(database is null ? "SQLite" : "PostgreSQL")}",
            "events/s", "p50 ms", "p99 ms", "findings");
        string folder = Path.Combine(MeasuredProcess.RepositoryRoot, "artifacts", "bench", $"events-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        using Process server = Start(folder, database, out Uri address);
        try
        {
            using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Qingce-Actor", "bench");
            string[][] people = Deliver(client, arguments).GetAwaiter().GetResult();
            (double seconds, double[] latencies, int findings) = SendAsync(client, people, arguments.Rows).GetAwaiter().GetResult();
            Array.Sort(latencies);
            table.Add(arguments.Rows / seconds, latencies[latencies.Length / 2], latencies[(int)(latencies.Length * 0.99)], findings);
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    private static Process Start(string folder, string? database, out Uri address)
    {
        ProcessStartInfo start = new(Path.Combine(MeasuredProcess.RepositoryRoot, "run"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = MeasuredProcess.RepositoryRoot,
        };
        foreach (string argument in (string[])["serve", "--lang", "en", "--urls", "http://127.0.0.1:0", "--data", folder, .. database is null ? Array.Empty<string>() : ["--database", database]])
        {
            start.ArgumentList.Add(argument);
        }

        Process server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        string? line;
        while ((line = server.StandardError.ReadLine()) is not null && !line.Contains("Serving on ", StringComparison.Ordinal))
        {
        }

        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        address = new Uri(line!.Split("Serving on ")[1].Split(',', ';')[0]);
        return server;
    }

    /// <summary>Has an invented register taken, and returns number, name and division of its people.</summary>
    private static async Task<string[][]> Deliver(HttpClient client, BenchArguments arguments)
    {
        string data = MeasuredProcess.DataFolder(arguments) + "-csv";
        MeasuredProcess.Qingce("simulate", "--people", $"{arguments.People}", "--seed", $"{arguments.Seed}", "--format", "csv", "--out", data);
        string register = Path.Combine(data, "register.csv");
        using StreamContent content = new(File.OpenRead(register));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using HttpResponseMessage accepted = await client.PostAsync("/api/v1/deliveries?category=register&fileName=register.csv", content);
        accepted.EnsureSuccessStatusCode();
        while (true)
        {
            JsonDocument upload = JsonDocument.Parse(await client.GetStringAsync(accepted.Headers.Location));
            if (upload.RootElement.GetProperty("state").GetString() is "Finished" or "Failed")
            {
                break;
            }

            await Task.Delay(200);
        }

        string[] headers = File.ReadLines(register).First().TrimStart('\uFEFF').Split(',');
        int number = Array.IndexOf(headers, "citizen_number"), name = Array.IndexOf(headers, "name"), division = Array.IndexOf(headers, "division");
        return [.. File.ReadLines(register).Skip(1).Where(line => !line.Contains('"', StringComparison.Ordinal)).Select(line => line.Split(','))
            .Where(cells => cells[number].Length == 18).Select(cells => (string[])[cells[number], cells[name], cells[division]])];
    }

    private static async Task<(double Seconds, double[] Latencies, int Findings)> SendAsync(HttpClient client, string[][] people, int count)
    {
        ConcurrentBag<double> latencies = [];
        int findings = 0, next = -1;
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            int at;
            while ((at = Interlocked.Increment(ref next)) < count)
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
