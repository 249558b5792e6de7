using Qingce.Standards;

namespace Qingce.Checks.Indicators.Away;

/// <summary>The causes of I07; the value less one is the number of the cause.</summary>
internal enum AwayCause : byte
{
    None,
    OtherProvince,
    OtherCity,
    OtherCounty,

    /// <summary>Another district of the same city, which the statistics count apart from the floating population.</summary>
    DistrictOfSameCity,
    OtherTownship,
}

/// <summary>What came of weighing the signs.</summary>
/// <param name="Cause">How far away; none when not away.</param>
/// <param name="Weight">Weight of the signs for the place, less that of signs at home.</param>
/// <param name="First">Position of the weightiest sign for the place.</param>
/// <param name="Second">Position of the next; that of the first when there is one alone.</param>
internal readonly record struct AwayVerdict(AwayCause Cause, double Weight, int First, int Second);

/// <summary>I07 on one registration: whether its person lives in another township or street.</summary>
internal static class AwayDecision
{
    // Jobs and schools in the next township are gone to from home; in another city people live there.
    private const double CommuterShare = 0.25;
    private const double DistantJobFactor = 2;

    /// <summary>Where a sign puts a person: the county, or the township when it lies in the county of registration; none when at home or not known.</summary>
    /// <param name="home">The division of registration.</param>
    /// <param name="seen">The division of the sign. A county code alone says nothing about the township.</param>
    public static DivisionCode PlaceOf(DivisionCode home, DivisionCode seen) =>
        seen.IsNone || home.IsNone || seen.Level < DivisionLevel.County ? DivisionCode.None
        : seen.County != home.County ? seen.At(DivisionLevel.County)
        : seen.Level >= DivisionLevel.Township && home.Level >= DivisionLevel.Township && seen.Township != home.Township
            ? seen.At(DivisionLevel.Township)
            : DivisionCode.None;

    /// <summary>How far a place lies from the registration.</summary>
    public static AwayCause Distance(DivisionCode home, DivisionCode place) =>
        home.Province != place.Province ? AwayCause.OtherProvince
        : home.County == place.County ? AwayCause.OtherTownship
        : home.City != place.City ? IsMunicipality(home.Province) && IsDistrict(home) && IsDistrict(place) ? AwayCause.DistrictOfSameCity : AwayCause.OtherCity
        : IsDistrict(home) && IsDistrict(place) ? AwayCause.DistrictOfSameCity
        : AwayCause.OtherCounty;

    /// <summary>Weighs the signs, place by place.</summary>
    /// <param name="facts">The signs of one registration, sorted. Only spells that still run and recent contacts are among them.</param>
    /// <param name="home">Its division.</param>
    /// <param name="seenAtHome">Whether a source saw the person in the township of registration within the time looked at.</param>
    /// <param name="settings">The parameters of its province.</param>
    /// <param name="since">The day since which a spell must have run.</param>
    public static AwayVerdict Decide(ReadOnlySpan<AwayFact> facts, DivisionCode home, bool seenAtHome, AwaySettings settings, int since)
    {
        AwayVerdict best = default;
        int end;
        for (int start = 0; start < facts.Length; start = end)
        {
            end = start + 1;
            while (end < facts.Length && facts[end].Place == facts[start].Place)
            {
                end++;
            }

            AwayVerdict verdict = Weigh(facts, start, end, home, settings, since);
            verdict = verdict with { Weight = verdict.Weight - (seenAtHome ? settings.HomeWeight : 0) };
            if (verdict.First >= 0 && verdict.Weight >= settings.Threshold && (best.Cause == AwayCause.None || verdict.Weight > best.Weight))
            {
                best = verdict;
            }
        }

        return best;
    }

    private static AwayVerdict Weigh(ReadOnlySpan<AwayFact> facts, int start, int end, DivisionCode home, AwaySettings settings, int since)
    {
        AwayCause distance = Distance(home, facts[start].Place);
        double sum = 0;
        double most = 0;
        int first = -1;
        int second = -1;
        bool isLong = false;
        for (int i = start; i < end; i++)
        {
            // The earliest of each kind: a second lease or job at the same place tells nothing new.
            if (i > start && facts[i].Kind == facts[i - 1].Kind)
            {
                continue;
            }

            double weight = Weight(facts[i].Kind, distance, settings);
            isLong |= facts[i].Kind != AwayKind.Contact && facts[i].Day <= since;
            sum += weight;
            if (weight > most)
            {
                (second, first, most) = (first, i, weight);
            }
            else if (second < 0)
            {
                second = i;
            }
        }

        return isLong ? new AwayVerdict(distance, sum, first, second < 0 ? first : second) : new AwayVerdict(AwayCause.None, 0, -1, -1);
    }

    private static double Weight(AwayKind kind, AwayCause distance, AwaySettings settings)
    {
        bool isDistant = distance is AwayCause.OtherProvince or AwayCause.OtherCity;
        return settings.Weight(kind) * kind switch
        {
            AwayKind.School when !isDistant => CommuterShare,
            AwayKind.Job when isDistant => DistantJobFactor,
            _ => 1,
        };
    }

    private static bool IsMunicipality(int province) => province is 11 or 12 or 31 or 50;

    // Numbers up to 20 are those of districts, but for counties directly under a province and the few that were given otherwise: the table says.
    private static bool IsDistrict(DivisionCode division) =>
        division.County % 100 is >= 1 and <= 20
        && Divisions.TryFind(division.County, out Division? county) && (county.CityName.Length > 0 || IsMunicipality(division.Province)) && county.Name.EndsWith('区') && !county.Name.EndsWith("林区", StringComparison.Ordinal);
}
