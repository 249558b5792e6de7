using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Registrations;

/// <summary>
/// What the checks look at of one registration, as values of the standards. A verification makes it from its columns, a
/// caller with a single registration from that. Days are counted from 1970-01-01; <see cref="NoDay"/> where there is none.
/// </summary>
public readonly record struct RegistrationRow
{
    /// <summary>The value of a day that is not known.</summary>
    public const int NoDay = int.MinValue;

    /// <summary>Makes a registration of which nothing is known.</summary>
    public RegistrationRow()
    {
    }

    /// <summary>The citizen number with all that is wrong with it.</summary>
    public CitizenNumberReading Number { get; init; } = new(CitizenNumber.None, CitizenNumberFault.Missing, false);

    /// <summary>The birth date as far as it is known.</summary>
    public BirthDate Birth { get; init; }

    /// <summary>Why <see cref="Birth"/> is none.</summary>
    public DateFault BirthFault { get; init; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>Relation to the head of the household.</summary>
    public Relation Relation { get; init; }

    /// <summary>Marital status.</summary>
    public MaritalStatus MaritalStatus { get; init; }

    /// <summary>Education.</summary>
    public Education Education { get; init; }

    /// <summary>Kind of the household.</summary>
    public HouseholdType HouseholdType { get; init; }

    /// <summary>The division of the registration, 6 to 12 digits filled with zeros.</summary>
    public DivisionCode Division { get; init; }

    /// <summary>The day the registration began.</summary>
    public int RegisteredOn { get; init; } = NoDay;

    /// <summary>Why it began.</summary>
    public RegistrationReason RegisteredFor { get; init; }

    /// <summary>The day of the last move to this register.</summary>
    public int MovedInOn { get; init; } = NoDay;

    /// <summary>Why the person moved in.</summary>
    public RegistrationReason MovedInFor { get; init; }

    /// <summary>Where the person came from, as far as a code is known.</summary>
    public DivisionCode MovedInFrom { get; init; }

    /// <summary>The day the present identity card was issued.</summary>
    public int CardIssuedOn { get; init; } = NoDay;

    /// <summary>The day the registration ended.</summary>
    public int CancelledOn { get; init; } = NoDay;

    /// <summary>Why it ended.</summary>
    public CancellationReason CancelledFor { get; init; }

    /// <summary>Where the person went, as far as a code is known.</summary>
    public DivisionCode MovedOutTo { get; init; }

    /// <summary>Whether something, readable or not, stands in one of the two columns about the end of the registration.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether the registration is living: neither cancelled_on nor cancelled_for is filled.</summary>
    public bool IsLiving => !IsCancelled;
}
