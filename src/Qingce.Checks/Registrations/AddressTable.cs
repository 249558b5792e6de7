namespace Qingce.Checks.Registrations;

/// <summary>The distinct addresses of a register, as written, numbered from 0. Safe for several readers.</summary>
internal sealed class AddressTable(TextPool addresses)
{
    public static AddressTable Empty { get; } = new(TextPool.Empty);

    public int Count => addresses.Count;

    /// <summary>The address as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Written(int id) => addresses[id];
}
