using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Moves;

/// <summary>A filing of a move, by the office that was left or entered. Sorted by day.</summary>
/// <param name="Row">First register row of the number.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="IsIn">Filed by the office entered; otherwise by the office left.</param>
/// <param name="IsPermit">From the migration permits; otherwise from the national pool of filings.</param>
/// <param name="Status">How a permit stands.</param>
/// <param name="ValidUntil">Last day of a permit; <see cref="int.MinValue"/> where it has none.</param>
/// <param name="Place">The division of the office that filed it.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct MoveFact(
    int Row, int Day, bool IsIn, bool IsPermit, SourceStatus Status, int ValidUntil, DivisionCode Place, SourceRef Source) : IRowFact, IComparable<MoveFact>
{
    /// <summary>Whether the permit has been taken in, or the move closed itself without a paper.</summary>
    public bool IsClosed => IsPermit && Status is SourceStatus.Used or SourceStatus.Paperless;

    public int CompareTo(MoveFact other)
    {
        int byDay = Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Source.CompareTo(other.Source);
    }
}
