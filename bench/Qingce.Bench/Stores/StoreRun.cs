using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Npgsql;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Storage.Postgres;
using Qingce.Storage.Reading;
using Qingce.Tables;
using Qingce.Testing;

namespace Qingce.Bench.Stores;

/// <summary>
/// A register on PostgreSQL as an office uses it: read out whole, the server started on it, and fifty clients over HTTP that each ask again as soon as they are
/// answered. Clients, server and database share the machine, and the database is reached through its socket.
/// </summary>
internal static class StoreRun
{
    private const int Clients = 50;
    private const int Sampled = 5000;
    private const int Changed = 500;
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(20);
    // A server that was just started compiles what is asked most twice more, beside those who ask.
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(30);
    private static readonly string[] Asked = ["registration_id", "citizen_number", "name", "birth_date"];

    public static ResultTable Measure(BenchArguments arguments) => MeasureAsync(arguments).GetAwaiter().GetResult();

    private static async Task<ResultTable> MeasureAsync(BenchArguments arguments)
    {
        string data = Path.Combine(MeasuredProcess.RepositoryRoot, "artifacts", "bench");
        Directory.CreateDirectory(data);
        string file = Path.Combine(data, $"register-{arguments.Rows}-{arguments.Seed}.csv");
        if (!File.Exists(file))
        {
            InventedRegister.Write(file, arguments.Rows, arguments.Seed);
        }

        ResultTable result = new($"a register of {arguments.Rows:N0} on PostgreSQL, sealed with AES-256-GCM, {Clients} clients over HTTP", "what", "per second", "p50 ms", "p99 ms", "seconds", "processor µs each, server", "processor µs each, PostgreSQL");
        string folder = Directory.CreateTempSubdirectory("qingce-bench-").FullName;
        await using PostgresServer postgres = await PostgresServer.StartAsync(
            isDurable: true, "shared_buffers=2GB", "effective_cache_size=8GB", "maintenance_work_mem=1GB", "max_wal_size=8GB", "checkpoint_timeout=30min", "jit=off");
        try
        {
            string database = postgres.ThroughSocket(await postgres.NewDatabaseAsync());
            await FillAsync(result, file, folder, database, arguments);
            await ServeAsync(result, file, folder, database, postgres.Port, arguments);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    private static async Task FillAsync(ResultTable result, string file, string folder, string database, BenchArguments arguments)
    {
        await using Store store = await PostgresStore.OpenAsync(new StoreOptions { DataFolder = folder, Database = database }, CancellationToken.None);
        double imported = await TimeAsync(() => new ImportDelivery(store, TimeProvider.System).ExecuteAsync(
            new DeliveryRequest(file, DeliveryKind.Register, "bench") { Threads = arguments.Threads }, null, CancellationToken.None));
        result.Add("import", PerSecond(arguments.Rows / imported), "", "", imported, "", "");
        // What the filling left to be written would be written while clients ask.
        await using (NpgsqlConnection connection = new(database))
        {
            await connection.OpenAsync();
            foreach (string settling in (string[])["VACUUM ANALYZE", "CHECKPOINT"])
            {
                await using NpgsqlCommand command = new(settling, connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync();
            }
        }

        long read = 0;
        double seconds = await TimeAsync(async () =>
        {
            await using RegisterReading reading = await RegisterReading.BeginAsync(store, arguments.Threads, CancellationToken.None);
            using TableReader register = reading.Inputs.Single(input => input.Role == InputRole.Register).Open();
            register.ReadParallel([.. Enumerable.Range(0, register.ColumnNames.Count)], arguments.Threads, batch => Interlocked.Add(ref read, batch.RowCount));
        });
        result.Add("read out for a verification, opened", PerSecond(read / seconds), "", "", seconds, "", "");
    }

    private static async Task ServeAsync(ResultTable result, string file, string folder, string database, int port, BenchArguments arguments)
    {
        string[][] people = Sample(file, arguments.Rows);
        string[] changed = [.. people.Take(Changed).Select(person => person[0])];
        using (Serving first = Serving.Start(folder, database, Clients))
        {
            double indexed = await TimeAsync(() => first.Indexed);
            result.Add("live index made, at the first start", PerSecond(arguments.Rows / indexed), "", "", indexed, "", "");
            await Parallel.ForEachAsync(changed, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => await ChangeAsync(first.Client, id));
        }

        long started = Stopwatch.GetTimestamp();
        using Serving serving = Serving.Start(folder, database, Clients);
        (await serving.Client.GetAsync("/health")).EnsureSuccessStatusCode();
        result.Add("start on that store, to the first answer of /health", "", "", "", Stopwatch.GetElapsedTime(started).TotalSeconds, "", "");
        foreach ((string what, Func<int, string> ask) in ((string, Func<int, string>)[])
            [
                ("search by number", at => $"/api/v1/registrations?number={people[at % people.Length][1]}"),
                ("search by name, 50 of those of the name", at => $"/api/v1/registrations?name={Uri.EscapeDataString(people[at % people.Length][2])}"),
                ("search by name and birth date", at => $"/api/v1/registrations?name={Uri.EscapeDataString(people[at % people.Length][2])}&birthDate={people[at % people.Length][3]}"),
                ("a person with history", at => $"/api/v1/registrations/{changed[at % changed.Length]}/history"),
            ])
        {
            await AskAsync(serving.Client, ask, WarmingUp);
            (double server, double behind) = (serving.ProcessorTime, ServerTime.Of(port));
            (double[] latencies, double seconds) = await AskAsync(serving.Client, ask, Asking);
            Array.Sort(latencies);
            result.Add(
                what, PerSecond(latencies.Length / seconds), latencies[latencies.Length / 2], latencies[(int)(latencies.Length * 0.99)], seconds,
                (serving.ProcessorTime - server) * 1e6 / latencies.Length, (ServerTime.Of(port) - behind) * 1e6 / latencies.Length);
        }
    }

    private static async Task<(double[] Latencies, double Seconds)> AskAsync(HttpClient client, Func<int, string> ask, TimeSpan during)
    {
        ConcurrentBag<double> latencies = [];
        int next = -1;
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (clock.Elapsed < during)
            {
                long started = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(ask(Interlocked.Increment(ref next)));
                answer.EnsureSuccessStatusCode();
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        return ([.. latencies], clock.Elapsed.TotalSeconds);
    }

    private static async Task ChangeAsync(HttpClient client, string registrationId)
    {
        using HttpResponseMessage known = await client.GetAsync($"/api/v1/registrations/{registrationId}");
        known.EnsureSuccessStatusCode();
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/registrations/{registrationId}/changes")
        {
            Content = JsonContent.Create(new
            {
                kind = "alteration",
                validFrom = "2024-05-01",
                reason = "declared",
                evidence = new[] { new { note = "bench" } },
                fields = new Dictionary<string, string> { ["employer"] = "某单位" },
            }),
        };
        request.Headers.IfMatch.Add(known.Headers.ETag!);
        using HttpResponseMessage answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    // Identifier, number, name and birth date of people spread over the file.
    private static string[][] Sample(string file, int rows)
    {
        int step = Math.Max(1, rows / Sampled);
        string[] headers = File.ReadLines(file).First().Split(',');
        int[] columns = [.. Asked.Select(name => Array.IndexOf(headers, name))];
        return [.. File.ReadLines(file).Skip(1).Where((_, at) => at % step == 0).Select(line => line.Split(',')).Where(cells => cells[^3].Length == 0 && cells[^2].Length == 0)
            .Select(cells => columns.Select(column => cells[column]).ToArray())];
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string PerSecond(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
