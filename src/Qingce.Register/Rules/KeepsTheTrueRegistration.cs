namespace Qingce.Register;

/// <summary>Of registrations of one person the true one is kept, told by the province's criteria one after another.</summary>
internal sealed class KeepsTheTrueRegistration : RegisterRule
{
    public override string Code => "keeps-the-true-registration";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        MergeRegistrations request = (MergeRegistrations)deliberation.Request;
        ProvinceRules province = deliberation.Extract.Province;
        RegistrationContent[] left = Prefer([.. request.Registrations.Select(deliberation.On)], content => content.IsLiving);
        KeepCriterion last = KeepCriterion.None;
        foreach (KeepCriterion criterion in province.TrueRegistration)
        {
            RegistrationContent[] among = left;
            RegistrationContent[] preferred = Prefer(left, content => Meets(criterion, content, request, province, among));
            last = preferred.Length < left.Length ? criterion : last;
            left = preferred;
        }

        string[] ids = [.. left.Select(content => content.RegistrationId)];
        return ids is [var only] && only == request.KeptId ? null
            : ids.Length == 1 ? Broken(
                $"按本省规则应保留另一登记（{Chinese(last)}）。", $"By the rule of the province another registration is the true one ({English(last)}).", ids)
            : Broken(
                "按本省规则不能区分应保留哪一个，须由本人书面选择。", "The rule of the province does not tell them apart. The holder has to choose in writing.", ids);
    }

    private static bool Meets(
        KeepCriterion criterion, RegistrationContent content, MergeRegistrations request, ProvinceRules province, RegistrationContent[] among) => criterion switch
        {
            KeepCriterion.NotGainedByFraud => !request.GainedByFraud.Contains(content.RegistrationId),
            KeepCriterion.SecondGenerationCard => content.CardIssuedOn >= province.SecondGenerationFrom,
            KeepCriterion.RegisteredFirst => content.RegisteredOn is { } day && day == among.Min(other => other.RegisteredOn),
            KeepCriterion.HoldersChoice => content.RegistrationId == request.HoldersChoice,
            _ => true,
        };

    // A criterion that none or all of them meet tells nothing.
    private static RegistrationContent[] Prefer(RegistrationContent[] all, Func<RegistrationContent, bool> test)
    {
        RegistrationContent[] preferred = [.. all.Where(test)];
        return preferred.Length == 0 ? all : preferred;
    }

    private static string Chinese(KeepCriterion criterion) => criterion switch
    {
        KeepCriterion.NotGainedByFraud => "非骗取所得",
        KeepCriterion.SecondGenerationCard => "已领第二代居民身份证",
        KeepCriterion.RegisteredFirst => "登记在先",
        KeepCriterion.HoldersChoice => "本人选择",
        _ => "在册",
    };

    private static string English(KeepCriterion criterion) => criterion switch
    {
        KeepCriterion.NotGainedByFraud => "not gained by fraud",
        KeepCriterion.SecondGenerationCard => "has a second-generation card",
        KeepCriterion.RegisteredFirst => "registered first",
        KeepCriterion.HoldersChoice => "chosen by the holder",
        _ => "living",
    };
}
