namespace Qingce.Register;

/// <summary>A split makes a household that nobody lives in.</summary>
internal sealed class ANewHouseholdIsEmpty(string householdId) : RegisterRule
{
    public override string Code => "household-exists";

    public override BrokenRule? Judge(Deliberation deliberation) => householdId.Length == 0
        ? Broken("缺少：新户号。请填写。", "Missing: the id of the new household. Fill in.")
        : deliberation.MembersBefore(householdId, DateOnly.MaxValue).Concat(deliberation.MembersBefore(householdId, deliberation.Request.ValidFrom)).Any()
            ? Broken("新户号已有成员，请换一个。", "Somebody lives in the new household already. Give another id.")
            : null;
}
