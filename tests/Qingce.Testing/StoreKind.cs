namespace Qingce.Testing;

/// <summary>The stores that every test of storage runs on.</summary>
public enum StoreKind
{
    /// <summary>The embedded store.</summary>
    Sqlite,

    /// <summary>The server.</summary>
    Postgres,
}
