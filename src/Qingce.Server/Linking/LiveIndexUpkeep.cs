using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Qingce.Linkage;
using Qingce.Register;
using Qingce.Server.Problems;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Linking;

/// <summary>
/// Keeps the live index with the store: made anew when it is missing, damaged, outgrown or has another number of registrations, and brought after every recorded change.
/// How far it is stands in a file beside it, so that what was recorded before a crash is caught up with.
/// </summary>
internal sealed partial class LiveIndexUpkeep(Store store, LiveIndex index, string positionFile, TimeProvider time, ILogger<LiveIndexUpkeep> log) : BackgroundService
{
    private const int MostAtOnce = 1000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private volatile bool _isStale;

    /// <summary>Has it made anew, after a delivery of registrations.</summary>
    public void Renew() => _isStale = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        _isStale = !index.TryOpen() || index.Count != await LivingAsync(stoppingToken);
        using PeriodicTimer timer = new(Look, time);
        do
        {
            try
            {
                if (_isStale)
                {
                    _isStale = false;
                    await MakeAsync(stoppingToken);
                }

                while (await CatchUpAsync(stoppingToken) == MostAtOnce)
                {
                }

                _isStale |= index.NeedsMaking;
            }
            catch (Exception fault) when (StoreFaults.IsUnavailable(fault) || fault is LinkIndexException or IOException)
            {
                _isStale |= fault is LinkIndexException;
                string trace = FaultTrace.Of(fault);
                LogLater(trace);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(CancellationToken.None) && !stoppingToken.IsCancellationRequested);
    }

    private async Task MakeAsync(CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        long count = await LivingAsync(cancellation);
        await using RegisterContext context = store.Read();

        // What is recorded while the index is made is caught up with afterwards.
        long position = await context.Changes.MaxAsync(change => (long?)change.Sequence, cancellation) ?? 0;
        IEnumerable<RegistrationContent> all = context.Registrations.AsNoTracking().AsEnumerable().Select(one => one.Content(store.Keys));
        await Task.Run(() => index.Make(all, count, cancellation), cancellation);
        KeepPosition(position);
        double seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 1);
        LogMade(count, seconds);
    }

    private async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        if (!index.IsReady)
        {
            return 0;
        }

        long position = index.Position = Position();
        await using RegisterContext context = store.Read();
        long[] sequences = await context.Changes.AsNoTracking().Where(change => change.Sequence > position)
            .OrderBy(change => change.Sequence).Select(change => change.Sequence).Take(MostAtOnce).ToArrayAsync(cancellation);
        if (sequences.Length == 0)
        {
            return 0;
        }

        long last = sequences[^1];
        string[] ids = await context.ChangeEffects.AsNoTracking().Where(effect => effect.Sequence > position && effect.Sequence <= last)
            .Select(effect => effect.RegistrationId).Distinct().ToArrayAsync(cancellation);
        List<Registration> touched = await context.Registrations.AsNoTracking().Where(one => ids.Contains(one.RegistrationId)).ToListAsync(cancellation);
        index.Put([.. touched.Select(one => one.Content(store.Keys))]);
        KeepPosition(last);
        return sequences.Length;
    }

    private async Task<long> LivingAsync(CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await context.Registrations.LongCountAsync(one => one.CancelledOn == null && one.CancelledFor == null, cancellation);
    }

    private long Position() =>
        File.Exists(positionFile) && long.TryParse(File.ReadAllText(positionFile), NumberStyles.None, CultureInfo.InvariantCulture, out long position) ? position : 0;

    private void KeepPosition(long position)
    {
        string next = positionFile + ".new";
        File.WriteAllText(next, position.ToString(CultureInfo.InvariantCulture));
        File.Move(next, positionFile, overwrite: true);
        index.Position = position;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The live index of {Count} registrations was made in {Seconds} s")]
    private partial void LogMade(long count, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live index waits: {Fault}")]
    private partial void LogLater(string fault);
}
