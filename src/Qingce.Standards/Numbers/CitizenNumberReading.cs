namespace Qingce.Standards;

/// <summary>What could be read where a citizen number was expected.</summary>
/// <param name="Number">
/// The number, whenever 18 well-formed characters or 15 digits stood there, even a faulty one, so that it can be a key;
/// otherwise <see cref="CitizenNumber.None"/>.
/// </param>
/// <param name="Fault">All that is wrong with it.</param>
/// <param name="Expanded">True when 15 digits were expanded with the century 19 and a computed check character.</param>
public readonly record struct CitizenNumberReading(CitizenNumber Number, CitizenNumberFault Fault, bool Expanded)
{
    /// <summary>True when a number could be read at all and may serve as a key.</summary>
    public bool HasNumber => !Number.IsNone;

    /// <summary>True when date and checksum hold and it is no placeholder. Permits and expanded numbers are well formed too.</summary>
    public bool IsWellFormed => HasNumber && Fault.IsTrustworthy();

    /// <summary>True for an 18-character citizen number with no fault: what a register entry should have.</summary>
    public bool IsValid => HasNumber && Fault == CitizenNumberFault.None;
}
