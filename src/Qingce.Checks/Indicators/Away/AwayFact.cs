using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Away;

/// <summary>A kind of sign that somebody lives at a place.</summary>
internal enum AwayKind : byte
{
    Permit,
    Lease,
    School,
    Assistance,

    /// <summary>Residents' medical or pension insurance, or a pension drawn there.</summary>
    Insurance,

    /// <summary>Job, labour contract, housing fund, employees' insurance: all of them the same place of work.</summary>
    Job,
    Contact,
}

/// <summary>A sign that somebody lives away from the place of registration. Sorted by place, kind, then the earliest.</summary>
/// <param name="Row">Row of the register.</param>
/// <param name="Kind">What kind of sign.</param>
/// <param name="Day">The first day of the spell, or the day of the contact, since 1970-01-01.</param>
/// <param name="Place">The county away, or the township when it lies in the county of registration.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct AwayFact(int Row, AwayKind Kind, int Day, DivisionCode Place, SourceRef Source) : IRowFact, IComparable<AwayFact>
{
    public int CompareTo(AwayFact other)
    {
        int byPlace = Place.CompareTo(other.Place);
        int byKind = byPlace != 0 ? byPlace : Kind.CompareTo(other.Kind);
        int byDay = byKind != 0 ? byKind : Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Source.CompareTo(other.Source);
    }
}
