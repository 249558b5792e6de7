using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Postgres;
using Qingce.Storage.Searching;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class PlansTests : EveryStore
{
    [Fact]
    public async Task Writers_PlanForWhatIsThereByNow_AndReadersOnce()
    {
        await using TestStore test = await TestStore.NewAsync(StoreKind.Postgres);
        const string Mode = "SELECT current_setting('plan_cache_mode') AS \"Value\"";
        for (int turn = 0; turn < 3; turn++)
        {
            await using StoreWrite write = await test.Store.WriteAsync(Cancellation);
            Assert.Equal("force_custom_plan", await write.Context.Database.SqlQueryRaw<string>(Mode).SingleAsync(Cancellation));
            await using RegisterContext context = test.Store.Read();
            Assert.Equal("force_generic_plan", await context.Database.SqlQueryRaw<string>(Mode).SingleAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Search_ByACommonName_ReadsAlongTheIndexAndSortsNothing()
    {
        string folder = Directory.CreateTempSubdirectory("qingce-store-").FullName;
        await using PostgresServer postgres = await PostgresServer.StartAsync(
            isDurable: false, "session_preload_libraries=auto_explain", "auto_explain.log_min_duration=0", "log_min_messages=log", "enable_seqscan=off", "enable_bitmapscan=off");
        await using (Store store = await PostgresStore.OpenAsync(new StoreOptions { DataFolder = folder, Database = await postgres.NewDatabaseAsync() }, Cancellation))
        {
            string[] names = [.. "张王李刘陈杨赵黄周吴".SelectMany(surname => "伟芳娜洋静敏磊强".Select(given => $"{surname}{given}"))];
            await InventedRegistrations.InsertAsync(
                store, [.. Enumerable.Range(1, 3000).Select(number => InventedRegistrations.One(number, (RegisterField.Name, names[number % names.Length])))], Cancellation);
            await using (StoreWrite write = await store.WriteAsync(Cancellation))
            {
                await write.Context.Database.ExecuteSqlRawAsync("ANALYZE registrations", Cancellation);
                await write.CommitAsync(Cancellation);
            }

            FoundRegistrations first = await FindRegistrations.RunAsync(store, new RegistrationQuery { Name = "張偉", Limit = 10 }, Cancellation);
            FoundRegistrations second = await FindRegistrations.RunAsync(store, new RegistrationQuery { Name = "張偉", Limit = 10, After = first.Next }, Cancellation);
            Assert.Equal(20, first.Rows.Concat(second.Rows).Where(row => row.Name == "张伟").DistinctBy(row => row.RegistrationId).Count());
        }

        Directory.Delete(folder, recursive: true);
        string[] plans = [.. (await postgres.ReadLogAsync(Cancellation)).Split("Query Text: ").Where(plan => plan.Contains("ORDER BY pinyin", StringComparison.Ordinal))];
        Assert.Equal(2, plans.Length);
        // Equal names would leave it to how many of them are expected, which PostgreSQL cannot know.
        Assert.All(plans, plan => Assert.Contains("Index Cond: ((ROW(pinyin, name_key) >= ROW(", plan, StringComparison.Ordinal));
        Assert.All(plans, plan => Assert.DoesNotContain("Sort  (", plan, StringComparison.Ordinal));
    }
}
