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
            if (context.Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal))
            {
                // What a change asks is planned once, as a reader's searches are: its questions are few and name no area.
                await context.Database.ExecuteSqlAsync(
                    $"SELECT set_config('plan_cache_mode', 'force_generic_plan', true), pg_advisory_xact_lock({ChangeLock})", cancellation).ConfigureAwait(false);
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
}
