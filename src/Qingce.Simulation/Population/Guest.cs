using Qingce.Simulation.Errors;

namespace Qingce.Simulation.Population;

/// <summary>
/// A second registration of somebody: in the county of a duplicate, or cancelled where a mover came from. It stands on the register of the
/// county that holds it.
/// </summary>
internal struct Guest
{
    /// <summary>County and place of the person.</summary>
    public int County;
    public int Person;

    /// <summary>The household it stands in, or -1 for one of its own whose members have all left.</summary>
    public int Household;

    /// <summary>Relation to the head of the household it stands in.</summary>
    public byte Relation;

    /// <summary>For a household of its own: place among the county's guests of the one that opened it.</summary>
    public int Opened;

    /// <summary>For a household of its own: the household whose address it has.</summary>
    public int Address;

    /// <summary>Why it is there; <see cref="ErrorKind.None"/> for the registration a mover rightly left.</summary>
    public ErrorKind Kind;

    /// <summary>Chooses among the variants of name, number and birth date.</summary>
    public ulong Variant;
}
