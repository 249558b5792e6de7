using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Moves;

internal sealed partial class MoveCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        int row = suspicion.First;
        var day = new Day(suspicion.Value);
        explanation.Quote(row, RegisterColumn.Name, RegisterColumn.CitizenNumber);
        switch ((MoveCause)(suspicion.Cause + 1))
        {
            case MoveCause.NeverIn:
                QuoteExit(suspicion, explanation);
                explanation.Chinese($"已于{new Day(explanation.Register.CancelledOn[row])}因迁出注销，现有数据中至今未见其迁入登记，请向迁往地函询。");
                explanation.English(
                    $"Cancelled on {new Day(explanation.Register.CancelledOn[row])} because the person moved out, but the files show no place that has entered the person since: write to the destination.");
                break;
            case MoveCause.PermitExpired:
                QuoteExit(suspicion, explanation);
                explanation.Quote(suspicion.Source, "valid_until");
                explanation.Chinese($"{day}开具的户口迁移证已过有效期，仍未落户，请联系本人或迁往地。");
                explanation.English($"The migration permit written on {day} has expired and nobody has taken it in: contact the person or the destination.");
                break;
            case MoveCause.InWithoutOut:
                QuoteEntry(row, explanation);
                if (suspicion.Second != row)
                {
                    QuoteEntry(suspicion.Second, explanation);
                    explanation.Chinese($"已于{day}迁入，但同一号码的原户口仍然有效、没有迁出，请向迁出地函询。");
                    explanation.English($"Moved in on {day}, yet the earlier registration of the same number is still living: write to the place left.");
                }
                else
                {
                    explanation.Chinese($"已于{day}迁入，但迁出地没有迁出记录，请向迁出地函询。");
                    explanation.English($"Moved in on {day}, but the place left has no record of the move out: write to it.");
                }

                break;
            default:
                QuoteEntry(row, explanation);
                QuoteEntry(suspicion.Second, explanation);
                explanation.Chinese($"同一人在两地的户口均有效：{day}迁入一地后，另一地的户口没有注销，请两地互相函询。");
                explanation.English($"The same person is registered at two places: after the move in on {day} the other registration was not closed. The two offices should write to each other.");
                break;
        }
    }

    private static void QuoteExit(in Suspicion suspicion, Explanation explanation)
    {
        explanation.Quote(suspicion.First, RegisterColumn.CancelledOn, RegisterColumn.MovedOutTo);
        explanation.Quote(suspicion.Source, "document_number", "event_date", "status");
    }

    private static void QuoteEntry(int row, Explanation explanation)
    {
        explanation.Quote(row, RegisterColumn.Division, RegisterColumn.RegisteredOn, RegisterColumn.MovedInOn, RegisterColumn.MovedInFrom);
    }
}
