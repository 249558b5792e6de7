using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A member is something to the head.</summary>
internal sealed class ARelationIsGiven(Relation relation) : RegisterRule
{
    public override string Code => "value-missing";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        relation.IsNone ? Broken("缺少：与户主关系。请填写。", "Missing: relation. Fill in.") : null;
}
