using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Bulk;
using Qingce.Storage.Changes;
using Qingce.Storage.Reading;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage;

/// <summary>
/// An opened register: contexts to read with, turns to write in, and the bulk paths that differ between SQLite and PostgreSQL. Safe for several
/// threads; one for the whole process.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    private const int MostAttempts = 5;

    private Keyring? _keys;
    private DataKeys? _dataKeys;

    private protected Store(StoreOptions options)
    {
        Options = options;
        Histories = new(ids => ShownHistories.ByIdAsync(this, ids));
        RegistrationsOfNumbers = new(numbers => FindRegistrations.OfNumbersAsync(this, numbers));
        RegistrationsOfIds = new(ids => FindRegistrations.OfIdsAsync(this, ids));
    }

    /// <summary>How it was opened.</summary>
    public StoreOptions Options { get; }

    /// <summary>SQLite or PostgreSQL with its version, for a person.</summary>
    public abstract string Product { get; }

    /// <summary>Seals and opens what is sensitive, and makes the keys it is found by.</summary>
    public Keyring Keys => _keys!;

    internal DataKeys DataKeys => _dataKeys!;

    /// <summary>Histories by the ids of registrations.</summary>
    internal SharedTurns<string, StoredHistory> Histories { get; }

    /// <summary>Registrations by the keys of citizen numbers, in the order of their ids, and as many as one page has and one more.</summary>
    internal SharedTurns<long, List<Registration>> RegistrationsOfNumbers { get; }

    /// <summary>Registrations by their ids.</summary>
    internal SharedTurns<string, Registration> RegistrationsOfIds { get; }

    /// <summary>A context to read with. What is written through it fails on SQLite: take <see cref="WriteAsync"/> for that.</summary>
    public abstract RegisterContext Read();

    /// <summary>An open connection to read with in SQL of one's own: making a context costs more than a search.</summary>
    internal abstract Task<DbConnection> OpenReaderAsync(CancellationToken cancellation);

    /// <summary>
    /// A transaction to write in. SQLite has one writer: the others wait here for their turn, so keep it short. What is not committed is undone.
    /// </summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public abstract Task<StoreWrite> WriteAsync(CancellationToken cancellation);

    /// <summary>Does something in a turn of its own, again where an import or an officer was quicker with a registration.</summary>
    /// <param name="work">What is done; it commits the turn, or leaves it to be undone.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DbUpdateConcurrencyException">Others were quicker each time; nothing was written.</exception>
    public async Task<T> InTurnAsync<T>(Func<StoreWrite, Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (int attempt = 1; ; attempt++)
        {
            await using StoreWrite write = await WriteAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await work(write).ConfigureAwait(false);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
            }
        }
    }

    /// <summary>
    /// Forgets the connections that wait to be used. A database that was started anew leaves them broken, and each is noticed only when it is used: whoever meets one calls this.
    /// </summary>
    public virtual void ForgetConnections()
    {
    }

    /// <summary>A batch of new registrations for <see cref="InsertAsync"/>. Each thread fills its own.</summary>
    /// <param name="deliveryId">The delivery that brings them, or null.</param>
    /// <param name="knownFrom">Instant of recording.</param>
    public RegistrationRows NewRegistrations(long? deliveryId, DateTimeOffset knownFrom) => new(Keys, deliveryId, knownFrom);

    /// <summary>Writes rows by the bulk path, in the transaction of a turn. None of them may be there already.</summary>
    /// <param name="write">The turn.</param>
    /// <param name="rows">The rows; they may be cleared and filled again afterwards.</param>
    /// <param name="cancellation">Ends it; the turn is spent then.</param>
    public abstract Task InsertAsync(StoreWrite write, RowImages rows, CancellationToken cancellation);

    /// <summary>The turn to import: one delivery at a time, whatever program takes it. It ends with the process at the latest.</summary>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="StoreException">Another import is running.</exception>
    internal async Task<IAsyncDisposable> TakeImportTurnAsync(CancellationToken cancellation) =>
        await TryImportTurnAsync(cancellation).ConfigureAwait(false) ?? throw new StoreException(
            "import-running",
            "another delivery is being taken into this register. Wait until it is done, or stop it, and give the file again.",
            "正在导入另一批数据。请等它完成或将其停止，然后重新导入本文件。");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _keys?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The store as it stands now, for several threads to read.</summary>
    internal abstract Task<StoreSnapshot> TakeSnapshotAsync(int threads, CancellationToken cancellation);

    /// <summary>Takes the indexes away that only searching needs, until <see cref="MakeSearchableAsync"/>. With the import turn alone.</summary>
    internal Task BecomeFillableAsync(StoreWrite write, CancellationToken cancellation) => SearchIndexes.DropAsync(write.Context, IndexNames, cancellation);

    /// <summary>Makes the indexes that a filling took away, where they are not there.</summary>
    internal virtual Task MakeSearchableAsync(StoreWrite write, CancellationToken cancellation) =>
        SearchIndexes.CreateMissingAsync(write.Context, IndexNames, cancellation);

    /// <summary>
    /// Has the database look at what a table holds that was empty until now: its choice of indexes rests on that. SQLite chooses by the shape of a question alone.
    /// </summary>
    internal virtual Task AnalyseAsync(StoreWrite write, string table, int? category, CancellationToken cancellation) => Task.CompletedTask;

    private protected abstract ValueTask CloseAsync();

    /// <summary>SQL that lists the names of all indexes.</summary>
    private protected abstract string IndexNames { get; }

    /// <summary>The turn to import, or null while another has it.</summary>
    private protected abstract Task<IAsyncDisposable?> TryImportTurnAsync(CancellationToken cancellation);

    /// <summary>Opens the keys, making them in a new store.</summary>
    private protected async Task OpenKeysAsync(CancellationToken cancellation)
    {
        await using StoreWrite write = await WriteAsync(cancellation).ConfigureAwait(false);
        (_dataKeys, _keys) = await DataKeys.OpenAsync(write, Options, cancellation).ConfigureAwait(false);
        await write.CommitAsync(cancellation).ConfigureAwait(false);
        _keys.Reload = () =>
        {
            using RegisterContext context = Read();
            DataKeys.Load(context, Keys);
        };
    }

    /// <summary>Mends what a filling left behind that was ended hard, unless another program is at one.</summary>
    private protected async Task MendAsync(CancellationToken cancellation)
    {
        if (await TryImportTurnAsync(cancellation).ConfigureAwait(false) is { } turn)
        {
            await using (turn.ConfigureAwait(false))
            {
                await using StoreWrite write = await WriteAsync(cancellation).ConfigureAwait(false);
                await MakeSearchableAsync(write, cancellation).ConfigureAwait(false);
                await write.CommitAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

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
