namespace Qingce.Linkage.Chinese;

/// <summary>
/// The columns of a register, or of several loaded one after another, one entry a registration. An optional column that is
/// missing stays empty (length 0) and is neutral in every comparison; a required or given one has <see cref="Count"/> entries.
/// The memory is read while a search runs and while its pairs are explained, and is never written.
/// </summary>
public sealed partial record PersonColumns
{
    /// <summary>Number of registrations.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// <c>CitizenNumber.Packed</c>, 15-digit numbers expanded; 0 where there is none or where the number is a placeholder or was rounded by
    /// a spreadsheet: such numbers link nothing. A number that is merely wrong (checksum, date) is given as read.
    /// </summary>
    public required ReadOnlyMemory<ulong> Numbers { get; init; }

    /// <summary>The distinct names in normal form (<c>PersonName.Normalize</c>), of <see cref="NameIds"/> and <see cref="FormerNameIds"/>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Index into <see cref="Names"/>; -1 for no name.</summary>
    public required ReadOnlyMemory<int> NameIds { get; init; }

    /// <summary>GB/T 2261.1: 1 male, 2 female, anything else unknown.</summary>
    public required ReadOnlyMemory<byte> Sexes { get; init; }

    /// <summary>yyyyMMdd, <c>BirthDate.Code</c>; month or day may be 00; 0 unknown.</summary>
    public required ReadOnlyMemory<int> BirthDates { get; init; }

    /// <summary>False for a cancelled registration, which is compared with nothing. Empty: all are living.</summary>
    public ReadOnlyMemory<bool> Living { get; init; }

    /// <summary>True where the number was written with 15 digits. Empty: nowhere.</summary>
    public ReadOnlyMemory<bool> FifteenDigits { get; init; }

    /// <summary>Index into <see cref="Names"/> of a former name; -1 for none.</summary>
    public ReadOnlyMemory<int> FormerNameIds { get; init; }

    /// <summary><c>CitizenNumber.Packed</c> of the (first) former number; 0 for none.</summary>
    public ReadOnlyMemory<ulong> FormerNumbers { get; init; }

    /// <summary><c>Address.Key</c>; 0 unknown.</summary>
    public ReadOnlyMemory<ulong> AddressKeys { get; init; }

    /// <summary><c>Address.Key</c> of the other address; 0 unknown.</summary>
    public ReadOnlyMemory<ulong> OtherAddressKeys { get; init; }

    /// <summary>The digits of the phone number as a number; 0 unknown.</summary>
    public ReadOnlyMemory<long> Phones { get; init; }

    /// <summary>0-based index of the household, one numbering for all registers of the table; -1 unknown.</summary>
    public ReadOnlyMemory<int> Households { get; init; }

    /// <summary>The relation to the head as <c>Relation</c> code (GB/T 4761); 255 unknown.</summary>
    public ReadOnlyMemory<byte> Relations { get; init; }

    /// <summary>The first six digits of the division as a number; 0 unknown.</summary>
    public ReadOnlyMemory<int> Divisions { get; init; }

    /// <summary>Equal numbers for equal birthplaces, any numbering from 0; -1 unknown.</summary>
    public ReadOnlyMemory<int> BirthplaceIds { get; init; }

    /// <summary>Equal numbers for equal native places, any numbering from 0; -1 unknown.</summary>
    public ReadOnlyMemory<int> NativePlaceIds { get; init; }

    /// <summary>Equal numbers for equal employers, any numbering from 0; -1 unknown.</summary>
    public ReadOnlyMemory<int> EmployerIds { get; init; }

    /// <summary>Equal numbers for equal levels of education; 255 unknown.</summary>
    public ReadOnlyMemory<byte> Educations { get; init; }

    /// <summary>yyyyMMdd of the identity card; 0 unknown.</summary>
    public ReadOnlyMemory<int> CardIssuedOn { get; init; }
}
