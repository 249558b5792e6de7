using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Results;

/// <summary>Which of the cells that the resident's card calls for are filled with a value that can be read.</summary>
internal static class Completeness
{
    /// <summary>Cells looked at of each registration.</summary>
    public const int Cells = 10;

    /// <summary>How many of them are filled.</summary>
    public static int FilledCells(RegisterStore register, int row) =>
        One(register.NameIds[row] >= 0)
        + One(register.Sexes[row].IsKnown)
        + One(register.BirthCodes[row] % 100 != 0)
        + One(register.Numbers[row] != 0)
        + One(!register.Relations[row].IsNone)
        + One((register.Flags[row] & (RegistrationFlags.Family | RegistrationFlags.Collective)) != 0)
        + One(register.AddressIds[row] >= 0)
        + One(register.MaritalStatuses[row] != MaritalStatus.None)
        + One(register.RegisteredOn[row] != RegisterStore.NoDay)
        + One(register.RegisteredFor[row] != RegistrationReason.None);

    private static int One(bool filled) => filled ? 1 : 0;
}
