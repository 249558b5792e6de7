using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>Death, moves and duplicates are registered as what they are.</summary>
internal sealed class ACancellationHasItsOwnAct(CancellationReason reason) : RegisterRule
{
    public override string Code => "reason-has-its-own-act";

    public override BrokenRule? Judge(Deliberation deliberation) => reason switch
    {
        CancellationReason.Missing or CancellationReason.LossOfNationality or CancellationReason.Fraud or CancellationReason.Other => null,
        CancellationReason.None => Broken("缺少：注销原因。请填写。", "Missing: cancelled_for. Fill in."),
        _ => Broken(
            "死亡、迁出、入伍、出国定居、重复户口各有其手续，请办理死亡注销、迁出或合并。",
            "Death, moves, enlistment, settlement abroad and duplicates have acts of their own: register the death, move out or merge."),
    };
}
