using Microsoft.EntityFrameworkCore;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Importing;

public sealed class SearchIndexTests : EveryStore, IDisposable
{
    private const int Indexes = 7;
    private readonly ImportFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Register_Filled_IsSearchableAgainEvenWhenItWasStopped(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 15_000);
        using CancellationTokenSource stop = new();
        List<int> during = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportFolder.TakeAsync(
            test.Store, path, new Told(progress =>
            {
                if (progress.Read > 0)
                {
                    during.Add(CountAsync(test, kind).GetAwaiter().GetResult());
                    stop.Cancel();
                }
            }), stop.Token));
        Assert.Equal([0], during);
        Assert.Equal(Indexes, await CountAsync(test, kind));

        await ImportFolder.TakeAsync(test.Store, path);
        Assert.Equal(Indexes, await CountAsync(test, kind));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Store_LeftUnsearchableByAKilledFilling_IsMendedWhenItIsOpened(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using (StoreWrite write = await test.Store.WriteAsync(Cancellation))
        {
            await test.Store.BecomeFillableAsync(write, Cancellation);
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal(0, await CountAsync(test, kind));
        await test.ReopenAsync();
        Assert.Equal(Indexes, await CountAsync(test, kind));
    }

    private static async Task<int> CountAsync(TestStore test, StoreKind kind)
    {
        await using RegisterContext context = test.Store.Read();
        return await context.Database.SqlQueryRaw<int>(kind == StoreKind.Sqlite
            ? "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix_registrations_%'"
            : "SELECT COUNT(*)::int AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'registrations' AND indexname LIKE 'ix_registrations_%'")
            .SingleAsync(Cancellation);
    }
}
