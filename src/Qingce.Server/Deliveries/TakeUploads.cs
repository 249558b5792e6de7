using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Server.Languages;
using Qingce.Server.Linking;
using Qingce.Server.Live;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Tables;

namespace Qingce.Server.Deliveries;

/// <summary>
/// Takes uploads into the register one after another. An upload that was cut off, by a crash or by the server being stopped, goes on at the next start where
/// it was: its card is in the folder until it is done.
/// </summary>
internal sealed partial class TakeUploads(
    UploadFolder folder, Store store, FindSeveralHeads heads, LiveIndexUpkeep index, OutboxBell bell, TimeProvider time, ILogger<TakeUploads> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, ImportProgress> _progress = new(StringComparer.Ordinal);

    /// <summary>Puts an upload in the queue.</summary>
    public void Enqueue(Upload upload) => _queue.Writer.TryWrite(upload.UploadId);

    /// <summary>How far the taking of an upload is; null when it is not being taken.</summary>
    public ImportProgress? ProgressOf(string uploadId) => _progress.TryGetValue(uploadId, out ImportProgress progress) ? progress : null;

    /// <summary>Waits until nothing is in the queue.</summary>
    public async Task WaitForAllAsync(CancellationToken cancellation)
    {
        while (folder.All().Any(upload => upload.State is UploadState.Waiting or UploadState.Taking))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (Upload left in folder.All().Where(upload => upload.State is UploadState.Waiting or UploadState.Taking))
        {
            Enqueue(left);
        }

        try
        {
            await foreach (string uploadId in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                if (folder.Find(uploadId) is { State: UploadState.Waiting or UploadState.Taking } upload)
                {
                    await TakeAsync(upload, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was being taken goes on at the next start.
        }
    }

    private async Task TakeAsync(Upload upload, CancellationToken cancellation)
    {
        if (!DeliveryKind.TryParse(upload.Category, out DeliveryKind kind))
        {
            throw new InvalidOperationException("The card of an upload names no category.");
        }

        DeliveryRequest request = new(folder.PathOf(upload), kind, upload.DeliveredBy) { FileName = upload.FileName, DescribedDay = upload.DescribedDay };
        try
        {
            folder.Keep(upload with { State = UploadState.Taking });
            DeliveryReceipt receipt = await new ImportDelivery(store, time).ExecuteAsync(request, new Told(_progress, upload.UploadId), cancellation);
            if (receipt.Notes.Any(note => note.Code == DeliveryFault.SeveralHeads.Code))
            {
                await heads.RunAsync(cancellation);
            }

            folder.Finish(upload with { State = UploadState.Finished, DeliveryId = receipt.DeliveryId });
            await LiveNotice.TellDeliveryAsync(store, receipt, time.GetUtcNow(), cancellation);
            bell.Ring();
            if (kind.Role == InputRole.Register && !receipt.WasTakenBefore)
            {
                index.Renew();
            }
        }
        catch (InputFaultException refused)
        {
            Phrase fault = UploadFault.Of(refused);
            Fail(upload, fault.English, fault.Chinese);
        }
        catch (TableFormatException damaged)
        {
            Phrase fault = UploadFault.Of(damaged, upload.FileName);
            Fail(upload, fault.English, fault.Chinese);
        }
        catch (Exception passing) when (StoreFaults.IsUnavailable(passing) || DiskFull.Is(passing))
        {
            string trace = FaultTrace.Of(passing);
            LogLater(trace);
            await Task.Delay(Pause, time, cancellation);
            Enqueue(upload);
        }
#pragma warning disable CA1031 // One upload must not end the taking of others, and with it the server.
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            string trace = FaultTrace.Of(unforeseen);
            LogUnforeseen(upload.UploadId, trace);
            Fail(
                upload, $"A fault of the program ended it; tell the operator the upload's id, {upload.UploadId}. What was taken is safe and adds up: give the same file again to go on.",
                $"程序故障使导入中止；请将上传编号 {upload.UploadId} 告知管理员。已导入的部分完好，重新提交同一文件即可继续。");
        }
        finally
        {
            _progress.TryRemove(upload.UploadId, out _);
        }
    }

    private void Fail(Upload upload, string english, string chinese) =>
        folder.Finish(upload with { State = UploadState.Failed, Fault = english, FaultChinese = chinese });

    [LoggerMessage(Level = LogLevel.Error, Message = "An upload failed: {UploadId} {Fault}")]
    private partial void LogUnforeseen(string uploadId, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery waits for the store: {Fault}")]
    private partial void LogLater(string fault);

    private sealed class Told(ConcurrentDictionary<string, ImportProgress> progress, string uploadId) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress[uploadId] = value;
    }
}
