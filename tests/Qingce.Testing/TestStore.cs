using Qingce.Storage;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;

namespace Qingce.Testing;

/// <summary>An empty store of its own for one test, gone with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<(string Database, byte[] Keys)>> Template = new(MakeTemplateAsync);

    private readonly string _folder;
    private bool _isClosed;

    private TestStore(string folder, Store store)
    {
        _folder = folder;
        Store = store;
    }

    /// <summary>The store.</summary>
    public Store Store { get; private set; }

    /// <summary>The folder of the installation.</summary>
    public string Folder => _folder;

    /// <summary>Makes an empty store.</summary>
    /// <param name="kind">Which.</param>
    public static async Task<TestStore> NewAsync(StoreKind kind)
    {
        string folder = Directory.CreateTempSubdirectory("qingce-store-").FullName;
        StoreOptions options = new() { DataFolder = folder };
        if (kind == StoreKind.Postgres)
        {
            (string template, byte[] keys) = await Template.Value;
            options = options with { Database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync(template) };
            Directory.CreateDirectory(Path.GetDirectoryName(options.KeyFilePath)!);
            await File.WriteAllBytesAsync(options.KeyFilePath, keys);
        }

        return new TestStore(folder, await OpenAsync(options));
    }

    /// <summary>Opens a store as the program does.</summary>
    /// <param name="options">Which.</param>
    public static async Task<Store> OpenAsync(StoreOptions options) =>
        options.Database is null ? await SqliteStore.OpenAsync(options, CancellationToken.None) : await PostgresStore.OpenAsync(options, CancellationToken.None);

    /// <summary>Closes the store and opens it again.</summary>
    public async Task ReopenAsync()
    {
        StoreOptions options = Store.Options;
        await Store.DisposeAsync();
        Store = await OpenAsync(options);
    }

    /// <summary>Closes the store, to be copied; only its options are of use then.</summary>
    public async Task CloseAsync()
    {
        await Store.DisposeAsync();
        _isClosed = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isClosed)
        {
            await Store.DisposeAsync();
        }

        if (Store.Options.Database is { } database)
        {
            await (await PostgresServer.SharedAsync()).DropAsync(database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    // A database that was brought to this version once is copied for each test: far quicker than bringing each there.
    private static async Task<(string Database, byte[] Keys)> MakeTemplateAsync()
    {
        PostgresServer server = await PostgresServer.SharedAsync();
        StoreOptions options = new()
        {
            DataFolder = Directory.CreateTempSubdirectory("qingce-template-").FullName,
            Database = await server.NewDatabaseAsync(),
        };
        await (await OpenAsync(options)).DisposeAsync();
        byte[] keys = await File.ReadAllBytesAsync(options.KeyFilePath);
        Directory.Delete(options.DataFolder, recursive: true);
        return (new Npgsql.NpgsqlConnectionStringBuilder(options.Database).Database!, keys);
    }
}
