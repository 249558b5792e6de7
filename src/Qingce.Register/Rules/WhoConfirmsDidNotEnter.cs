namespace Qingce.Register;

/// <summary>Nobody confirms an own entry.</summary>
internal sealed class WhoConfirmsDidNotEnter(Change target) : RegisterRule
{
    public override string Code => "second-person-needed";

    public override BrokenRule? Judge(Deliberation deliberation) => deliberation.Request.ActedBy.IsSameAs(new Actor(target.ActedBy))
        ? Broken("确认人与录入者相同，请由另一人确认。", "Who confirms entered the change. Another person has to confirm it.", [.. deliberation.Request.Registrations])
        : null;
}
