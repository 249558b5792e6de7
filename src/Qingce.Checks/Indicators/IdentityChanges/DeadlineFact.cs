using Qingce.Checks.Facts;

namespace Qingce.Checks.Indicators.IdentityChanges;

/// <summary>A day for which a changed birth date or name may have been wanted. Sorted by day.</summary>
/// <param name="Row">Row of the register.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="IsExam">An admission to a school; otherwise a settlement.</param>
internal readonly record struct DeadlineFact(int Row, int Day, bool IsExam) : IRowFact, IComparable<DeadlineFact>
{
    public int CompareTo(DeadlineFact other) => (Day, IsExam).CompareTo((other.Day, other.IsExam));
}
