using Qingce.Exchange.Files;

namespace Qingce.Checks.Registrations;

/// <summary>The columns of the register, in the order of <see cref="FileShapes.Register"/>.</summary>
internal enum RegisterColumn : byte
{
    RegistrationId,
    HouseholdId,
    HouseholdType,
    Relation,
    Name,
    FormerName,
    Sex,
    Ethnicity,
    BirthDate,
    CitizenNumber,
    FormerNumbers,
    Division,
    Address,
    OtherAddress,
    Birthplace,
    NativePlace,
    MaritalStatus,
    Education,
    Occupation,
    Employer,
    Phone,
    RegisteredOn,
    RegisteredFor,
    MovedInOn,
    MovedInFrom,
    MovedInFor,
    CardIssuedOn,
    CancelledOn,
    CancelledFor,
    MovedOutTo,
}

internal static class RegisterColumns
{
    /// <summary>Number of columns.</summary>
    public const int Count = 30;

    /// <summary>The English header.</summary>
    public static string Header(this RegisterColumn column) => FileShapes.Register[(int)column].Name;
}
