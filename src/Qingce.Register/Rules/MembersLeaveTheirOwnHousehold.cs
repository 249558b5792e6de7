using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>Who leaves a household by a split or join lives in it, and is something to the new head.</summary>
internal sealed class MembersLeaveTheirOwnHousehold(string householdId, ImmutableArray<MemberRelation> members) : RegisterRule
{
    /// <summary>Whether all its living members have to be named.</summary>
    public bool All { get; init; }

    public override string Code => "not-of-household";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] strangers = [.. members.Where(member => member.Relation.IsNone || deliberation.On(member.RegistrationId).HouseholdId != householdId)
            .Select(member => member.RegistrationId)];
        if (strangers.Length > 0 || members.DistinctBy(member => member.RegistrationId).Count() != members.Length)
        {
            return Broken(
                "所列人员不是该户成员、重复列出，或未写明与新户主关系。",
                "Somebody named does not live in that household, is named twice, or has no relation to the new head.", strangers);
        }

        string[] left = [.. deliberation.MembersBefore(householdId, deliberation.Request.ValidFrom)
            .Select(member => member.RegistrationId).Except(members.Select(member => member.RegistrationId))];
        return All && left.Length > 0
            ? Broken("并户须列出该户全部在册成员。", "Everybody who lives in the household has to be named.", left)
            : null;
    }
}
