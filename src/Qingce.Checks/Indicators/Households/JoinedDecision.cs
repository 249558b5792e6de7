using Qingce.Checks.Indicators.Ages;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Households;

/// <summary>
/// Whether the sources would know it if somebody who joined a household were a relative. Only then does their silence say something: the
/// marriage must fall within the coverage of marriages, the child's birth within that of birth certificates.
/// </summary>
internal static class JoinedDecision
{
    private const int Marriages = 5;
    private const int BirthCertificates = 10;

    public static bool SourcesWouldKnow(in RegistrationRow joined, ReadOnlySpan<RegistrationRow> others, Coverage coverage)
    {
        RegistrationReason reason = HouseholdDecision.IsJoining(joined.MovedInFor) ? joined.MovedInFor : joined.RegisteredFor;
        int day = HouseholdDecision.IsJoining(joined.MovedInFor) ? joined.MovedInOn : joined.RegisteredOn;
        if (day == RegistrationRow.NoDay || joined.Birth.IsNone || !joined.Number.IsWellFormed)
        {
            return false;
        }

        switch (reason)
        {
            case RegistrationReason.JoinedSpouse:
                return Covers(coverage, Marriages, joined, MarriageableDay(joined), day);
            case RegistrationReason.JoinedParents:
                return CoversBirth(coverage, joined, joined.Division);
            case RegistrationReason.JoinedChildren:
                return AnyCovered(joined, others, coverage);
            default:
                return CoversBirth(coverage, joined, joined.Division) || AnyCovered(joined, others, coverage);
        }
    }

    private static bool AnyCovered(in RegistrationRow joined, ReadOnlySpan<RegistrationRow> others, Coverage coverage)
    {
        foreach (ref readonly RegistrationRow other in others)
        {
            // The joined person's own children, or the relatives between, must all be young enough to have a certificate.
            if (other.Number != joined.Number && !CoversBirth(coverage, other, other.Division))
            {
                return false;
            }
        }

        return others.Length > 1;
    }

    private static bool CoversBirth(Coverage coverage, in RegistrationRow row, DivisionCode division) =>
        !row.Birth.IsNone && row.Number.IsWellFormed
        && coverage.Covers(BirthCertificates, division, DayNumber.Of(row.Birth.Earliest!.Value), DayNumber.Of(row.Birth.Latest!.Value));

    private static int MarriageableDay(in RegistrationRow row) =>
        DayNumber.Of(row.Birth.Earliest!.Value.AddYears(MarriageAge.LowestEver(row.Sex)));

    private static bool Covers(Coverage coverage, int category, in RegistrationRow row, int from, int to) =>
        from <= to && coverage.Covers(category, row.Division, from, to)
        && (row.MovedInFrom.IsNone || coverage.Covers(category, row.MovedInFrom, from, to));
}
