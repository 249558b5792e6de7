using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Sources;

namespace Qingce.Checks.Indicators.IdentityChanges;

/// <summary>A past change of name, birth date or number. Sorted by day, then field, then where it stands.</summary>
/// <param name="Row">Row of the register.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Field">Name, birth date or citizen number.</param>
/// <param name="OldBirth">yyyyMMdd before, for a birth date or as the number says; 0 for none.</param>
/// <param name="NewBirth">yyyyMMdd after; 0 for none.</param>
/// <param name="IsWritingOnly">Whether old and new are writings of one value: another form of a character, a 15-digit number expanded.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct IdentityChange(
    int Row, int Day, ChangedField Field, int OldBirth, int NewBirth, bool IsWritingOnly, SourceRef Source) : IRowFact, IComparable<IdentityChange>
{
    public int CompareTo(IdentityChange other)
    {
        int byDay = Day.CompareTo(other.Day);
        int byField = byDay != 0 ? byDay : Field.CompareTo(other.Field);
        return byField != 0 ? byField : Source.CompareTo(other.Source);
    }
}
