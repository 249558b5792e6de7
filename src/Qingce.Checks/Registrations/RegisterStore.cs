using System.Runtime.InteropServices;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Registrations;

/// <summary>
/// The register in memory: one array a column, one entry a registration, in the order of the files. Days are counted from 1970-01-01, with
/// <see cref="NoDay"/> for none. Once loaded it never changes and may be read by several threads.
/// </summary>
internal sealed partial class RegisterStore
{
    public const int NoDay = RegistrationRow.NoDay;

    /// <summary>Number of registrations, cancelled ones included.</summary>
    public int Count { get; internal init; }

    public int LivingCount { get; internal init; }

    /// <summary><c>CitizenNumber.Packed</c>, 15 digits expanded; 0 where none could be read.</summary>
    public ulong[] Numbers { get; internal init; } = [];

    /// <summary><see cref="CitizenNumberFault"/> of each.</summary>
    public ushort[] NumberFaults { get; internal init; } = [];

    /// <summary>Number in <see cref="Names"/>; -1 for none.</summary>
    public int[] NameIds { get; internal init; } = [];

    /// <summary>Number in <see cref="Names"/> of the former name; -1 for none. Empty when the column is missing.</summary>
    public int[] FormerNameIds { get; internal init; } = [];

    /// <summary>The first former number, packed; 0 for none. Empty when the column is missing.</summary>
    public ulong[] FormerNumbers { get; internal init; } = [];

    public NameTable Names { get; internal init; } = NameTable.Empty;

    public Sex[] Sexes { get; internal init; } = [];

    public Relation[] Relations { get; internal init; } = [];

    public MaritalStatus[] MaritalStatuses { get; internal init; } = [];

    /// <summary>Education; none where not given.</summary>
    public Education[] Educations { get; internal init; } = [];

    /// <summary><see cref="RegistrationFlags"/> of each: living or cancelled, kind of household, fault of the birth date.</summary>
    public RegistrationFlags[] Flags { get; internal init; } = [];

    /// <summary><c>BirthDate.Code</c>: yyyyMMdd, month or day 00 where unknown, 0 for none.</summary>
    public int[] BirthCodes { get; internal init; } = [];

    /// <summary>Number in <see cref="Divisions"/>.</summary>
    public int[] DivisionIds { get; internal init; } = [];

    /// <summary>The distinct divisions of registrations, moves in and moves out; <see cref="DivisionCode.None"/> has number 0.</summary>
    public DivisionCode[] Divisions { get; internal init; } = [];

    /// <summary>Index of the household, 0 to <see cref="HouseholdCount"/> - 1, in the order of first appearance.</summary>
    public int[] Households { get; internal init; } = [];

    public int HouseholdCount { get; internal init; }

    /// <summary>Number in <see cref="Addresses"/>; -1 for none.</summary>
    public int[] AddressIds { get; internal init; } = [];

    /// <summary>Number in <see cref="Addresses"/> of the other address; -1 for none. Empty when the column is missing.</summary>
    public int[] OtherAddressIds { get; internal init; } = [];

    /// <summary>Equal numbers for equal birthplaces; -1 for none. Empty unless loaded for linkage; so the next two.</summary>
    public int[] BirthplaceIds { get; internal init; } = [];

    public int[] NativePlaceIds { get; internal init; } = [];

    public int[] EmployerIds { get; internal init; } = [];

    /// <summary>Birthplaces and native places as written.</summary>
    public TextPool Places { get; internal init; } = TextPool.Empty;

    /// <summary>Employers as written.</summary>
    public TextPool Employers { get; internal init; } = TextPool.Empty;

    public AddressTable Addresses { get; internal init; } = AddressTable.Empty;

    /// <summary>The digits of the phone number as a number; 0 for none. Empty when the column is missing.</summary>
    public long[] Phones { get; internal init; } = [];

    public int[] RegisteredOn { get; internal init; } = [];

    public RegistrationReason[] RegisteredFor { get; internal init; } = [];

    public int[] MovedInOn { get; internal init; } = [];

    public RegistrationReason[] MovedInFor { get; internal init; } = [];

    /// <summary>Number in <see cref="Divisions"/>; 0 where none is known.</summary>
    public int[] MovedInFrom { get; internal init; } = [];

    public int[] CardIssuedOn { get; internal init; } = [];

    public int[] CancelledOn { get; internal init; } = [];

    public CancellationReason[] CancelledFor { get; internal init; } = [];

    /// <summary>Number in <see cref="Divisions"/>; 0 where none is known.</summary>
    public int[] MovedOutTo { get; internal init; } = [];

    /// <summary>Whether the files have the column.</summary>
    public bool Has(RegisterColumn column) => PresentColumns[(int)column];

    internal bool[] PresentColumns { get; init; } = new bool[RegisterColumns.Count];

    /// <summary>Whether the registration is living: neither cancelled_on nor cancelled_for is filled.</summary>
    public bool IsLiving(int row) => (Flags[row] & RegistrationFlags.Cancelled) == 0;

    public bool IsCollective(int row) => (Flags[row] & RegistrationFlags.Collective) != 0;

    public CitizenNumber Number(int row) => CitizenNumber.FromPacked(Numbers[row]);

    public CitizenNumberFault NumberFault(int row) => (CitizenNumberFault)NumberFaults[row];

    // A birth date is its code and nothing else; the codes were valid when they were put here, so they are not looked at again.
    public BirthDate Birth(int row) => MemoryMarshal.Cast<int, BirthDate>(BirthCodes.AsSpan())[row];

    public DivisionCode Division(int row) => Divisions[DivisionIds[row]];

    /// <summary>The name as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Name(int row) => NameIds[row] < 0 ? default : Names.Written(NameIds[row]);

    /// <summary>The registration_id, UTF-8.</summary>
    public ReadOnlySpan<byte> Id(int row) => Ids[row];

    internal TextPool Ids { get; init; } = TextPool.Empty;

    internal TextPool HouseholdIds { get; init; } = TextPool.Empty;

    /// <summary>The rows of a household in the order of the files, cancelled ones included.</summary>
    public ReadOnlySpan<int> Members(int household) =>
        HouseholdRows.AsSpan(HouseholdStarts[household], HouseholdStarts[household + 1] - HouseholdStarts[household]);

    internal int[] HouseholdStarts { get; init; } = [0];

    internal int[] HouseholdRows { get; init; } = [];

    internal NumberIndex Index { get; init; } = NumberIndex.Empty;

    /// <summary>First row with a citizen number (packed), living or cancelled; -1 for none.</summary>
    public int FindNumber(ulong packed) => Index.Find(packed);

    /// <summary>As <see cref="FindNumber"/>, of many numbers at a time; 0 leads to none.</summary>
    public void FindNumbers(ReadOnlySpan<ulong> packed, Span<int> rows) => Index.Find(packed, rows);

    /// <summary>The next row with the same citizen number; -1 when there is none.</summary>
    public int NextSameNumber(int row) => Index.Next(row);

    /// <summary>Row of the registration with that registration_id; -1 for none.</summary>
    public int FindId(ReadOnlySpan<byte> registrationId) => IdIndex.Find(registrationId);

    internal IdIndex IdIndex { get; init; } = IdIndex.Empty;
}

/// <summary>What is kept of a registration in single bits.</summary>
[Flags]
internal enum RegistrationFlags : byte
{
    None = 0,
    Cancelled = 1,
    Family = 2,
    Collective = 4,
    BirthMissing = 8,
    BirthUnreadable = 16,
    BirthImpossible = 32,
}
