using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Qingce.Storage;

/// <summary>A turn to write: a context in a transaction. Disposing of it without <see cref="CommitAsync"/> undoes everything.</summary>
public sealed class StoreWrite : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly SemaphoreSlim? _turns;
    private bool _asksByKeys;

    internal StoreWrite(RegisterContext context, IDbContextTransaction transaction, SemaphoreSlim? turns)
    {
        Context = context;
        _transaction = transaction;
        _turns = turns;
    }

    internal System.Data.Common.DbTransaction Transaction => _transaction.GetDbTransaction();

    /// <summary>The context. What was read in it may be changed and saved.</summary>
    public RegisterContext Context { get; }

    /// <summary>The instant that the turn's latest change took; null before its first.</summary>
    internal DateTimeOffset? LastInstant { get; set; }

    /// <summary>Sequences that are the turn's own, for its next changes.</summary>
    internal Queue<long> Sequences { get; } = [];

    /// <summary>The last sequence that was the turn's own on SQLite.</summary>
    internal long LastSequence { get; set; }

    /// <summary>
    /// Says that from here on rows are asked for by keys and through indexes alone: PostgreSQL then plans a question once, and reads no table whole because it does not
    /// know yet what filled it. SQLite does so anyway.
    /// </summary>
    /// <param name="cancellation">Ends the saying.</param>
    public async Task AskByKeysAsync(CancellationToken cancellation)
    {
        if (!_asksByKeys && Context.IsPostgres)
        {
            await Context.Database.ExecuteSqlRawAsync(
                "SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)", cancellation).ConfigureAwait(false);
        }

        _asksByKeys = true;
    }

    /// <summary>
    /// Waits until no other transaction holds the turn of a number, and holds it until this one ends. SQLite has one writer, whose turn it is already.
    /// </summary>
    /// <param name="number">What the turn is for, as a number of 64 bits.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task TakeTurnAsync(long number, CancellationToken cancellation)
    {
        if (Context.IsPostgres)
        {
            await Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({number})", cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Saves what the context holds and makes it last.</summary>
    /// <param name="cancellation">Ends it before it is committed; then nothing was written.</param>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await _transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
            await Context.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turns?.Release();
        }
    }
}
