namespace Qingce.Register;

/// <summary>What counts as never made is not taken back again.</summary>
internal sealed class AChangeIsTakenBackOnce(Change target) : RegisterRule
{
    public override string Code => "taken-back-already";

    public override BrokenRule? Judge(Deliberation deliberation) => deliberation.Request.Registrations.Any(id => deliberation.Before(id).IsTakenBack(target.Id))
        ? Broken("该变更已被撤销，不能再次撤销。", "The change was taken back already. It cannot be taken back twice.", [.. deliberation.Request.Registrations])
        : deliberation.Request.Registrations.Any(id => deliberation.Before(id).Find(target.Id) is null)
            ? Broken("该登记没有这项变更，请核对变更编号。", "The registration has no such change. Check its id.", [.. deliberation.Request.Registrations])
            : null;
}
