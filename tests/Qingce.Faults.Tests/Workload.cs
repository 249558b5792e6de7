using Qingce.Exchange.Deliveries;
using Qingce.Faults.Host;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Testing;

namespace Qingce.Faults.Tests;

/// <summary>Work to be killed, and the store it begins with.</summary>
/// <param name="Template">The store.</param>
/// <param name="Arguments">The work, by the seed of its order.</param>
/// <param name="Receipts">The receipts it must come to, none where it imports nothing.</param>
internal sealed record Workload(StoreTemplate Template, Func<int, IReadOnlyList<string>> Arguments, IReadOnlyList<string> Receipts) : IAsyncDisposable
{
    /// <summary>Prepares a workload.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">The store.</param>
    /// <param name="files">Files to import.</param>
    public static async Task<Workload> PrepareAsync(string name, StoreKind kind, DeliveredFiles files) => name switch
    {
        "first filling" => new(StoreTemplate.Nothing(kind), _ => ["import", .. files.Large], DeliveredFiles.LargeReceipts),
        "import" => new(await StoreTemplate.MakeAsync(kind, _ => Task.CompletedTask), _ => ["import", .. files.First], DeliveredFiles.FirstReceipts),
        "second delivery" => new(await StoreTemplate.MakeAsync(kind, store => TakeAsync(store, files.First)), _ => ["import", .. files.Later], DeliveredFiles.LaterReceipts),
        "events" => new(await StoreTemplate.MakeAsync(kind, store => StoreTemplate.AddAsync(store, EventWork.Registrations())), seed => ["events", $"{seed}"], []),
        "merge and undo" => new(await StoreTemplate.MakeAsync(kind, store => StoreTemplate.AddAsync(store, ChangeWork.Registrations())), seed => ["changes", $"{seed}"], []),
        "key rotation" => new(await StoreTemplate.MakeAsync(kind, store => FillAsync(store, files)), _ => ["rotate"], []),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such work."),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Template.DisposeAsync();

    // Something in every table with envelopes that deliveries and events fill.
    private static async Task FillAsync(Store store, DeliveredFiles files)
    {
        await TakeAsync(store, files.First);
        await StoreTemplate.AddAsync(store, EventWork.Registrations());
        VictimRun events = await Victim.RunAsync(store.Options, KillPoint.Never, ["events", "1"]);
        Assert.False(events.WasKilled);
    }

    private static async Task TakeAsync(Store store, IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            DeliveryRequest request = new(file, DeliveryKind.OfFile(file)!.Value, "王警官");
            await new ImportDelivery(store, TimeProvider.System).ExecuteAsync(request, null, TestContext.Current.CancellationToken);
        }
    }
}
