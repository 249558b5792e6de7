using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Server.Deliveries;
using Qingce.Server.Health;
using Qingce.Simulation;
using Qingce.Storage;

namespace Qingce.Server.Demo;

/// <summary>Fills an empty store with an invented county, by the same way as any delivery. The server is ready when it is in.</summary>
internal sealed partial class FillEmptyStore(
    Store store, UploadFolder folder, TakeUploads queue, Readiness readiness, TimeProvider time, ILogger<FillEmptyStore> log) : BackgroundService
{
    private const int People = 20_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        readiness.IsFilled = false;
        await Task.Yield();
        try
        {
            if (await IsEmptyAsync(stoppingToken))
            {
                await FillAsync(stoppingToken);
            }

            readiness.IsFilled = true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was uploaded by then is taken at the next start.
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        string made = Directory.CreateTempSubdirectory("qingce-demo-").FullName;
        try
        {
            string county = Path.Combine(made, "county");
            await Task.Run(() => Simulator.Run(new SimulationOptions { People = People }, county, null, cancellation), cancellation);
            InputFiles files = InputFiles.Find(county, [], null, []);
            InputRole[] order = [InputRole.Register, InputRole.Changes, InputRole.Coverage, InputRole.Source];
            foreach (InputFile file in order.SelectMany(files.Of))
            {
                await UploadAsync(file, cancellation);
            }

            await queue.WaitForAllAsync(cancellation);
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }

        double seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 1);
        LogFilled(People, seconds);
    }

    private async Task UploadAsync(InputFile file, CancellationToken cancellation)
    {
        DeliveryKind kind = new(file.Role, file.Category);
        await using FileStream stream = File.OpenRead(file.Path);
        using ReceivedFile received = await folder.ReceiveAsync(stream, cancellation);
        Upload upload = received.As(kind, Path.GetFileName(file.Name), "demo", null, time.GetUtcNow());
        folder.Admit(received, upload);
        queue.Enqueue(upload);
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return !await context.Registrations.AnyAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An invented county of {People} people was taken in {Seconds} s")]
    private partial void LogFilled(int people, double seconds);
}
