using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Qingce.Storage.Bulk;
using Qingce.Storage.Reading;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Postgres;

/// <summary>A store on PostgreSQL 15 or later, for a province.</summary>
public sealed class PostgresStore : Store
{
    private const int OldestVersion = 15;
    private const int MostPrepared = 100;
    private const int LeastSearchers = 8;
    private const int SearchersAProcessor = 4;

    // Chosen once and for all: programs that start at the same time take turns at bringing the store to their version.
    private const long MigrationLock = 0x51696E676365;
    private const long ImportLock = 0x51696E676369;

    // The binary COPY begins with its name and two empty words, and ends with a row of -1 columns.
    private static readonly byte[] CopyHead = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] CopyTail = [0xFF, 0xFF];

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _searchers;
    private readonly DbContextOptions<RegisterContext> _options;
    private readonly DbContextOptions<RegisterContext> _reading;

    private PostgresStore(StoreOptions options, NpgsqlDataSource source, NpgsqlDataSource readers, NpgsqlDataSource searchers, Version version)
        : base(options)
    {
        (_source, _readers, _searchers) = (source, readers, searchers);
        Product = $"PostgreSQL {version}";
        (_options, _reading) = (Contexts(source), Contexts(readers));
    }

    /// <inheritdoc/>
    public override string Product { get; }

    /// <summary>Opens the database and brings it to this version.</summary>
    /// <exception cref="StoreException">It cannot be reached, is too old or too new; the message says which.</exception>
    public static async Task<PostgresStore> OpenAsync(StoreOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        NpgsqlConnectionStringBuilder settings = Parse(options.Database!);
        (settings, NpgsqlConnectionStringBuilder reading) = Tuned(settings, options.Database!);
        string place = $"{settings.Host}:{settings.Port}/{settings.Database}";
        NpgsqlDataSource source = NpgsqlDataSource.Create(settings);
        NpgsqlDataSource readers = NpgsqlDataSource.Create(reading);
        NpgsqlDataSource searchers = NpgsqlDataSource.Create(Searching(reading));
        try
        {
            await using NpgsqlConnection first = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            if (first.PostgreSqlVersion.Major < OldestVersion)
            {
                throw new StoreException(
                    "database-too-old",
                    $"{place}: this is PostgreSQL {first.PostgreSqlVersion}; Qingce needs {OldestVersion} or later. Upgrade the server; nothing was changed.",
                    $"{place}：该服务器为 PostgreSQL {first.PostgreSqlVersion}，Qingce 需要 {OldestVersion} 或更高版本。请升级服务器；未作任何改动。");
            }

            PostgresStore store = new(options, source, readers, searchers, first.PostgreSqlVersion);
            await LockAsync(first, "pg_advisory_lock", cancellation).ConfigureAwait(false);
            try
            {
                await using RegisterContext context = new(store._options);
                await MigrateAsync(context, place, cancellation).ConfigureAwait(false);
                await store.OpenKeysAsync(cancellation).ConfigureAwait(false);
                await store.MendAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                await LockAsync(first, "pg_advisory_unlock", CancellationToken.None).ConfigureAwait(false);
            }

            return store;
        }
        catch (Exception error)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            await readers.DisposeAsync().ConfigureAwait(false);
            await searchers.DisposeAsync().ConfigureAwait(false);
            if (error is NpgsqlException or SocketException or TimeoutException)
            {
                throw new StoreException(
                    "database-unreachable",
                    $"{place}: PostgreSQL cannot be used: {error.Message}. Check host, port, database, person and password given with --database, and that the server runs.",
                    $"{place}：无法使用 PostgreSQL：{error.Message}。请检查 --database 给出的主机、端口、库名、用户和口令，并确认服务器已启动。",
                    error);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public override RegisterContext Read() => new(_reading);

    internal override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellation) => await _searchers.OpenConnectionAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<StoreWrite> WriteAsync(CancellationToken cancellation)
    {
        RegisterContext context = new(_options);
        try
        {
            return new StoreWrite(context, await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false), turns: null);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void ForgetConnections()
    {
        _source.Clear();
        _readers.Clear();
        _searchers.Clear();
    }

    /// <inheritdoc/>
    public override async Task InsertAsync(StoreWrite write, RowImages rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(rows);
        NpgsqlConnection connection = (NpgsqlConnection)write.Transaction.Connection!;
        if (rows is RegistrationRows registrations)
        {
            await PrepareAreasAsync(connection, registrations.Areas, cancellation).ConfigureAwait(false);
        }

        await using Stream copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {rows.Table.Name} ({rows.Table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellation).ConfigureAwait(false);
        await copy.WriteAsync(CopyHead, cancellation).ConfigureAwait(false);
        await copy.WriteAsync(rows.Written, cancellation).ConfigureAwait(false);
        await copy.WriteAsync(CopyTail, cancellation).ConfigureAwait(false);
    }

    // In the turn's own transaction: another connection would wait for the locks that the turn holds itself.
    private static async Task PrepareAreasAsync(NpgsqlConnection connection, IEnumerable<int> areas, CancellationToken cancellation)
    {
        foreach (int area in areas.Where(area => area != 0))
        {
            await using NpgsqlCommand command = new(PostgresPartitions.Attach(area), connection);
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    internal override async Task<StoreSnapshot> TakeSnapshotAsync(int threads, CancellationToken cancellation) =>
        await PostgresSnapshot.TakeAsync(_source, threads, cancellation).ConfigureAwait(false);

    internal override async Task AnalyseAsync(StoreWrite write, string table, int? category, CancellationToken cancellation)
    {
        string analysed = category is { } number ? string.Create(CultureInfo.InvariantCulture, $"{table}_{number:00}") : table;
        // A few thousand rows a partition tell a key from a common value, which is all that matters here; PostgreSQL looks closer by itself in time.
        string sql = $"SET LOCAL default_statistics_target = 10; ANALYZE {analysed}";
        await using NpgsqlCommand command = new(sql, (NpgsqlConnection)write.Transaction.Connection!) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override async Task<IAsyncDisposable?> TryImportTurnAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using NpgsqlCommand command = new($"SELECT pg_try_advisory_lock({ImportLock})", connection);
        if (await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true)
        {
            return new ImportTurn(connection);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    private protected override string IndexNames => "SELECT indexname AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema()";

    private protected override async ValueTask CloseAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _searchers.DisposeAsync().ConfigureAwait(false);
    }

    private static DbContextOptions<RegisterContext> Contexts(NpgsqlDataSource source) => new DbContextOptionsBuilder<RegisterContext>()
        .UseNpgsql(source, postgres => postgres.MigrationsAssembly(typeof(PostgresStore).Assembly.GetName().Name)
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).Options;

    private static NpgsqlConnectionStringBuilder Parse(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "qingce" };
        }
        catch (ArgumentException error)
        {
            throw new StoreException(
                StoreException.ConnectionMisshapen,
                $"--database: the connection string cannot be read: {error.Message} It looks like \"Host=localhost;Database=qingce;Username=qingce\".",
                $"--database：连接字符串无法识别：{error.Message} 格式如 \"Host=localhost;Database=qingce;Username=qingce\"。",
                error);
        }
    }

    // What the operator's connection string says itself stays as it is.
    private static (NpgsqlConnectionStringBuilder Writing, NpgsqlConnectionStringBuilder Reading) Tuned(NpgsqlConnectionStringBuilder settings, string connection)
    {
        HashSet<string> said = [.. new DbConnectionStringBuilder { ConnectionString = connection }.Keys.Cast<string>().Select(key => key.Replace(" ", "", StringComparison.Ordinal))];
        if (!said.Contains("maxautoprepare"))
        {
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (MostPrepared, 2);
        }

        NpgsqlConnectionStringBuilder reading = new(settings.ConnectionString);
        if (!said.Contains("options"))
        {
            // A search names no area, and planning it means looking at every partition: that costs many times its execution, and the plan for one name is the plan
            // for any. Writers fill tables that were empty when they began, so that theirs is made for what is there by now.
            // Disks have no heads any more: by the cost of a page that PostgreSQL assumes, some hundred events would be looked up by reading a table whole.
            const string Disk = "-c random_page_cost=1.1";
            reading.Options = $"-c plan_cache_mode=force_generic_plan {Disk}";
            settings.Options = $"-c plan_cache_mode=force_custom_plan {Disk}";
        }

        if (!said.Contains("noresetonclose"))
        {
            // A reader changes nothing of its session and takes no locks; the reset would be seven statements a request.
            reading.NoResetOnClose = true;
        }

        return (settings, reading);
    }

    // A search is over in a millisecond. Fifty at once on a few processors take turns with one another, each losing its cache to the next; in a queue before a few
    // connections the slowest of them is answered sooner. Readers that may hold theirs for long have a pool of their own.
    private static NpgsqlConnectionStringBuilder Searching(NpgsqlConnectionStringBuilder reading)
    {
        int few = Math.Min(reading.MaxPoolSize, Math.Max(LeastSearchers, SearchersAProcessor * Environment.ProcessorCount));
        return new NpgsqlConnectionStringBuilder(reading.ConnectionString) { MinPoolSize = Math.Min(few, reading.MinPoolSize), MaxPoolSize = few };
    }

    private static async Task LockAsync(NpgsqlConnection connection, string function, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new($"SELECT {function}({MigrationLock})", connection);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    // The connection goes back to the pool, where it would keep the lock.
    private sealed class ImportTurn(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection.ConfigureAwait(false))
            {
                try
                {
                    await using NpgsqlCommand command = new($"SELECT pg_advisory_unlock({ImportLock})", connection);
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
                }
                catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
                {
                    // The server has gone, and the lock with it; what failed before this has been told.
                }
            }
        }
    }
}
