namespace Qingce.Checks.Registrations;

/// <summary>From a registration_id to its row.</summary>
internal sealed class IdIndex(TextTable table)
{
    public static IdIndex Empty { get; } = new(new TextTable());

    /// <summary>The row, or -1.</summary>
    public int Find(ReadOnlySpan<byte> registrationId) => table.Find(registrationId);
}
