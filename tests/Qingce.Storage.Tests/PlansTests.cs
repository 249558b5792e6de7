using Microsoft.EntityFrameworkCore;
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
}
