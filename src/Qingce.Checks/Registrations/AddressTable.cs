namespace Qingce.Checks.Registrations;

/// <summary>The distinct addresses of a register, as written, numbered from 0. Safe for several readers.</summary>
internal sealed class AddressTable(TextPool addresses, ulong[] keys)
{
    public static AddressTable Empty { get; } = new(TextPool.Empty, []);

    public int Count => addresses.Count;

    /// <summary>The address as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Written(int id) => addresses[id];

    /// <summary><c>Address.Key</c>: equal for addresses that are the same home; 0 when it cannot be read.</summary>
    public ulong Key(int id) => keys[id];
}
