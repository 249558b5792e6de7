using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register;

/// <remarks>The fields as what they mean. A text that is no value of its field means none.</remarks>
public sealed partial class RegistrationContent
{
    private static readonly char[] BetweenNumbers = [' ', ',', ';', '；', '、', '|'];

    /// <summary>The numbers of a list of former ones, as registers write it: with blanks, commas, semicolons or bars between them.</summary>
    public static string[] SplitNumbers(string numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Split(BetweenNumbers, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether there is such a registration: it has an identifier.</summary>
    public bool Exists => RegistrationId.Length > 0;

    /// <summary>Whether the registration stands: it exists and is not cancelled.</summary>
    public bool IsLiving => Exists && this[RegisterField.CancelledOn].Length == 0 && this[RegisterField.CancelledFor].Length == 0;

    /// <summary>The registration.</summary>
    public string RegistrationId => this[RegisterField.RegistrationId];

    /// <summary>The household.</summary>
    public string HouseholdId => this[RegisterField.HouseholdId];

    /// <summary>The person; the registration's own id unless it was merged.</summary>
    public string PersonId => this[RegisterField.PersonId];

    /// <summary>The name as written.</summary>
    public string Name => this[RegisterField.Name];

    /// <summary>The kind of household; none where it is not said.</summary>
    public HouseholdType HouseholdType =>
        CodeLists.HouseholdTypes.TryRead(this[RegisterField.HouseholdType], out HouseholdType type) ? type : HouseholdType.None;

    /// <summary>Whether it is in a collective household, where everybody stands alone.</summary>
    public bool IsCollective => HouseholdType == HouseholdType.Collective;

    /// <summary>Relation to the head.</summary>
    public Relation Relation => Relation.TryRead(this[RegisterField.Relation], out Relation relation) ? relation : Relation.None;

    /// <summary>Sex.</summary>
    public Sex Sex => Sex.TryRead(this[RegisterField.Sex], out Sex sex) ? sex : Sex.Unknown;

    /// <summary>Birth date.</summary>
    public BirthDate BirthDate => BirthDate.Read(this[RegisterField.BirthDate]).Date;

    /// <summary>The citizen number with its faults.</summary>
    public CitizenNumberReading Number => CitizenNumber.Read(this[RegisterField.CitizenNumber]);

    /// <summary>Division.</summary>
    public DivisionCode Division => OfDigits(this[RegisterField.Division]);

    /// <summary>Marital status.</summary>
    public MaritalStatus MaritalStatus =>
        MaritalStatus.TryRead(this[RegisterField.MaritalStatus], out MaritalStatus status) ? status : MaritalStatus.None;

    /// <summary>Day of registration; null where none can be read.</summary>
    public DateOnly? RegisteredOn => Day(RegisterField.RegisteredOn);

    /// <summary>Day of the move in; null where none can be read.</summary>
    public DateOnly? MovedInOn => Day(RegisterField.MovedInOn);

    /// <summary>Day the identity card was issued; null where none can be read.</summary>
    public DateOnly? CardIssuedOn => Day(RegisterField.CardIssuedOn);

    /// <summary>Day of cancellation; null where none can be read.</summary>
    public DateOnly? CancelledOn => Day(RegisterField.CancelledOn);

    /// <summary>Reason of cancellation.</summary>
    public CancellationReason CancelledFor =>
        CodeLists.CancellationReasons.TryRead(this[RegisterField.CancelledFor], out CancellationReason reason) ? reason : CancellationReason.None;

    private DateOnly? Day(RegisterField field) => DateText.TryReadDay(this[field], out int day) ? DayNumber.ToDate(day) : null;

    private static DivisionCode OfDigits(string text)
    {
        Span<byte> digits = stackalloc byte[12];
        if (text.Length is 0 or > 12)
        {
            return DivisionCode.None;
        }

        for (int i = 0; i < text.Length; i++)
        {
            digits[i] = text[i] < 0x80 ? (byte)text[i] : (byte)'?';
        }

        return DivisionCode.Read(digits[..text.Length]).Code;
    }
}
