using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;

namespace Qingce.Checks.Indicators.Papers;

internal sealed partial class PaperCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        explanation.Quote(suspicion.First, RegisterColumn.Name, RegisterColumn.CitizenNumber);
        explanation.Quote(suspicion.Source, "changed_on", "reason", "document_kind", "document_number");
        SourceExcerpt use = explanation.Source(suspicion.Source);
        switch ((PaperCauses)(1 << suspicion.Cause))
        {
            case PaperCauses.Unknown:
                explanation.Chinese($"落户所凭证件{use["document_number"]}在发证部门查无记录。");
                explanation.English($"The department that issues such papers has no record of paper {use["document_number"]}, on which the settlement rested.");
                break;
            case PaperCauses.OfAnother:
                explanation.Quote(suspicion.OtherSource, "name", "counterpart_name");
                explanation.Chinese($"落户所凭证件{use["document_number"]}在发证部门登记在他人名下。");
                explanation.English($"The issuing department has paper {use["document_number"]} under somebody else's name.");
                break;
            case PaperCauses.IssuedAfterUse:
                explanation.Quote(suspicion.OtherSource, "issued_on", "event_date");
                explanation.Chinese($"落户所凭证件{use["document_number"]}于{new Day(suspicion.Value)}签发，晚于{use["changed_on"]}的使用日期。");
                explanation.English($"Paper {use["document_number"]} was issued on {new Day(suspicion.Value)}, after it was used on {use["changed_on"]}.");
                break;
            case PaperCauses.Reused:
                explanation.Quote(suspicion.OtherSource, "changed_on", "document_number");
                explanation.Chinese($"落户所凭证件{use["document_number"]}被其他户重复用于落户。");
                explanation.English($"Paper {use["document_number"]} was also used by another household to settle.");
                break;
            case PaperCauses.ManyByAgent:
                explanation.Quote(suspicion.Source, "agent");
                explanation.Chinese($"同一代办人{use["agent"]}一年内代办落户过多，请核查材料来源。");
                explanation.English($"Agent {use["agent"]} filed unusually many settlements within a year: trace where the papers came from.");
                break;
            default:
                explanation.Quote(suspicion.Source, "handler");
                explanation.Chinese($"经办人{use["handler"]}经办的落户中材料存疑的占比过高。");
                explanation.English($"An unusual share of the settlements handled by {use["handler"]} rest on doubtful papers.");
                break;
        }
    }
}
