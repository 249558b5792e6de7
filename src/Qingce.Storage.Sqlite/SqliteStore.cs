using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Bulk;
using Qingce.Storage.Reading;

namespace Qingce.Storage.Sqlite;

/// <summary>The embedded store, for a county: one file in write-ahead mode, one writer, any number of readers.</summary>
public sealed class SqliteStore : Store
{
    private const string WriterCache = "PRAGMA cache_size = -262144;";
    private const string SorterCache = "PRAGMA cache_size = -4096;";

    private readonly SqliteConnection _writer;
    private readonly string _readConnection;
    private readonly SemaphoreSlim _turns = new(1, 1);
    private readonly DbContextOptions<RegisterContext> _readOptions;
    private readonly DbContextOptions<RegisterContext> _writeOptions;

    private SqliteStore(StoreOptions options, string path)
        : base(options)
    {
        _readConnection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
        _writer = new SqliteConnection(_readConnection + ";Pooling=False");
        _readOptions = Build(builder => builder.UseSqlite(_readConnection, Configure).AddInterceptors(ReadOnlyConnections.Instance));
        _writeOptions = Build(builder => builder.UseSqlite(_writer, Configure));
    }

    /// <inheritdoc/>
    public override string Product => $"SQLite {_writer.ServerVersion}";

    /// <summary>Opens DataFolder/register.db, making it when it is not there, and brings it to this version.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why.</exception>
    public static async Task<SqliteStore> OpenAsync(StoreOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        string path = Path.Combine(options.DataFolder, "register.db");
        try
        {
            OperatorsFolder.MakeMissing(options.DataFolder);
            RefuseEmptied(options, path);
            // Whatever SQLite makes beside it has the rights of the file.
            foreach (string file in (string[])[path, .. new[] { path + "-wal", path + "-shm" }.Where(File.Exists)])
            {
                OperatorsFolder.MakeFile(file);
            }

            SqliteStore store = new(options, path);
            try
            {
                await store._writer.OpenAsync(cancellation).ConfigureAwait(false);
                await store.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384; PRAGMA threads = 2;" + WriterCache, cancellation)
                    .ConfigureAwait(false);
                await using (RegisterContext context = new(store._writeOptions))
                await using (FileStream? alone = TryLock(Path.Combine(options.DataFolder, "migration.lock")))
                {
                    if (alone is not null)
                    {
                        // A program that was killed while it made the store left this lock behind, for which everybody would wait for ever.
                        await store.ExecuteAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation).ConfigureAwait(false);
                    }

                    await MigrateAsync(context, path, cancellation).ConfigureAwait(false);
                }

                await store.OpenKeysAsync(cancellation).ConfigureAwait(false);
                await store.MendAsync(cancellation).ConfigureAwait(false);
                return store;
            }
            catch
            {
                await store.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                "store-unusable",
                $"{path}: the embedded store cannot be opened: {error.Message} Check that the folder can be written and that the file is a Qingce store.",
                $"{path}：无法打开内嵌库：{error.Message} 请检查文件夹是否可写、该文件是否为 Qingce 的库。",
                error);
        }
    }

    /// <inheritdoc/>
    public override RegisterContext Read() => new(_readOptions);

    internal override async Task<DbConnection> OpenReaderAsync(CancellationToken cancellation)
    {
        SqliteConnection connection = new(_readConnection);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        return connection;
    }

    /// <inheritdoc/>
    public override async Task<StoreWrite> WriteAsync(CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation).ConfigureAwait(false);
        RegisterContext context = new(_writeOptions);
        try
        {
            return new StoreWrite(context, await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false), _turns);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            _turns.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task InsertAsync(StoreWrite write, RowImages rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        cancellation.ThrowIfCancellationRequested();
        SqliteBulkInsert.Run(_writer, rows);
        return Task.CompletedTask;
    }

    // SQLite sorts what an index is made of in runs as large as its cache. Small ones stay in the processor's, and are sorted by another thread while the next is
    // filled: an index costs half of what one large run in memory costs.
    internal override async Task MakeSearchableAsync(StoreWrite write, CancellationToken cancellation)
    {
        await ExecuteAsync(SorterCache, cancellation).ConfigureAwait(false);
        try
        {
            await base.MakeSearchableAsync(write, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await ExecuteAsync(WriterCache, CancellationToken.None).ConfigureAwait(false);
        }
    }

    internal override async Task<StoreSnapshot> TakeSnapshotAsync(int threads, CancellationToken cancellation)
    {
        await using StoreWrite nobodyWrites = await WriteAsync(cancellation).ConfigureAwait(false);
        return await SqliteSnapshot.TakeAsync(_writer.ConnectionString, threads, cancellation).ConfigureAwait(false);
    }

    private protected override string IndexNames => "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index'";

    /// <inheritdoc/>
    private protected override Task<IAsyncDisposable?> TryImportTurnAsync(CancellationToken cancellation) =>
        Task.FromResult<IAsyncDisposable?>(TryLock(Path.Combine(Options.DataFolder, "import.lock")));

    private protected override async ValueTask CloseAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        SqliteConnection.ClearPool(new SqliteConnection(_readConnection));
        _turns.Dispose();
    }

    // A key file is made with the store it opens, never before it: an empty file beside one held a register.
    private static void RefuseEmptied(StoreOptions options, string path)
    {
        bool isEmptied = File.Exists(path) && new FileInfo(path).Length == 0 && (!File.Exists(path + "-wal") || new FileInfo(path + "-wal").Length == 0)
            && File.Exists(options.KeyFilePath);
        if (isEmptied)
        {
            throw new StoreException(
                "store-emptied",
                $"{path}: the file is empty, and the keys of a register lie beside it ({options.KeyFilePath}). Put the file back from a backup; to begin a new register, move the empty file and the keys away. Nothing was changed.",
                $"{path}：文件是空的，而旁边有登记库的密钥（{options.KeyFilePath}）。请从备份放回该文件；如要新建登记库，请先移走空文件和密钥。未作任何改动。");
        }
    }

    // The lock is the system's, so that it is let go however the process ends.
    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Configure(Microsoft.EntityFrameworkCore.Infrastructure.SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.MigrationsAssembly(typeof(SqliteStore).Assembly.GetName().Name).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    private static DbContextOptions<RegisterContext> Build(Action<DbContextOptionsBuilder<RegisterContext>> configure)
    {
        DbContextOptionsBuilder<RegisterContext> builder = new();
        configure(builder);
        return builder.Options;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using SqliteCommand command = _writer.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
