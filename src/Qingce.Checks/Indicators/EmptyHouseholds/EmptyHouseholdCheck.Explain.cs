using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.EmptyHouseholds;

internal sealed partial class EmptyHouseholdCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        foreach (int row in explanation.Rows)
        {
            explanation.Quote(row, RegisterColumn.Name);
        }

        explanation.Quote(explanation.Rows[0], RegisterColumn.Address);
        int value = suspicion.Value;
        switch ((EmptyCause)(suspicion.Cause + 1))
        {
            case EmptyCause.NobodyAtHome when value == NoDay:
                explanation.Chinese($"全户{explanation.Rows.Length}人在登记地址从未有任何来源的生活迹象，请上门核实。");
                explanation.English($"No source has ever seen anybody of this household ({explanation.Rows.Length} registered) at the address: visit.");
                break;
            case EmptyCause.NobodyAtHome:
                explanation.Chinese($"全户{explanation.Rows.Length}人自{new Day(value)}以后在登记地址均无生活迹象，请上门核实。");
                explanation.English($"No source has seen anybody of this household ({explanation.Rows.Length} registered) at the address since {new Day(value)}: visit.");
                break;
            case EmptyCause.TooManyHouseholds:
                explanation.Chinese($"同一地址登记了{value}个家庭户，疑似挂靠，请上门核实。");
                explanation.English($"{value} family households are registered at one address, some perhaps in name only: visit.");
                break;
            case EmptyCause.UnrelatedPeople:
                explanation.Chinese($"同一地址登记了{value}名互不相关的人，疑似挂靠，请上门核实。");
                explanation.English($"{value} people unrelated to each other are registered at one address, some perhaps in name only: visit.");
                break;
            case EmptyCause.Demolished:
                Quote(suspicion.Source, explanation);
                explanation.Chinese($"登记地址的房屋已于{new Day(value)}拆除，户口未迁出。");
                explanation.English($"The building of the address was demolished on {new Day(value)}; the household is still registered there.");
                break;
            default:
                Quote(suspicion.Source, explanation);
                explanation.Chinese($"登记地址的房屋自{new Day(value)}起为非住宅用房，不能居住。");
                explanation.English($"The building of the address is not for living in since {new Day(value)}.");
                break;
        }
    }

    private static void Quote(SourceRef source, Explanation explanation)
    {
        explanation.Quote(source, "address", "status", "event_date");
    }
}
