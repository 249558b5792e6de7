using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.IdentityChanges;

internal sealed partial class ChangeCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [6, 8, 8, 6, 9, 7, 7];

    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        int value = suspicion.Value;
        ChangeSettings settings = _settings[explanation.Register.Division(suspicion.First).Province];
        explanation.Quote(suspicion.First, RegisterColumn.Name, RegisterColumn.CitizenNumber);
        Quote(suspicion.OtherSource, explanation);
        if (suspicion.Source != suspicion.OtherSource)
        {
            Quote(suspicion.Source, explanation);
        }

        switch ((ChangeCause)(suspicion.Cause + 1))
        {
            case ChangeCause.NameTooOften:
                explanation.Chinese($"姓名在{settings.WindowMonths}个月内变更{value}次，次数异常，请核实变更依据。");
                explanation.English($"The name was changed {value} times within {settings.WindowMonths} months, which is unusual: check what the changes rest on.");
                break;
            case ChangeCause.BirthTooOften:
                explanation.Chinese($"出生日期在{settings.WindowMonths}个月内变更{value}次，次数异常，请核实变更依据。");
                explanation.English($"The birth date was changed {value} times within {settings.WindowMonths} months, which is unusual: check what the changes rest on.");
                break;
            case ChangeCause.NumberTooOften:
                explanation.Chinese($"公民身份号码在{settings.WindowMonths}个月内变更{value}次，次数异常，请核实变更依据。");
                explanation.English($"The citizen number was changed {value} times within {settings.WindowMonths} months, which is unusual: check what the changes rest on.");
                break;
            case ChangeCause.TogetherTooOften:
                explanation.Chinese($"姓名、出生日期、公民身份号码在{settings.WindowMonths}个月内合计变更{value}次，次数异常，请核实变更依据。");
                explanation.English($"Name, birth date and number were changed {value} times in all within {settings.WindowMonths} months: check what the changes rest on.");
                break;
            case ChangeCause.AgeMoved:
                explanation.Chinese($"出生日期变更使年龄跨过{value}周岁的界线，请核实是否为就业、婚姻、退休等目的改动年龄。");
                explanation.English($"The change of the birth date moved the age across {value}: check whether it was made for work, marriage or a pension.");
                break;
            case ChangeCause.BeforeSettlement:
                explanation.Chinese($"在{new Day(value)}落户前{settings.DeadlineDays}天内变更了身份信息，请核实变更目的。");
                explanation.English($"Identity details were changed within {settings.DeadlineDays} days before the settlement of {new Day(value)}: check why.");
                break;
            default:
                explanation.Chinese($"在{new Day(value)}升学录取前{settings.DeadlineDays}天内变更了身份信息，请核实变更目的。");
                explanation.English($"Identity details were changed within {settings.DeadlineDays} days before the school admission of {new Day(value)}: check why.");
                break;
        }
    }

    private static void Quote(SourceRef change, Explanation explanation)
    {
        explanation.Quote(change, "changed_on", "field", "old_value", "new_value", "reason", "agent");
    }

    private static void Report(int row, in ChangeSuspicion suspicion, ReadOnlySpan<IdentityChange> changes, FindingSink sink) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I02,
            Cause = (byte)(suspicion.Cause - 1),
            Class = ProblemClass.F,
            Task = TaskKind.Visit,
            First = row,
            Weight = Weights[(int)suspicion.Cause - 1],
            IsReportable = true,
            Value = suspicion.Value,
            Source = changes[suspicion.Change].Source,
            OtherSource = changes[suspicion.First].Source,
        });
}
