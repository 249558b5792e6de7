using Qingce.Checks.Findings;

namespace Qingce.Checks.Indicators.EmptyHouseholds;

/// <summary>A building's own row. Sorted by building, day and where it stands.</summary>
/// <param name="Key">Key of the building within its county.</param>
/// <param name="Day">The day from which it holds.</param>
/// <param name="IsDemolished">Pulled down; otherwise not for living in.</param>
/// <param name="Place">Nine digits of the township where it stands; they end in zeros when the row gives the county alone.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct BuildingRow(ulong Key, int Day, bool IsDemolished, int Place, SourceRef Source) : IComparable<BuildingRow>
{
    public int CompareTo(BuildingRow other) => (Key, Day, Source).CompareTo((other.Key, other.Day, other.Source));
}
