namespace Qingce.Register;

/// <summary>An illegal registration is an act of an office; what a file brought is cancelled as obtained by fraud.</summary>
internal sealed class OnlyAnActOfTheOfficeIsRolledBack(Change target) : RegisterRule
{
    public override string Code => "not-to-be-rolled-back";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        target.Kind is ChangeKind.Undo or ChangeKind.RollBack or ChangeKind.Confirmation or ChangeKind.Delivery or ChangeKind.DivisionChange
            ? Broken(
                "此类变更不是登记行为，不能作违规撤回；请撤销，或按骗取户口注销。",
                "Such a change is no act of registration. Undo it, or cancel the registration as obtained by fraud.", [.. deliberation.Request.Registrations])
            : null;
}
