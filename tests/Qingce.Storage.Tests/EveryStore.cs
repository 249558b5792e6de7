using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

/// <summary>Base of the tests of storage: each takes a <see cref="StoreKind"/> and runs on every store there is.</summary>
public abstract class EveryStore
{
    public static TheoryData<StoreKind> Kinds => [StoreKind.Sqlite, StoreKind.Postgres];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Takes a migration back, as if the store were of the version before it.</summary>
    protected static async Task GoBackAsync(Store store, string from, string to)
    {
        await using StoreWrite write = await store.WriteAsync(Cancellation);
        string script = write.Context.GetService<IMigrator>().GenerateScript(from, to, MigrationsSqlGenerationOptions.NoTransactions);
        await write.Context.Database.ExecuteSqlRawAsync(script.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancellation);
        await write.CommitAsync(Cancellation);
    }
}
