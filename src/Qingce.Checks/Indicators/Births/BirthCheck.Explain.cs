using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Births;

internal sealed partial class BirthCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        foreach (int row in explanation.Rows)
        {
            explanation.Quote(row, RegisterColumn.Name, RegisterColumn.CitizenNumber);
        }

        switch ((BirthCause)(suspicion.Cause + 1))
        {
            case BirthCause.NotRegistered:
                explanation.Quote(suspicion.Source, "document_number", "event_date", "sex", "counterpart_name");
                explanation.Chinese($"出生医学证明显示其于{new Day(suspicion.Value)}生育一名子女，至今未见该子女的户口登记。");
                explanation.English($"A birth certificate says that a child was born to this mother on {new Day(suspicion.Value)}; no registration of the child is found.");
                break;
            case BirthCause.NoCertificate:
                explanation.Quote(suspicion.First, RegisterColumn.BirthDate, RegisterColumn.RegisteredFor);
                explanation.Chinese($"登记为出生落户，但没有与之相符的出生医学证明。");
                explanation.English($"Registered for birth, but no birth certificate matches the child.");
                break;
            case BirthCause.CertificateUsedTwice:
                explanation.Quote(suspicion.Source, "document_number", "changed_on");
                explanation.Quote(suspicion.OtherSource, "document_number", "changed_on");
                explanation.Chinese($"同一份出生医学证明{explanation.Source(suspicion.Source)["document_number"]}被用于登记不同的儿童。");
                explanation.English($"One birth certificate, {explanation.Source(suspicion.Source)["document_number"]}, was used to register different children.");
                break;
            default:
                foreach (int row in explanation.Rows)
                {
                    explanation.Quote(row, RegisterColumn.BirthDate);
                }

                explanation.Chinese($"同户登记为同日出生的两名儿童，与出生医学证明不符，可能并非双胞胎。");
                explanation.English($"Two children of one household are registered as born on one day, but the birth certificates do not bear out that they are twins.");
                break;
        }
    }
}
