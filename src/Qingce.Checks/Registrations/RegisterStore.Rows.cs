using Qingce.Checks.Findings;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Registrations;

internal sealed partial class RegisterStore
{
    /// <summary>The registration as the row checks see it.</summary>
    public RegistrationRow Row(int row)
    {
        RegistrationFlags flags = Flags[row];
        CitizenNumberFault fault = NumberFault(row);
        return new RegistrationRow
        {
            Number = new CitizenNumberReading(Number(row), fault, (fault & CitizenNumberFault.FifteenDigits) != 0),
            Birth = Birth(row),
            BirthFault = (flags & RegistrationFlags.BirthImpossible) != 0 ? DateFault.Impossible
                : (flags & RegistrationFlags.BirthUnreadable) != 0 ? DateFault.Unreadable
                : (flags & RegistrationFlags.BirthMissing) != 0 ? DateFault.Missing
                : DateFault.None,
            Sex = Sexes[row],
            Relation = Relations[row],
            MaritalStatus = At(MaritalStatuses, row, MaritalStatus.None),
            Education = Educations[row],
            HouseholdType = (flags & RegistrationFlags.Collective) != 0 ? HouseholdType.Collective
                : (flags & RegistrationFlags.Family) != 0 ? HouseholdType.Family
                : HouseholdType.None,
            Division = Division(row),
            RegisteredOn = At(RegisteredOn, row, NoDay),
            RegisteredFor = At(RegisteredFor, row, RegistrationReason.None),
            MovedInOn = At(MovedInOn, row, NoDay),
            MovedInFor = At(MovedInFor, row, RegistrationReason.None),
            MovedInFrom = Divisions[At(MovedInFrom, row, 0)],
            CardIssuedOn = At(CardIssuedOn, row, NoDay),
            CancelledOn = At(CancelledOn, row, NoDay),
            CancelledFor = At(CancelledFor, row, CancellationReason.None),
            MovedOutTo = Divisions[At(MovedOutTo, row, 0)],
            IsCancelled = (flags & RegistrationFlags.Cancelled) != 0,
        };
    }

    /// <summary>Writes the value of a column as text: as written where the writing was kept, else in its usual form.</summary>
    public void WriteValue(int row, RegisterColumn column, Utf8Writer to)
    {
        switch (column)
        {
            case RegisterColumn.RegistrationId:
                to.Write(Id(row));
                break;
            case RegisterColumn.HouseholdId:
                to.Write(HouseholdIds[Households[row]]);
                break;
            case RegisterColumn.HouseholdType:
                to.Write((Flags[row] & RegistrationFlags.Collective) != 0 ? "collective" : (Flags[row] & RegistrationFlags.Family) != 0 ? "family" : "");
                break;
            case RegisterColumn.Relation:
                to.Write(Relations[row].CodeDigits);
                break;
            case RegisterColumn.Name:
                to.Write(Name(row));
                break;
            case RegisterColumn.FormerName when FormerNameIds.Length > 0 && FormerNameIds[row] >= 0:
                to.Write(Names.Written(FormerNameIds[row]));
                break;
            case RegisterColumn.Sex when Sexes[row] != Sex.Unknown:
                to.Write((byte)Sexes[row]);
                break;
            case RegisterColumn.BirthDate when !OddTexts.Write(row, column, to):
                to.Write(Birth(row));
                break;
            case RegisterColumn.CitizenNumber when !OddTexts.Write(row, column, to):
                to.Write(Number(row));
                break;
            case RegisterColumn.FormerNumbers when FormerNumbers.Length > 0:
                to.Write(CitizenNumber.FromPacked(FormerNumbers[row]));
                break;
            case RegisterColumn.Division:
                to.Write(Division(row));
                break;
            case RegisterColumn.Address when AddressIds.Length > 0 && AddressIds[row] >= 0:
                to.Write(Addresses.Written(AddressIds[row]));
                break;
            case RegisterColumn.OtherAddress when OtherAddressIds.Length > 0 && OtherAddressIds[row] >= 0:
                to.Write(Addresses.Written(OtherAddressIds[row]));
                break;
            case RegisterColumn.Birthplace when At(BirthplaceIds, row, -1) is >= 0 and var birthplace:
                to.Write(Places[birthplace]);
                break;
            case RegisterColumn.NativePlace when At(NativePlaceIds, row, -1) is >= 0 and var nativePlace:
                to.Write(Places[nativePlace]);
                break;
            case RegisterColumn.Employer when At(EmployerIds, row, -1) is >= 0 and var employer:
                to.Write(Employers[employer]);
                break;
            case RegisterColumn.MaritalStatus when At(MaritalStatuses, row, MaritalStatus.None) is not MaritalStatus.None and var status:
                to.Write((byte)status);
                break;
            case RegisterColumn.Education when !Educations[row].IsNone:
                to.Write(Educations[row].Code);
                break;
            case RegisterColumn.Phone when At(Phones, row, 0L) is not 0 and var phone:
                to.Write(PhoneNumber.FromPacked(phone).ToString());
                break;
            case RegisterColumn.RegisteredOn:
                to.WriteDay(At(RegisteredOn, row, NoDay));
                break;
            case RegisterColumn.RegisteredFor:
                to.Write(CodeLists.RegistrationReasons.Token(At(RegisteredFor, row, RegistrationReason.None)));
                break;
            case RegisterColumn.MovedInOn:
                to.WriteDay(At(MovedInOn, row, NoDay));
                break;
            case RegisterColumn.MovedInFor:
                to.Write(CodeLists.RegistrationReasons.Token(At(MovedInFor, row, RegistrationReason.None)));
                break;
            case RegisterColumn.MovedInFrom:
                to.Write(Divisions[At(MovedInFrom, row, 0)]);
                break;
            case RegisterColumn.CardIssuedOn:
                to.WriteDay(At(CardIssuedOn, row, NoDay));
                break;
            case RegisterColumn.CancelledOn:
                to.WriteDay(At(CancelledOn, row, NoDay));
                break;
            case RegisterColumn.CancelledFor:
                to.Write(CodeLists.CancellationReasons.Token(At(CancelledFor, row, CancellationReason.None)));
                break;
            case RegisterColumn.MovedOutTo:
                to.Write(Divisions[At(MovedOutTo, row, 0)]);
                break;
            default:
                break;
        }
    }

    /// <summary>What was written in cells whose value cannot tell it: numbers and birth dates that could not be read.</summary>
    internal OddTexts OddTexts { get; init; } = OddTexts.Empty;

    private static T At<T>(T[] column, int row, T missing) => column.Length == 0 ? missing : column[row];
}
