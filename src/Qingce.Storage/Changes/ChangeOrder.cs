using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage.Changes;

/// <summary>
/// Changes are recorded one after another: the order of their sequence, of their instants and of their commits is one. Only so does what was known at a
/// moment never change, and do rules about several registrations hold when two officers act at once.
/// </summary>
internal static class ChangeOrder
{
    private const long ChangeLock = 0x51696E676367;

    /// <summary>Waits for the turn to record changes, which lasts until the transaction ends, and tells the instant of the next one.</summary>
    /// <param name="store">The store, whose clock it is.</param>
    /// <param name="write">The turn. Those after the first in it neither wait nor ask: nobody else records until the turn ends.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Now, to the microsecond, and later than every change recorded before.</returns>
    public static async Task<DateTimeOffset> TakeAsync(Store store, StoreWrite write, CancellationToken cancellation)
    {
        if (write.LastInstant is not { } last)
        {
            // SQLite has one writer anyway, and that is who asks.
            RegisterContext context = write.Context;
            if (context.IsPostgres)
            {
                await write.AskByKeysAsync(cancellation).ConfigureAwait(false);
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChangeLock})", cancellation).ConfigureAwait(false);
            }

            last = await context.Changes.OrderByDescending(change => change.Sequence).Select(change => change.RecordedAt)
                .FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        }

        DateTimeOffset now = store.Options.Clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        now = now > last ? now : last.AddMicroseconds(1);
        write.LastInstant = now;
        return now;
    }

    /// <summary>The place of the turn's next change in the order of recording. Only with the turn to record changes.</summary>
    /// <param name="write">The turn.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public static async ValueTask<long> NextAsync(StoreWrite write, CancellationToken cancellation)
    {
        await ReserveAsync(write, 1, cancellation).ConfigureAwait(false);
        return write.Sequences.Dequeue();
    }

    /// <summary>Sees to it that the turn's next changes have their places without asking for each.</summary>
    /// <param name="write">The turn.</param>
    /// <param name="count">How many changes; places that are not taken stay empty.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public static async Task ReserveAsync(StoreWrite write, int count, CancellationToken cancellation)
    {
        int missing = count - write.Sequences.Count;
        if (missing <= 0)
        {
            return;
        }

        RegisterContext context = write.Context;
        if (context.IsPostgres)
        {
            // Deliveries record changes outside of this order: their sequence is PostgreSQL's own.
            foreach (long sequence in await context.Database
                .SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence('changes', 'sequence')) AS \"Value\" FROM generate_series(1, {missing})")
                .ToListAsync(cancellation).ConfigureAwait(false))
            {
                write.Sequences.Enqueue(sequence);
            }

            return;
        }

        // Nobody else writes until the turn ends.
        write.LastSequence = Math.Max(
            write.LastSequence, await context.Changes.MaxAsync(change => (long?)change.Sequence, cancellation).ConfigureAwait(false) ?? 0);
        for (; missing > 0; missing--)
        {
            write.Sequences.Enqueue(++write.LastSequence);
        }
    }
}
