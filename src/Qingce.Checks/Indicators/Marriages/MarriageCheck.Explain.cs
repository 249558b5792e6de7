using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Marriages;

internal sealed partial class MarriageCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        int row = suspicion.First;
        var day = new Day(suspicion.Value);
        string chinese = explanation.Register.MaritalStatuses[row].ChineseName;
        string english = explanation.Register.MaritalStatuses[row].EnglishName;
        explanation.Quote(row, RegisterColumn.Name, RegisterColumn.CitizenNumber, RegisterColumn.MaritalStatus);
        Quote(suspicion.Source, explanation);
        Quote(suspicion.OtherSource, explanation);
        switch ((MaritalCause)(suspicion.Cause + 1))
        {
            case MaritalCause.MarriedOnRecord:
                explanation.Chinese($"结婚登记记录显示其于{day}结婚，户口登记的婚姻状况仍为“{chinese}”。");
                explanation.English($"A marriage is on record for {day}; the register still says \"{english}\".");
                break;
            case MaritalCause.DivorcedOnRecord:
                explanation.Chinese($"离婚记录显示其于{day}离婚，此后无再婚记录，户口登记的婚姻状况仍为“{chinese}”。");
                explanation.English($"A divorce is on record for {day} and no marriage after it; the register still says \"{english}\".");
                break;
            case MaritalCause.OnceMarriedOnRecord:
                explanation.Chinese($"婚姻记录（{day}）显示其曾经结婚，户口登记的婚姻状况为“{chinese}”。");
                explanation.English($"A record of {day} shows that the person has been married; the register says \"{english}\".");
                break;
            case MaritalCause.NoDivorceOnRecord:
                explanation.Chinese($"户口登记为“{chinese}”，但{day}的婚姻在双方所在地均无离婚记录。");
                explanation.English($"The register says \"{english}\", but no divorce is on record at either spouse's place for the marriage of {day}.");
                break;
            case MaritalCause.SpouseIsAlive:
                explanation.Chinese($"户口登记为“{chinese}”，但{day}登记结婚的配偶户口有效且无死亡记录。");
                explanation.English($"The register says \"{english}\", but the spouse of the marriage of {day} has a living registration and no record of a death.");
                break;
            case MaritalCause.TwoSpouses:
                explanation.Chinese($"结婚记录显示其有两个现配偶：较早的婚姻未见离婚记录，又于{day}登记结婚。");
                explanation.English($"Two current spouses are on record: the earlier marriage shows no divorce, and another was registered on {day}.");
                break;
            default:
                explanation.Quote(suspicion.Second, RegisterColumn.Name, RegisterColumn.MaritalStatus);
                explanation.Chinese($"同户配偶登记为有配偶，而本人登记为“{chinese}”，双方不一致。");
                explanation.English($"The spouse in the same household is registered as married, this person as \"{english}\": the two disagree.");
                break;
        }
    }

    private static void Quote(SourceRef source, Explanation explanation)
    {
        explanation.Quote(source, "event_date", "name", "counterpart_name", "document_number");
    }
}
