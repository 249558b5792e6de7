using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Qingce.Storage.Events;

namespace Qingce.Server.Live;

/// <summary>Wakes the teller when something was committed.</summary>
internal sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung and not yet heard: one look finds everything.
        }
    }

    public void Dispose() => _rung.Dispose();

    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellation) => _rung.WaitAsync(most, cancellation);
}

/// <summary>
/// Tells subscribers what the outbox holds: only what was committed, and every message at least once, since it is marked after it was told. Messages that
/// another process committed are found by a look every second.
/// </summary>
internal sealed partial class OutboxTeller(Store store, IHubContext<LiveHub> hub, OutboxBell bell, TimeProvider time, ILogger<OutboxTeller> log)
    : BackgroundService
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Look, stoppingToken);
                while (await TellAsync(stoppingToken) == MostAtOnce)
                {
                }
            }
            catch (Exception fault) when (StoreFaults.IsUnavailable(fault))
            {
                store.ForgetConnections();
                string trace = FaultTrace.Of(fault);
                LogUnavailable(trace);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<int> TellAsync(CancellationToken cancellation)
    {
        OutboxMessage[] messages;
        await using (RegisterContext context = store.Read())
        {
            messages = await context.Outbox.AsNoTracking().Where(message => message.SentAt == null)
                .OrderBy(message => message.Sequence).Take(MostAtOnce).ToArrayAsync(cancellation);
        }

        if (messages.Length == 0)
        {
            return 0;
        }

        foreach (OutboxMessage message in messages)
        {
            LiveMessage told = new(message.Sequence, message.Topic, message.MadeAt, message.Body);
            await hub.Clients.Groups("*", message.Topic).SendAsync(LiveHub.Told, told, cancellation);
        }

        long[] sequences = [.. messages.Select(message => message.Sequence)];
        DateTimeOffset now = time.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation);
        await write.Context.Outbox.Where(message => sequences.Contains(message.Sequence))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, now), cancellation);
        await write.CommitAsync(cancellation);
        return messages.Length;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be read at present: {Fault}")]
    private partial void LogUnavailable(string fault);
}
