using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage;

/// <summary>
/// An opened register: contexts to read with, turns to write in, and the bulk paths that differ between SQLite and PostgreSQL. Safe for several
/// threads; one for the whole process.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    private protected Store(StoreOptions options) => Options = options;

    /// <summary>How it was opened.</summary>
    public StoreOptions Options { get; }

    /// <summary>SQLite or PostgreSQL with its version, for a person.</summary>
    public abstract string Product { get; }

    /// <summary>A context to read with. What is written through it fails on SQLite: take <see cref="WriteAsync"/> for that.</summary>
    public abstract RegisterContext Read();

    /// <summary>
    /// A transaction to write in. SQLite has one writer: the others wait here for their turn, so keep it short. What is not committed is undone.
    /// </summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public abstract Task<StoreWrite> WriteAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Brings a store to this program's version, or says why that cannot be.</summary>
    private protected static async Task MigrateAsync(RegisterContext context, string place, CancellationToken cancellation)
    {
        string[] known = [.. context.Database.GetMigrations()];
        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)];
        if (applied.Except(known).Any())
        {
            throw new StoreException(
                "store-newer",
                $"{place}: the store was written by a newer version of Qingce ({applied.Except(known).Last()}). Start that version, or open another store; nothing was changed.",
                $"{place}：数据库由更新版本的 Qingce 写入（{applied.Except(known).Last()}）。请使用新版本，或打开另一个库；未作任何改动。");
        }

        if (applied.Length < known.Length)
        {
            await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
        }
    }
}
