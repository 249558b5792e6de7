using Qingce.Checks.Findings;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Papers;

/// <summary>A settlement that rested on a paper. Sorted by paper, then registration, day and where it stands.</summary>
/// <param name="Paper">Hash of kind and number; 0 when no number was given.</param>
/// <param name="Row">Row of the register.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Kind">Kind of paper.</param>
/// <param name="Year">The year of issue that the number names; 0 for none.</param>
/// <param name="Agent">Hash of who filed it for the person; 0 for nobody, a school or an employer.</param>
/// <param name="Handler">Hash of the officer; 0 when not given.</param>
/// <param name="Source">The change.</param>
internal readonly record struct PaperUse(ulong Paper, int Row, int Day, DocumentKind Kind, int Year, ulong Agent, ulong Handler, SourceRef Source)
    : IComparable<PaperUse>
{
    public int CompareTo(PaperUse other) => (Paper, Row, Day, Source).CompareTo((other.Paper, other.Row, other.Day, other.Source));
}
