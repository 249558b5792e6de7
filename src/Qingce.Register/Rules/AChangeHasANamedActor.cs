namespace Qingce.Register;

/// <summary>Every change is made by somebody.</summary>
internal sealed class AChangeHasANamedActor : RegisterRule
{
    public override string Code => "actor-missing";

    public override BrokenRule? Judge(Deliberation deliberation) => deliberation.Request.ActedBy.IsNobody
        ? Broken("未写明经办人，请填写姓名或工号。", "Nobody is named as acting. Give the name or staff number.")
        : null;
}
