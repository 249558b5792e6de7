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

    /// <summary>Why it is there; <see cref="ErrorKind.None"/> for the registration a mover rightly left.</summary>
    public ErrorKind Kind;

    /// <summary>Chooses among the variants of name, number and birth date.</summary>
    public ulong Variant;
}
