namespace Qingce.Exchange.Codes;

/// <summary>Why a registration ended (register column cancelled_for).</summary>
public enum CancellationReason : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>Death.</summary>
    Death,

    /// <summary>Declared missing by a court.</summary>
    Missing,

    /// <summary>Moved out to another place of registration.</summary>
    MovedOut,

    /// <summary>Enlistment; closes a move without a permit (regulation of 1958, Art. 11).</summary>
    Enlistment,

    /// <summary>Settled abroad.</summary>
    SettledAbroad,

    /// <summary>Loss of nationality.</summary>
    LossOfNationality,

    /// <summary>Duplicate registration.</summary>
    Duplicate,

    /// <summary>Obtained by fraud.</summary>
    Fraud,

    /// <summary>Another reason.</summary>
    Other,
}

/// <summary>Why a registration began (register columns registered_for and moved_in_for, and reason of a registration change).</summary>
public enum RegistrationReason : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>Birth.</summary>
    Birth,

    /// <summary>Entered late, without a birth registered in time.</summary>
    Late,

    /// <summary>Adoption.</summary>
    Adoption,

    /// <summary>Restored after a cancellation.</summary>
    Restored,

    /// <summary>Discharged from the armed forces.</summary>
    Discharged,

    /// <summary>Settled from abroad, or naturalised.</summary>
    Naturalised,

    /// <summary>Moved in; the cause is not told apart.</summary>
    MovedIn,

    /// <summary>Joined a spouse.</summary>
    JoinedSpouse,

    /// <summary>Joined parents.</summary>
    JoinedParents,

    /// <summary>Joined children.</summary>
    JoinedChildren,

    /// <summary>Joined other relatives.</summary>
    JoinedRelatives,

    /// <summary>Settled by buying a home.</summary>
    HomePurchase,

    /// <summary>Settled by employment.</summary>
    Employment,

    /// <summary>Transfer by the employer.</summary>
    Transfer,

    /// <summary>Settled as a talent.</summary>
    Talent,

    /// <summary>Settled by points.</summary>
    Points,

    /// <summary>Moved to a school or university.</summary>
    Study,

    /// <summary>Moved back or on after school.</summary>
    Graduation,

    /// <summary>A household was split.</summary>
    HouseholdSplit,

    /// <summary>Resettled, for example after demolition.</summary>
    Resettlement,

    /// <summary>Another reason.</summary>
    Other,
}

/// <summary>Kind of household (register column household_type).</summary>
public enum HouseholdType : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>A family household.</summary>
    Family,

    /// <summary>A collective household: employees, students, a welfare home, a monastery.</summary>
    Collective,
}
