using System.Numerics;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Deaths;

internal sealed partial class DeathCheck
{
    private static readonly float[] Weights = [14, 12, 12, 7, 5, 3, 12, 14];

    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        int row = suspicion.First;
        var day = new Day(suspicion.Value);
        explanation.Quote(row, RegisterColumn.Name, RegisterColumn.CitizenNumber);
        switch ((DeathCauses)(1 << suspicion.Cause))
        {
            case DeathCauses.Certificate:
                explanation.Chinese($"死亡医学证明载明其于{day}死亡，户口至今未注销。");
                explanation.English($"A death certificate says the person died on {day}; the registration is still living.");
                QuoteDeath(suspicion.Source, explanation);
                break;
            case DeathCauses.Cremation:
                explanation.Chinese($"殡葬记录显示其于{day}死亡或火化安葬，户口至今未注销。");
                explanation.English($"A cremation or burial record of {day} names the person; the registration is still living.");
                QuoteDeath(suspicion.Source, explanation);
                break;
            case DeathCauses.Court:
                explanation.Chinese($"法院于{day}宣告其死亡，户口至今未注销。");
                explanation.English($"A court declared the person dead on {day}; the registration is still living.");
                QuoteDeath(suspicion.Source, explanation);
                break;
            case DeathCauses.BenefitStopped:
                explanation.Chinese($"社会保险或救助部门自{day}起以死亡为由停发，户口至今未注销。");
                explanation.English($"An insurance or assistance office stopped on {day} because the person had died; the registration is still living.");
                QuoteSpell(suspicion.Source, explanation);
                break;
            case DeathCauses.Silent:
                Silent(row, suspicion.Value, explanation);
                break;
            case DeathCauses.DrawingBenefits:
                explanation.Chinese($"死亡之后养老金或救助仍在发放，最近一次确认为{day}，请核查是否冒领。");
                explanation.English($"A pension or assistance went on after the death, last confirmed on {day}: check who draws it.");
                QuoteSpell(suspicion.Source, explanation);
                break;
            case DeathCauses.ActiveAfterDeath:
                explanation.Quote(row, RegisterColumn.CancelledOn, RegisterColumn.CancelledFor);
                explanation.Chinese($"户口已因死亡注销，但{day}仍有本人活动记录，如确系误注销应尽快恢复户口。");
                explanation.English($"The registration was cancelled for death, yet a source saw the person on {day}; if it was a mistake, restore it without delay.");
                QuoteSpell(suspicion.Source, explanation);
                break;
            default:
                explanation.Quote(row, RegisterColumn.CancelledOn, RegisterColumn.CancelledFor);
                explanation.Chinese($"户口已因死亡注销，而法院于{day}撤销了死亡宣告，应恢复户口。");
                explanation.English($"The registration was cancelled for death, but on {day} a court took its declaration back; it should be restored.");
                QuoteDeath(suspicion.Source, explanation);
                break;
        }
    }

    private static void Silent(int row, int lastDay, Explanation explanation)
    {
        explanation.Quote(row, RegisterColumn.BirthDate);
        if (lastDay == NoDay)
        {
            explanation.Chinese($"高龄且在任何来源中都没有生活迹象，请上门核实是否健在。");
            explanation.English($"Of great age, and no source has ever seen the person: visit and see whether he or she is alive.");
        }
        else
        {
            explanation.Chinese($"高龄且自{new Day(lastDay)}以后在任何来源中都没有生活迹象，请上门核实是否健在。");
            explanation.English($"Of great age, and no source has seen the person since {new Day(lastDay)}: visit and see whether he or she is alive.");
        }
    }

    private static void QuoteDeath(SourceRef source, Explanation explanation)
    {
        explanation.Quote(source, "name", "citizen_number", "event_date", "document_number");
    }

    private static void QuoteSpell(SourceRef source, Explanation explanation)
    {
        explanation.Quote(source, "name", "citizen_number", "event_kind", "event_date", "status", "valid_until", "recorded_at");
    }

    private static void Report(int row, DeathCauses causes, in DeathFacts shape, ReadOnlySpan<DeathFact> facts, FindingSink sink)
    {
        for (int bits = (int)causes; bits != 0; bits &= bits - 1)
        {
            int cause = BitOperations.TrailingZeroCount(bits);
            DeathFact fact = (DeathCauses)(1 << cause) switch
            {
                DeathCauses.Certificate => First(facts, DeathFactKind.Certificate),
                DeathCauses.Cremation => First(facts, DeathFactKind.Cremation),
                DeathCauses.Court => Last(facts, DeathFactKind.DeclaredDead),
                DeathCauses.BenefitStopped => First(facts, DeathFactKind.Stopped),
                DeathCauses.Silent => new DeathFact(row, shape.LifeDay, DeathFactKind.Life, SourceRef.None),
                DeathCauses.DrawingBenefits => Last(facts, DeathFactKind.Benefit),
                DeathCauses.ActiveAfterDeath => Last(facts, DeathFactKind.Life),
                _ => Last(facts, DeathFactKind.Revoked),
            };
            sink.Add(new Suspicion
            {
                Indicator = Indicator.I05,
                Cause = (byte)cause,
                Class = ProblemClass.S,
                Task = TaskKind.Visit,
                First = row,
                Weight = Weights[cause],
                IsReportable = true,
                Value = fact.Day,
                Source = fact.Source,
            });
        }
    }
}
