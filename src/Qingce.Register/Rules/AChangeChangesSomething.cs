namespace Qingce.Register;

/// <summary>A change that changes nothing is none.</summary>
internal sealed class AChangeChangesSomething : RegisterRule
{
    public override string Code => "nothing-changes";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        deliberation.Request.RefersTo is null && deliberation.Draft.Effects().All(effect => effect.Fields.IsEmpty)
            ? Broken("与现有登记相同，没有可变更的内容。", "The register says so already; nothing would change.")
            : null;
}
