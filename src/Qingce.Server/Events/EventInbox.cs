using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage.Events;

namespace Qingce.Server.Events;

/// <summary>
/// Gathers the events that are waiting into batches, and takes a batch at a time: those who wait share a transaction, and nobody overtakes another event of
/// the same person. An event is answered once it is committed.
/// </summary>
internal sealed partial class EventInbox(TakeEvents take, TimeProvider time, ILogger<EventInbox> log) : BackgroundService
{
    private const int MostAtOnce = 400;
    private const int MostWaiting = 20_000;

    private static readonly Meter Meter = new(TelemetrySetup.Name);
    private static readonly Counter<long> Taken = Meter.CreateCounter<long>("qingce.events", "{event}", "Events answered, by what came of them.");
    private static readonly Histogram<double> Latency = Meter.CreateHistogram<double>("qingce.events.latency", "s", "From receipt to the finding committed.");

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Takes events together; waits for room when many are waiting already.</summary>
    public async Task<IReadOnlyList<EventOutcome>> TakeAsync(IReadOnlyList<LiveEvent> events, CancellationToken cancellation)
    {
        Waiting waiting = new(events, time.GetTimestamp());
        await _queue.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Answer.Task.WaitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Waiting> batch = [];
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                int count = 0;
                while (count < MostAtOnce && _queue.Reader.TryRead(out Waiting? next))
                {
                    batch.Add(next);
                    count += next.Events.Count;
                }

                await TakeAsync(batch, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _queue.Writer.TryComplete();
            while (_queue.Reader.TryRead(out Waiting? left))
            {
                batch.Add(left);
            }

            // Nothing of these was taken: their senders send them again.
            batch.ForEach(one => one.Answer.TrySetException(new ProblemException(ProblemCatalogue.StoreUnavailable.Here())));
        }
    }

    private async Task TakeAsync(List<Waiting> batch, CancellationToken cancellation)
    {
        try
        {
            Answer(batch, await take.RunAsync([.. batch.SelectMany(one => one.Events)], cancellation));
        }
#pragma warning disable CA1031 // Whatever ended a batch must reach those who wait, and must not end the taking of others.
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            string trace = FaultTrace.Of(fault);
            LogBatch(batch.Count, trace);
            if (batch.Count == 1)
            {
                batch[0].Answer.TrySetException(fault);
                return;
            }

            // One of them may be at fault: each alone, so that the others are taken.
            foreach (Waiting one in batch)
            {
                await TakeAsync([one], cancellation);
            }
        }
    }

    private void Answer(List<Waiting> batch, IReadOnlyList<EventOutcome> outcomes)
    {
        int at = 0;
        foreach (Waiting one in batch)
        {
            EventOutcome[] own = [.. outcomes.Skip(at).Take(one.Events.Count)];
            at += own.Length;
            Latency.Record(time.GetElapsedTime(one.Since).TotalSeconds);
            foreach (IGrouping<string, EventOutcome> status in own.GroupBy(outcome => outcome.Status))
            {
                Taken.Add(status.Count(), new KeyValuePair<string, object?>("status", status.Key));
            }

            one.Answer.TrySetResult(own);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Requests} requests with events was undone: {Fault}")]
    private partial void LogBatch(int requests, string fault);

    private sealed record Waiting(IReadOnlyList<LiveEvent> Events, long Since)
    {
        public TaskCompletionSource<IReadOnlyList<EventOutcome>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
