using Qingce.Testing;

namespace Qingce.Storage.Tests;

/// <summary>Base of the tests of storage: each takes a <see cref="StoreKind"/> and runs on every store there is.</summary>
public abstract class EveryStore
{
    public static TheoryData<StoreKind> Kinds => [StoreKind.Sqlite, StoreKind.Postgres];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
