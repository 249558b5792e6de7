using Npgsql;
using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Registrations;
using Qingce.Testing;

namespace Qingce.Faults.Tests;

/// <summary>A store that was prepared once, closed, and is copied for each run: a folder, and on PostgreSQL a database made from a template.</summary>
internal sealed class StoreTemplate : IAsyncDisposable
{
    private readonly StoreKind _kind;
    private readonly TestStore? _made;

    private StoreTemplate(StoreKind kind, TestStore? made) => (_kind, _made) = (kind, made);

    /// <summary>Whether there is no store yet: whoever opens a copy makes it, with keys of its own.</summary>
    public bool IsNothing => _made is null;

    /// <summary>An empty folder and an empty database.</summary>
    public static StoreTemplate Nothing(StoreKind kind) => new(kind, null);

    /// <summary>Prepares a store.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="prepare">Fills the empty store, which is closed afterwards.</param>
    public static async Task<StoreTemplate> MakeAsync(StoreKind kind, Func<Store, Task> prepare)
    {
        TestStore made = await TestStore.NewAsync(kind);
        await prepare(made.Store);
        await made.CloseAsync();
        return new StoreTemplate(kind, made);
    }

    /// <summary>Puts registrations into an opened store, as an import would leave them.</summary>
    public static async Task AddAsync(Store store, IEnumerable<RegistrationContent> contents)
    {
        await using StoreWrite write = await store.WriteAsync(TestContext.Current.CancellationToken);
        foreach (RegistrationContent content in contents)
        {
            Registration row = new() { RegistrationId = content.RegistrationId, KnownFrom = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) };
            row.Take(content, store.Keys);
            write.Context.Add(row);
        }

        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A copy, gone when disposed of.</summary>
    public async Task<StoreCopy> CopyAsync()
    {
        string folder = Directory.CreateTempSubdirectory("qingce-copy-").FullName;
        foreach (string file in _made is null ? [] : Directory.EnumerateFiles(_made.Folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(_made!.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string? database = _kind == StoreKind.Sqlite ? null : await (await PostgresServer.SharedAsync()).NewDatabaseAsync(
            _made is null ? "template1" : new NpgsqlConnectionStringBuilder(_made.Store.Options.Database).Database!);
        return new StoreCopy(new StoreOptions { DataFolder = folder, Database = database });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _made?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A copy of a prepared store.</summary>
internal sealed class StoreCopy(StoreOptions options) : IAsyncDisposable
{
    public StoreOptions Options => options;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (options.Database is { } database)
        {
            await (await PostgresServer.SharedAsync()).DropAsync(database);
        }

        Directory.Delete(options.DataFolder, recursive: true);
    }
}
