using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Papers;

/// <summary>
/// Brings the rows of a store that an earlier version wrote into the index of papers, behind the work of the office. It goes on where it was when the server ended.
/// </summary>
internal sealed partial class FillPaperIndex(Store store, TimeProvider time, ILogger<FillPaperIndex> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await FillPaperKeys.RunAsync(store, progress: null, stoppingToken) is > 0 and long filled)
                {
                    LogFilled(filled);
                }

                return;
            }
            catch (Exception fault) when (StoreFaults.IsUnavailable(fault) || fault is DbException)
            {
                string trace = FaultTrace.Of(fault);
                LogLater(trace);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} rows were brought into the index of papers")]
    private partial void LogFilled(long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of papers waits: {Fault}")]
    private partial void LogLater(string fault);
}
