namespace Qingce.Register;

/// <summary>Who is born, adopted or joined to a household comes to somebody there.</summary>
internal sealed class AChildJoinsALivingHousehold(string householdId) : RegisterRule
{
    public override string Code => "household-empty";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        deliberation.MembersBefore(householdId, deliberation.Request.ValidFrom).Any() || householdId.Length == 0
            ? null
            : Broken("该户在当日没有在册成员，请核对户号。", "Nobody lives in that household on that day. Check its id.");
}
