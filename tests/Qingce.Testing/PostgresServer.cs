using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Qingce.Testing;

/// <summary>
/// A throw-away PostgreSQL cluster on 127.0.0.1, made and started by whoever needs one and gone when this process is, however it ends: the server
/// hangs on a pipe of this process. PostgreSQL refuses to run as root, so root starts it as the Debian account <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Account = "postgres";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync(isDurable: false));

    private readonly string _folder;
    private readonly string _settings;
    private Process? _process;
    private int _databases;

    private PostgresServer(string folder, int port, string settings)
    {
        _folder = folder;
        _settings = settings;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The cluster of this process, started when first asked for. It trades durability for speed.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>Makes and starts a cluster.</summary>
    /// <param name="isDurable">True to have commits flushed to the disk, for tests of crashes and for measuring.</param>
    /// <param name="settings">Further settings, as <c>shared_buffers=1GB</c>.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable, params string[] settings)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"qingce-postgres-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", Account, folder);
        }

        await RunAsPostgresAsync(Binary("initdb"), "-D", Path.Combine(folder, "data"), "-U", "qingce", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        string[] all =
        [
            "max_connections=200", "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}", "timezone=UTC", "log_min_messages=fatal",
            $"fsync={(isDurable ? "on" : "off")}", $"synchronous_commit={(isDurable ? "on" : "off")}", $"full_page_writes={(isDurable ? "on" : "off")}",
            .. settings,
        ];
        PostgresServer server = new(folder, FreePort(), string.Join(' ', all.Select(setting => $"-c {setting}")));
        await server.StartAsync();
        return server;
    }

    /// <summary>What the server has written so far: errors that end it, and what its settings ask for.</summary>
    public Task<string> ReadLogAsync(CancellationToken cancellation) => File.ReadAllTextAsync(Path.Combine(_folder, "log"), cancellation);

    /// <summary>A connection string of a database of this cluster.</summary>
    /// <param name="database">Its name.</param>
    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Username=qingce;Database={database}";

    /// <summary>A connection string of this cluster through its socket rather than the network.</summary>
    /// <param name="connection">The connection string.</param>
    public string ThroughSocket(string connection) => new NpgsqlConnectionStringBuilder(connection) { Host = _folder }.ConnectionString;

    /// <summary>Makes a database and returns its connection string.</summary>
    /// <param name="template">The database it is a copy of, which nobody may be connected to.</param>
    public async Task<string> NewDatabaseAsync(string template = "template1")
    {
        string name = FormattableString.Invariant($"qingce_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionTo(name);
    }

    /// <summary>Drops a database with whoever is connected to it.</summary>
    /// <param name="connection">Its connection string.</param>
    public Task DropAsync(string connection) => ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>Ends the server as a crash would, without a word to its clients, and starts it again on the same port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync("immediate");
        await StartAsync();
    }

    /// <summary>Ends the server as a crash would.</summary>
    public Task CrashAsync() => StopAsync("immediate");

    /// <summary>Starts the server after <see cref="CrashAsync"/>.</summary>
    public async Task StartAsync()
    {
        // The shell outlives neither the server nor this process: when this process ends, its end of the pipe closes and read returns.
        string script = $"{Binary("postgres")} -D {_folder}/data -p {Port} {_settings} >>{_folder}/log 2>&1 & server=$!; "
            + $"word=; read -r word; kill -QUIT $server 2>/dev/null; wait $server 2>/dev/null; if [ \"$word\" != keep ]; then rm -rf {_folder}; fi";
        _process = Process.Start(AsPostgres("sh", "-c", script))!;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    private async Task StopAsync(string mode)
    {
        if (_process is { } process)
        {
            await process.StandardInput.WriteLineAsync(mode == "immediate" ? "keep" : mode);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = new(ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Binary(string name)
    {
        string? folder = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Where(path => File.Exists(Path.Combine(path, "bin", "initdb"))).Order().LastOrDefault()
            : null;
        return folder is null
            ? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql (./test does it).")
            : Path.Combine(folder, "bin", name);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo AsPostgres(string file, params string[] arguments)
    {
        bool isRoot = Environment.UserName == "root";
        return new ProcessStartInfo(isRoot ? "setpriv" : file, isRoot ? ["--reuid", Account, "--regid", Account, "--init-groups", file, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
    }

    private static Task RunAsPostgresAsync(string file, params string[] arguments) => RunAsync(AsPostgres(file, arguments));

    private static Task RunAsync(string file, params string[] arguments) =>
        RunAsync(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });

    private static async Task RunAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {await output}{errors}");
        }
    }
}
