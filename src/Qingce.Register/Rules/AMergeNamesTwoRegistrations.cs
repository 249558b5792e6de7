namespace Qingce.Register;

/// <summary>A registration is not merged with itself.</summary>
internal sealed class AMergeNamesTwoRegistrations : RegisterRule
{
    public override string Code => "merge-needs-two";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] ids = [.. deliberation.Request.Registrations];
        return ids.Length >= 2 && ids.Distinct(StringComparer.Ordinal).Count() == ids.Length
            ? null
            : Broken("合并须列出两个以上不同的登记，且不得重复。", "A merge names two registrations or more, none of them twice.", ids);
    }
}
