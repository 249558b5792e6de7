using Qingce.Standards;

namespace Qingce.Checks.Registrations;

/// <summary>The distinct names of a register, as written, numbered from 0. Safe for several readers.</summary>
internal sealed class NameTable(TextPool names)
{
    public static NameTable Empty { get; } = new(TextPool.Empty);

    public int Count => names.Count;

    /// <summary>The name as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Written(int id) => names[id];

    /// <summary>
    /// Whether a name written elsewhere beside the same citizen number is that of the same person: at most one character apart, however it
    /// was written. False when either is empty.
    /// </summary>
    public bool Agrees(ReadOnlySpan<byte> written, int id) =>
        id >= 0 && !written.IsEmpty
        && (written.SequenceEqual(names[id]) || PersonName.MayBeSame(written, names[id]) >= NameAgreement.OneCharacter);
}
