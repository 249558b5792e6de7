using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Storage.Postgres;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sqlite;
using Qingce.Testing;

namespace Qingce.Bench.Stores;

/// <summary>
/// A register file into each store, encryption on, beside a bare COPY of the same bytes and the reading alone. Processor time is told beside the
/// clock's, since other work on the machine changes only the latter.
/// </summary>
internal static class ImportRun
{
    // With what a process allocates once: the model of the store, its migrations, buffers of the chunks in flight.
    private const double MostBytesAllocatedARow = 1000;

    public static ResultTable Measure(BenchArguments arguments)
    {
        string data = Path.Combine(MeasuredProcess.RepositoryRoot, "artifacts", "bench");
        Directory.CreateDirectory(data);
        string file = Path.Combine(data, $"register-{arguments.Rows}-{arguments.Seed}.csv");
        if (!File.Exists(file))
        {
            InventedRegister.Write(file, arguments.Rows, arguments.Seed);
        }

        ResultTable result = new(
            $"import of {arguments.Rows:N0} registrations, {new FileInfo(file).Length >> 20:N0} MiB of CSV, sealed with AES-256-GCM",
            "what", "rows/s", "seconds", "processor µs/row, program", "processor µs/row, PostgreSQL", "bytes allocated/row");
        Run(result, "read and checked against the catalogue alone", arguments.Rows, null, () => ReadAloneAsync(file, arguments.Threads));
        double sqlite = Run(result, "into SQLite", arguments.Rows, null, () => ImportAsync(file, arguments.Threads, null));
        PostgresServer server = PostgresServer.StartAsync(isDurable: true, "shared_buffers=512MB", "max_wal_size=8GB", "checkpoint_timeout=30min").GetAwaiter().GetResult();
        try
        {
            string database = server.ThroughSocket(server.NewDatabaseAsync().GetAwaiter().GetResult());
            double postgres = Run(result, "into PostgreSQL", arguments.Rows, server.Port, () => ImportAsync(file, arguments.Threads, database));
            Run(result, "bare COPY of the same rows, three indexes", arguments.Rows, server.Port, () => BareCopyAsync(file, database));
            if (Math.Max(sqlite, postgres) > MostBytesAllocatedARow)
            {
                throw new InvalidOperationException(
                    $"An import allocates {Math.Max(sqlite, postgres):0} bytes a row; {MostBytesAllocatedARow} are allowed.\n{result.ToMarkdown()}");
            }
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        return result;
    }

    private static double Run(ResultTable result, string what, int rows, int? port, Func<Task<double>> work)
    {
        GC.Collect();
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        double server = port is { } one ? ServerTime.Of(one) : 0;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        double seconds = work().GetAwaiter().GetResult();
        double bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)rows;
        self.Refresh();
        result.Add(
            what, (rows / seconds).ToString("N0", CultureInfo.InvariantCulture), seconds, (self.TotalProcessorTime - before).TotalMicroseconds / rows,
            port is { } other ? ((ServerTime.Of(other) - server) * 1e6 / rows).ToString("0.00", CultureInfo.InvariantCulture) : "", bytes.ToString("0", CultureInfo.InvariantCulture));
        return bytes;
    }

    private static Task<double> ReadAloneAsync(string file, int threads)
    {
        long started = Stopwatch.GetTimestamp();
        using DeliveryReader reader = DeliveryReader.Open(file, "register.csv", DeliveryKind.Register, HeaderMapping.None);
        long rows = reader.Read(1, threads, chunk => chunk.RowCount).Sum(pair => (long)pair.Made);
        return Task.FromResult(Stopwatch.GetElapsedTime(started).TotalSeconds + (rows == 0 ? double.NaN : 0));
    }

    private static async Task<double> ImportAsync(string file, int threads, string? database)
    {
        string folder = Directory.CreateTempSubdirectory("qingce-bench-").FullName;
        StoreOptions options = new() { DataFolder = folder, Database = database };
        try
        {
            await using Store store = database is null
                ? await SqliteStore.OpenAsync(options, CancellationToken.None)
                : await PostgresStore.OpenAsync(options, CancellationToken.None);
            long started = Stopwatch.GetTimestamp();
            DeliveryReceipt receipt = await new ImportDelivery(store, TimeProvider.System).ExecuteAsync(
                new DeliveryRequest(file, DeliveryKind.Register, "bench") { Threads = threads }, null, CancellationToken.None);
            return receipt.Read == receipt.Taken ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException("Not all rows were taken.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The tuples made beforehand, and nothing but COPY timed.</summary>
    private static async Task<double> BareCopyAsync(string file, string database)
    {
        string folder = Directory.CreateTempSubdirectory("qingce-bench-").FullName;
        await using SqliteStore keys = await SqliteStore.OpenAsync(new StoreOptions { DataFolder = folder }, CancellationToken.None);
        List<RegistrationRows> chunks = [];
        using (DeliveryReader reader = DeliveryReader.Open(file, "register.csv", DeliveryKind.Register, HeaderMapping.None))
        {
            foreach ((DeliveryChunk chunk, RegistrationRows rows) in reader.Read(1, 2, chunk =>
            {
                RegistrationRows rows = keys.NewRegistrations(1, DateTimeOffset.UnixEpoch);
                for (int row = 0; row < chunk.RowCount; row++)
                {
                    rows.Append(chunk.Row(row), chunk.Ends(row), chunk.Start(row), row);
                }

                return rows;
            }))
            {
                chunks.Add(rows);
            }
        }

        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync();
        await ExecuteAsync(connection, """
            CREATE TABLE bare (LIKE registrations);
            ALTER TABLE bare ADD PRIMARY KEY (registration_id);
            CREATE INDEX ON bare (number_key);
            CREATE INDEX ON bare (household_id);
            """);
        long started = Stopwatch.GetTimestamp();
        foreach (RegistrationRows rows in chunks)
        {
            await using Stream copy = await connection.BeginRawBinaryCopyAsync($"COPY bare ({rows.Table.ColumnList}) FROM STDIN (FORMAT BINARY)");
            await copy.WriteAsync("PGCOPY\n"u8.ToArray());
            await copy.WriteAsync(new byte[] { 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0 });
            await copy.WriteAsync(rows.Written);
            await copy.WriteAsync(new byte[] { 0xFF, 0xFF });
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return seconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
