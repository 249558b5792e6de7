using Qingce.Storage;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;

namespace Qingce.Testing;

/// <summary>An empty store of its own for one test, gone with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _folder;

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
        string? database = kind == StoreKind.Sqlite ? null : await (await PostgresServer.SharedAsync()).NewDatabaseAsync(await Template.Value);
        return new TestStore(folder, await OpenAsync(new StoreOptions { DataFolder = folder, Database = database }));
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (Store.Options.Database is { } database)
        {
            await (await PostgresServer.SharedAsync()).DropAsync(database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    // A database that was brought to this version once is copied for each test: far quicker than bringing each there.
    private static async Task<string> MakeTemplateAsync()
    {
        PostgresServer server = await PostgresServer.SharedAsync();
        string database = await server.NewDatabaseAsync();
        string folder = Directory.CreateTempSubdirectory("qingce-template-").FullName;
        await using (await PostgresStore.OpenAsync(new StoreOptions { DataFolder = folder, Database = database }, CancellationToken.None))
        {
        }

        Directory.Delete(folder, recursive: true);
        return new Npgsql.NpgsqlConnectionStringBuilder(database).Database!;
    }
}
