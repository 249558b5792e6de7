namespace Qingce.Standards;

/// <summary>
/// The age from which one could marry: 20 and 18 under the law of 1950, 22 and 20 under that of 1980 and the Civil Code. Autonomous regions,
/// prefectures and counties may lower it, commonly by two years; that bound is applied to everybody there.
/// </summary>
public static class MarriageAge
{
    // Whether a county is or lies in an autonomous area: 1 no, 2 yes, 0 not looked up yet. Races only repeat the look-up.
    private static readonly byte[] Autonomous = new byte[1_000_000];

    private static readonly int LawOf1980 = DayNumber.Of(1981, 1, 1);

    /// <summary>The lowest age in completed years.</summary>
    /// <param name="sex">Unknown counts as female, whose age is lower.</param>
    /// <param name="day">Day of the marriage.</param>
    /// <param name="place">Division of the registry office; none counts as an autonomous area.</param>
    public static int Of(Sex sex, int day, DivisionCode place)
    {
        int age = sex == Sex.Male ? 20 : 18;
        return day < LawOf1980 || IsAutonomous(place) ? age : age + 2;
    }

    /// <summary>Whether the place is or lies in an autonomous region, prefecture or county, or is not known.</summary>
    public static bool IsAutonomous(DivisionCode place)
    {
        if (place.IsNone)
        {
            return true;
        }

        ref byte known = ref Autonomous[place.County];
        if (known == 0)
        {
            known = LookUp(place) ? (byte)2 : (byte)1;
        }

        return known == 2;
    }

    private static bool LookUp(DivisionCode place) =>
        place.Province is 15 or 45 or 54 or 64 or 65
        || NamesAutonomy(place.County)
        || NamesAutonomy(place.City * 100);

    private static bool NamesAutonomy(int code)
    {
        foreach (Division spell in Divisions.History(code))
        {
            if (spell.Name.Contains("自治", StringComparison.Ordinal) || spell.CityName.Contains("自治", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
