using Qingce.Exchange.Codes;

namespace Qingce.Simulation.Population;

/// <summary>
/// A person as they truly are, and their registration as it would rightly stand. Days count from 1970-01-01; 0 stands for never.
/// Indices of people are within the county; <see cref="None"/> means nobody and <see cref="Outside"/> somebody who is not simulated.
/// </summary>
internal struct Person
{
    public const int None = -1;
    public const int Outside = -2;

    public int Birth;
    public int Death;
    public int Household;
    public int Spouse;
    public int Mother;
    public int Father;
    public int Married;
    public int Divorced;
    public int RegisteredOn;
    public int MovedInOn;
    public int MovedInFrom;
    public int LeftOn;
    public int LeftTo;
    public int AwaySince;
    public int AwayTo;
    public int JobSince;
    public int WorkPlace;
    public int CancelledOn;
    public int Prefix;
    public int ErrorArgument;
    public Name Name;
    public short Sequence;
    public PersonTraits Traits;
    public byte Ethnicity;
    public byte Relation;
    public byte Marital;
    public Role Role;
    public Work Work;
    public RegistrationReason RegisteredFor;
    public RegistrationReason MovedInFor;
    public CancellationReason LeftFor;
    public Errors.ErrorKind Error;
    public bool IsMale;

    /// <summary>Living, and neither moved out, enlisted nor settled abroad: rightly on the register.</summary>
    public readonly bool Belongs => Death == 0 && LeftOn == 0;

    public readonly bool Has(PersonTraits trait) => (Traits & trait) != 0;
}

/// <summary>A name: a surname and one or two characters, or two parts of a transliterated one.</summary>
/// <param name="Surname">Position in the table of surnames, or of transliterated parts.</param>
/// <param name="First">A UTF-16 unit, or a position in the table of transliterated parts.</param>
/// <param name="Second">A UTF-16 unit, or 0.</param>
/// <param name="IsTransliterated">Whether the positions are those of transliterated parts.</param>
internal readonly record struct Name(ushort Surname, ushort First, ushort Second, bool IsTransliterated);

/// <summary>Place in the family; what stands on the register follows from it and from who the head is.</summary>
internal enum Role : byte
{
    Husband,
    Wife,
    Child,
    ChildInLaw,
    Grandchild,
    Father,
    Mother,
    StepChild,
    Adopted,
    Member,
}

/// <summary>How a person spends the days.</summary>
internal enum Work : byte
{
    Small,
    Pupil,
    Student,
    Employee,
    Farmer,
    SelfEmployed,
    AtHome,
    Retired,
    Cleric,
    Soldier,
}

[Flags]
internal enum PersonTraits : ushort
{
    None = 0,

    /// <summary>The second of twins; the first is the person before.</summary>
    SecondTwin = 1,

    /// <summary>A child of the wife's earlier marriage, or the wife or husband of such a marriage.</summary>
    Remarried = 2,

    /// <summary>Changed the name once, with papers.</summary>
    NameChanged = 4,

    /// <summary>Had the birth date corrected by some days, with papers.</summary>
    BirthCorrected = 8,

    /// <summary>Pays employees' medical insurance.</summary>
    EmployeesInsurance = 16,

    /// <summary>The birth certificate came months after a birth at home.</summary>
    BornAtHome = 32,

    /// <summary>Came here from another simulated county, where the old registration stands cancelled.</summary>
    FromSimulated = 64,

    /// <summary>Settled with the help of an agent, lawfully.</summary>
    LawfulAgent = 128,

    /// <summary>A relation is written with its general code (10, 20, 30) rather than the exact one.</summary>
    GeneralRelation = 256,

    /// <summary>The marriage stands in the records under a spouse who is registered elsewhere.</summary>
    SpouseElsewhere = 512,
}
