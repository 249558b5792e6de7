using Qingce.Checks.Facts;
using Qingce.Checks.Findings;

namespace Qingce.Checks.Indicators.Ages;

/// <summary>A source row that a person was too young for.</summary>
/// <param name="Row">Register row.</param>
/// <param name="Cause">What it is too early for.</param>
/// <param name="Day">Day of the event; of several rows of a cause the earliest is told.</param>
/// <param name="Source">The source row.</param>
internal readonly record struct AgeFact(int Row, AgeCause Cause, int Day, SourceRef Source) : IRowFact, IComparable<AgeFact>
{
    public int CompareTo(AgeFact other)
    {
        int order = Cause.CompareTo(other.Cause);
        order = order != 0 ? order : Day.CompareTo(other.Day);
        return order != 0 ? order : Source.CompareTo(other.Source);
    }
}
