using Qingce.Checks.Facts;
using Qingce.Checks.Findings;

namespace Qingce.Checks.Indicators.Marriages;

/// <summary>A marriage or divorce on record, seen from one of the two. Sorted by day; on one day a divorce comes before a marriage.</summary>
/// <param name="Row">Row of the register.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="IsMarriage">A marriage; otherwise a divorce.</param>
/// <param name="Partner">First register row with the partner's number; negative, a hash of what is known, when the register has none.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct MaritalEvent(int Row, int Day, bool IsMarriage, int Partner, SourceRef Source) : IRowFact, IComparable<MaritalEvent>
{
    public int CompareTo(MaritalEvent other)
    {
        int byDay = Day.CompareTo(other.Day);
        int byKind = byDay != 0 ? byDay : IsMarriage.CompareTo(other.IsMarriage);
        return byKind != 0 ? byKind : Source.CompareTo(other.Source);
    }
}
