namespace Qingce.Simulation.Population;

/// <summary>A household and its home. Members are consecutive people of the county.</summary>
internal struct Household
{
    public int First;
    public int Count;

    /// <summary>Day on which the last of its members left the home for elsewhere; 0 when somebody lives there.</summary>
    public int AwaySince;

    public short Township;
    public short Village;
    public short Number;
    public short Room;
    public byte Street;
    public byte Building;
    public byte Unit;
    public HouseholdKind Kind;
    public HomeFault HomeFault;

    /// <summary>Whether the errors of one case lie in this household already.</summary>
    public bool IsTouched;

    /// <summary>Whether the address is in a town and ends in the number of a door.</summary>
    public bool HasDoor;

    public readonly int End => First + Count;

    public readonly bool IsFamily => Kind == HouseholdKind.Family;
}

internal enum HouseholdKind : byte
{
    Family,
    Workers,
    Students,
    Welfare,
    Monastery,
}

/// <summary>Why a household is rightly found hung at its address though somebody may live nearby.</summary>
internal enum HomeFault : byte
{
    None,

    /// <summary>One of many households at one address.</summary>
    SharedAddress,

    /// <summary>The building was pulled down.</summary>
    Demolished,

    /// <summary>The building is a shop, a store or an office.</summary>
    NonResidential,
}
