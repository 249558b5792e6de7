using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Qingce.Checks.Results;
using Qingce.Checks.Verification;
using Qingce.Server.Findings;
using Qingce.Server.Live;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Qingce.Storage.Reading;
using Qingce.Storage.Verifications;

namespace Qingce.Server.Verifications;

/// <summary>
/// Verifies the register of the store, one verification at a time. Its findings are written in one transaction with its end, so that one which was cut off has left
/// nothing and is run anew at the next start.
/// </summary>
internal sealed partial class RunVerifications(Store store, OutboxBell bell, TimeProvider time, ILogger<RunVerifications> log) : BackgroundService
{
    internal const string CancelledFault = "cancelled";

    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private Guid _runningId;

    /// <summary>How far the running verification is; null while none runs.</summary>
    public VerificationProgress? Progress { get; private set; }

    /// <summary>Puts a verification in the queue, once its row is committed.</summary>
    public void Enqueue(Guid verificationId) => _queue.Writer.TryWrite(verificationId);

    /// <summary>Stops a verification that runs or waits.</summary>
    public async Task CancelAsync(Guid verificationId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_runningId == verificationId)
            {
                _running?.Cancel();
            }
        }

        await EndAsync(verificationId, one => (one.Fault, one.FaultChinese) = (CancelledFault, "已取消"), cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using (RegisterContext context = store.Read())
            {
                foreach (Guid left in await context.Verifications.Where(one => one.FinishedAt == null && one.Fault == null)
                    .OrderBy(one => one.StartedAt).Select(one => one.VerificationId).ToListAsync(stoppingToken))
                {
                    Enqueue(left);
                }
            }

            await foreach (Guid verificationId in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(verificationId, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Run anew at the next start.
        }
    }

    private async Task RunAsync(Guid verificationId, CancellationToken stopping)
    {
        using CancellationTokenSource own = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        lock (_gate)
        {
            (_running, _runningId) = (own, verificationId);
        }

        try
        {
            StoredVerification? verification;
            await using (RegisterContext context = store.Read())
            {
                verification = await context.Verifications.AsNoTracking().SingleOrDefaultAsync(one => one.VerificationId == verificationId, stopping);
            }

            if (verification is not { FinishedAt: null, Fault: null })
            {
                return;
            }

            // The register is read as it stands at one moment, whatever is recorded meanwhile.
            VerificationRequest request = new() { AsOf = verification.AsOf };
            VerificationResult result;
            await using (RegisterReading reading = await RegisterReading.BeginAsync(store, request.Threads, own.Token))
            {
                request = request with { Tables = reading.Inputs, KeptApart = reading.KeptApart };
                result = await Task.Run(() => RegisterVerification.Run(request, new Told(this), own.Token), own.Token);
                await KeepAsync(verificationId, result, own.Token);
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Cancelled by a person, who has ended its row.
        }
        catch (Exception passing) when (StoreFaults.IsUnavailable(passing))
        {
            string trace = FaultTrace.Of(passing);
            LogLater(trace);
            await Task.Delay(TimeSpan.FromSeconds(2), time, stopping);
            Enqueue(verificationId);
        }
        finally
        {
            Progress = null;
            lock (_gate)
            {
                (_running, _runningId) = (null, Guid.Empty);
            }
        }
    }

    private async Task KeepAsync(Guid verificationId, VerificationResult result, CancellationToken cancellation)
    {
        if (result.Outcome != VerificationOutcome.Done)
        {
            string english = string.Join(" ", result.Faults.Select(fault => $"{fault.File}: {fault.English}"));
            string chinese = string.Join("", result.Faults.Select(fault => $"{fault.File}：{fault.Chinese}"));
            await EndAsync(verificationId, one => (one.Fault, one.FaultChinese) = (english, chinese), cancellation);
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation);
        long count = await VerificationFindings.InsertAsync(
            store, write, result.Findings().Select(finding => FindingTexts.Row(finding, verificationId, store.Keys, now)), cancellation);
        StoredVerification ended = await write.Context.Verifications.SingleAsync(one => one.VerificationId == verificationId, cancellation);
        ended.FinishedAt = now;
        ended.AsOf = result.Metrics!.AsOf;
        ended.Findings = count;
        ended.Metrics = JsonSerializer.Serialize(result.Metrics, MetricsJson.Default.Metrics);
        write.Context.Outbox.Add(LiveNotice.OfVerification(ended, now));
        await write.CommitAsync(cancellation);
        bell.Ring();
    }

    private async Task EndAsync(Guid verificationId, Action<StoredVerification> end, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation);
        if (await write.Context.Verifications.SingleOrDefaultAsync(one => one.VerificationId == verificationId && one.FinishedAt == null, cancellation) is { } open)
        {
            end(open);
            write.Context.Outbox.Add(LiveNotice.OfVerification(open, time.GetUtcNow()));
            await write.CommitAsync(cancellation);
            bell.Ring();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A verification waits for the store: {Fault}")]
    private partial void LogLater(string fault);

    private sealed class Told(RunVerifications owner) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => owner.Progress = value;
    }
}
