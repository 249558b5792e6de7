namespace Qingce.Register;

/// <summary>Who moves into an empty household is its head.</summary>
internal sealed class ANewHouseholdBeginsWithItsHead(RegistrationContent arrival) : RegisterRule
{
    public override string Code => "household-without-head";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        arrival.Relation.IsHead || arrival.IsCollective || deliberation.MembersBefore(arrival.HouseholdId, deliberation.Request.ValidFrom)
            .Any(member => member.RegistrationId != arrival.RegistrationId)
            ? null
            : Broken("该户尚无成员，首位迁入者须为户主。", "Nobody lives in that household yet. Who comes first is its head.", arrival.RegistrationId);
}
