using Qingce.Standards;

namespace Qingce.Simulation.Population;

/// <summary>The days the simulation is about, and the gaps it leaves so that no event lies near the end of a grace.</summary>
/// <param name="until">The last day.</param>
internal sealed class Calendar(int until)
{
    public const double Year = 365.2425;

    /// <summary>First day of the simulated years; who died or left earlier is not on the register.</summary>
    public static readonly int Start = DayNumber.Of(2012, 1, 1);

    /// <summary>First day of complete marriage and divorce records.</summary>
    public static readonly int MarriageRecords = DayNumber.Of(2004, 1, 1);

    /// <summary>First day of birth certificates.</summary>
    public static readonly int BirthCertificates = DayNumber.Of(1996, 1, 1);

    public int Until { get; } = until;

    public int YearsAgo(double years) => Until - (int)(years * Year);

    public double Age(int birth) => (Until - birth) / Year;

    public static double AgeAt(int birth, int day) => (day - birth) / Year;

    /// <summary>Moves a death or a birth away from the end of its 30 days.</summary>
    public int ClearOfMonth(int day) => day > Until - 45 && day < Until - 18 ? day - 32 : day;

    /// <summary>Moves a marriage, a divorce or a migration away from the end of its 90 days.</summary>
    public int ClearOfQuarter(int day) => day > Until - 110 && day < Until - 70 ? day - 45 : day;

    public bool IsFreshQuarter(int day) => day >= Until - 70;
}
