using Qingce.Standards;

namespace Qingce.Checks.Findings;

/// <summary>A division in a sentence: the names of its county and township; the code where no name is known.</summary>
internal static class PlaceName
{
    /// <summary>The name in Chinese, which is the only one there is, with the code in brackets behind what has no name.</summary>
    public static string Of(DivisionCode place)
    {
        if (place.IsNone)
        {
            return "?";
        }

        if (!Divisions.TryFind(place.County, out Division? county))
        {
            return $"({place})";
        }

        bool hasTownship = place.Value / 1000 % 1000 != 0;
        return !hasTownship ? county.FullName
            : Divisions.TryFindTownship((int)(place.Value / 1000), out Township township) ? county.FullName + township.Name
            : $"{county.FullName}({place})";
    }
}
