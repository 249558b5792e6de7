using Qingce.Exchange.Deliveries;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Testing;

namespace Qingce.Faults.Tests;

/// <summary>Stores that fail under an import: a server that is restarted as in a crash, a disk that is full.</summary>
public sealed class StoreFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfWhichTheServerCrashes_FailsCleanlyAndGoesOn()
    {
        using DeliveredFiles files = new();
        await using PostgresServer server = await PostgresServer.StartAsync(isDurable: true);
        string folder = Directory.CreateTempSubdirectory("qingce-crash-").FullName;
        StoreOptions options = new() { DataFolder = folder, Database = await server.NewDatabaseAsync() };
        int crashes = 0;
        foreach (string file in files.All)
        {
            for (int chunk = 2; ; chunk += 3)
            {
                try
                {
                    await using Store store = await TestStore.OpenAsync(options);
                    await TakeAsync(store, file, new Crash(server, chunk));
                    break;
                }
                catch (StoreException told)
                {
                    crashes++;
                    Assert.Contains("give the same file again", told.Message, StringComparison.Ordinal);
                    await server.StartAsync();
                }
            }
        }

        await using Store after = await TestStore.OpenAsync(options);
        await RegisterAudit.AssertCompleteAsync(after, $"{crashes} crashes of the server");
        Assert.True(crashes >= 3, $"The server crashed {crashes} times only.");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Import_OntoAFullDisk_SaysSoAndGoesOnWithRoom()
    {
        using DeliveredFiles files = new();
        await using TestStore test = await TestStore.NewAsync(StoreKind.Sqlite);
        // The runtime doubly maps its code over a file larger than the limit, unless told not to.
        // What made the store lies in the log beside it while somebody has it open, and the next is written behind it.
        long kilobytes = new[] { "register.db", "register.db-wal" }.Max(name => new FileInfo(Path.Combine(test.Folder, name)).Length >> 10) + 400;
        VictimRun full = await Victim.RunAsync(
            test.Store.Options, KillPoint.Never, ["import", .. files.All], $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {kilobytes * 2};");
        Assert.False(full.WasKilled);
        Assert.Contains("give the same file again", Assert.Single(full.Rests("told ")), StringComparison.Ordinal);

        VictimRun roomy = await Victim.RunAsync(test.Store.Options, KillPoint.Never, ["import", .. files.All]);

        Assert.False(roomy.WasKilled);
        await RegisterAudit.AssertCompleteAsync(test.Store, "after a full disk");
    }

    private static Task<DeliveryReceipt> TakeAsync(Store store, string file, IProgress<ImportProgress> progress) =>
        new ImportDelivery(store, TimeProvider.System).ExecuteAsync(
            new DeliveryRequest(file, DeliveryKind.OfFile(file)!.Value, "王警官") { ChunkBytes = 1 << 15 }, progress, Cancellation);

    /// <summary>Has the server crash after so many chunks of a run.</summary>
    private sealed class Crash(PostgresServer server, int afterChunk) : IProgress<ImportProgress>
    {
        private int _chunks;

        public void Report(ImportProgress value)
        {
            if (_chunks++ == afterChunk)
            {
                server.CrashAsync().GetAwaiter().GetResult();
            }
        }
    }
}
