namespace Qingce.Register;

/// <summary>What an officer decides, and no paper by itself, is given a reason.</summary>
internal sealed class AChangeHasAReason : RegisterRule
{
    public override string Code => "reason-missing";

    public override BrokenRule? Judge(Deliberation deliberation) => string.IsNullOrWhiteSpace(deliberation.Request.Reason)
        && deliberation.Request.Kind is ChangeKind.Undo or ChangeKind.RollBack or ChangeKind.Correction or ChangeKind.Cancellation
            or ChangeKind.Restoration or ChangeKind.Merge
        ? Broken("未写明理由，请填写。", "No reason is given. Write why.")
        : null;
}
