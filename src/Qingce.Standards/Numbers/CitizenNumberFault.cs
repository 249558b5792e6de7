namespace Qingce.Standards;

/// <summary>What is wrong with a written citizen number. Several can be true at once.</summary>
[Flags]
public enum CitizenNumberFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Empty, or a word that stands for nothing (无, null, -).</summary>
    Missing = 1 << 0,

    /// <summary>Neither 18 nor 15 characters.</summary>
    Length = 1 << 1,

    /// <summary>Characters that no citizen number has. Full-width digits, spaces and a small x are read as meant and are no fault.</summary>
    Character = 1 << 2,

    /// <summary>The eight digits of the birth date are no day of any calendar year from 1800 to 2199.</summary>
    DateImpossible = 1 << 3,

    /// <summary>The last character is not the one that GB 11643-1999 computes from the first 17.</summary>
    Checksum = 1 << 4,

    /// <summary>
    /// A made-up number: one digit throughout, 123456..., sequence 000 under a wrong check character, or six equal digits where
    /// the division should be.
    /// </summary>
    Placeholder = 1 << 5,

    /// <summary>
    /// A spreadsheet kept it as a floating-point number: written as 1.10105E+17 or with a decimal point, or the last three
    /// digits are 000 and the checksum does not hold. Stands instead of <see cref="Checksum"/>.
    /// </summary>
    SpreadsheetRounded = 1 << 6,

    /// <summary>The 15-digit form in use before 1999. The number is expanded.</summary>
    FifteenDigits = 1 << 7,

    /// <summary>
    /// From the residence permit of a person from Hong Kong (81), Macao (82) or Taiwan (83). A well-formed number that
    /// source records may carry, but no citizen number of a register.
    /// </summary>
    ResidencePermitPrefix = 1 << 8,

    /// <summary>From the permanent-residence card of a foreigner (begins with 9). Well formed; not for a register.</summary>
    ForeignPermit = 1 << 9,

    /// <summary>Part of it is hidden by asterisks. Comes with <see cref="Character"/>.</summary>
    Hidden = 1 << 10,
}

/// <summary>Groups of faults.</summary>
public static class CitizenNumberFaults
{
    /// <summary>Faults that still leave a number that was really issued: a permit, or the old 15-digit form.</summary>
    public const CitizenNumberFault OfFormOnly =
        CitizenNumberFault.FifteenDigits | CitizenNumberFault.ResidencePermitPrefix | CitizenNumberFault.ForeignPermit;

    /// <summary>
    /// True when the number may be trusted as issued to somebody: at most faults of form. Right for source records;
    /// a register entry should have no fault at all.
    /// </summary>
    public static bool IsTrustworthy(this CitizenNumberFault fault) => (fault & ~OfFormOnly) == 0;
}
