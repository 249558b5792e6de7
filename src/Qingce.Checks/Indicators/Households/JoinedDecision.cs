using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Households;

/// <summary>
/// Whether somebody joined a household as a relative of a kind that sources are to know: registered or moved in as joining relatives, at a time
/// and place where marriages and birth certificates, which kinship is told from, were delivered whole. Who joined a spouse, parents or
/// children is judged by the papers of I06, I10 and I11 instead.
/// </summary>
internal static class JoinedDecision
{
    private const int Marriages = 5;
    private const int BirthCertificates = 10;

    public static bool IsToBeKnown(in RegistrationRow joined, Coverage coverage)
    {
        int day = joined.MovedInFor == RegistrationReason.JoinedRelatives ? joined.MovedInOn
            : joined.RegisteredFor == RegistrationReason.JoinedRelatives ? joined.RegisteredOn
            : RegistrationRow.NoDay;
        return day != RegistrationRow.NoDay && joined.Number.IsWellFormed
            && coverage.Covers(Marriages, joined.Division, day) && coverage.Covers(BirthCertificates, joined.Division, day);
    }
}
