using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Households;

internal sealed partial class HouseholdRelationsCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        RegisterStore register = explanation.Register;
        int row = suspicion.First;
        switch ((HouseholdCause)suspicion.Cause)
        {
            case HouseholdCause.NoHead:
                QuoteRelations(explanation);
                explanation.Chinese($"户内{explanation.Rows.Length}名成员中没有户主。");
                explanation.English($"None of the {explanation.Rows.Length} living members of the household is its head.");
                break;
            case HouseholdCause.TwoHeads:
                QuoteRelations(explanation);
                explanation.Chinese($"同一户内登记了{explanation.Rows.Length}名户主。");
                explanation.English($"{explanation.Rows.Length} members are registered as head of one household.");
                break;
            case HouseholdCause.TwoSpouses:
                QuoteRelations(explanation);
                explanation.Chinese($"户主在户内登记了{explanation.Rows.Length}名配偶。");
                explanation.English($"{explanation.Rows.Length} members are registered as spouse of the head.");
                break;
            case HouseholdCause.SpouseSex:
                QuoteBoth(suspicion, RegisterColumn.Sex, explanation);
                explanation.Chinese($"户主与其配偶的性别均登记为{register.Sexes[row].ChineseName}。");
                explanation.English($"Head and spouse are both registered as {register.Sexes[row].EnglishName}.");
                break;
            case HouseholdCause.RelationSex:
                explanation.Quote(row, RegisterColumn.Relation, RegisterColumn.Sex);
                explanation.Chinese($"与户主关系登记为{register.Relations[row].ChineseName}，性别却登记为{register.Sexes[row].ChineseName}。");
                explanation.English($"Registered as {register.Relations[row].EnglishName} of the head, yet as {register.Sexes[row].EnglishName}.");
                break;
            case HouseholdCause.ChildOlder:
                QuoteBoth(suspicion, RegisterColumn.BirthDate, explanation);
                explanation.Chinese($"登记的子女（{register.Birth(suspicion.Second)}出生）比父母（{register.Birth(row)}出生）年长。");
                explanation.English($"The child, born {register.Birth(suspicion.Second)}, is older than the parent, born {register.Birth(row)}.");
                break;
            case HouseholdCause.AdoptedWithoutRecord:
                explanation.Quote(row, RegisterColumn.RegisteredFor, RegisterColumn.RegisteredOn);
                explanation.Chinese($"以收养为由登记，而民政和法院均无收养记录。");
                explanation.English($"Registered for an adoption of which neither civil affairs nor a court has a record.");
                break;
            default:
                explanation.Quote(row, RegisterColumn.RegisteredFor, RegisterColumn.MovedInFor, RegisterColumn.MovedInOn, RegisterColumn.Relation);
                explanation.Chinese($"以投靠亲属为由落户，而任何来源都没有此人与户内成员的亲属记录。");
                explanation.English($"Joined the household as a relative, but no source knows a kinship with any of its members.");
                break;
        }
    }

    private static void QuoteRelations(Explanation explanation)
    {
        foreach (int row in explanation.Rows)
        {
            explanation.Quote(row, RegisterColumn.Relation);
        }
    }

    private static void QuoteBoth(in Suspicion suspicion, RegisterColumn column, Explanation explanation)
    {
        explanation.Quote(suspicion.First, RegisterColumn.Relation, column);
        explanation.Quote(suspicion.Second, RegisterColumn.Relation, column);
    }
}
