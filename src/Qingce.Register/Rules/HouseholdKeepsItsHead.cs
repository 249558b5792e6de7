namespace Qingce.Register;

/// <summary>A household whose head leaves by an act of its own names a new one, for every day until another is named.</summary>
internal sealed class HouseholdKeepsItsHead : RegisterRule
{
    public override string Code => "household-without-head";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (!MayNameASuccessor(deliberation.Request.Kind))
        {
            return null;
        }

        foreach (string household in HouseholdHasOneHead.HouseholdsOf(deliberation))
        {
            foreach (DateOnly day in deliberation.DaysToLookAt(household))
            {
                RegistrationContent[] after = [.. deliberation.MembersAfter(household, day)];
                if (after.Length > 0 && HouseholdHasOneHead.Heads(after).Length == 0 && HouseholdHasOneHead.Heads(deliberation.MembersBefore(household, day)).Length > 0)
                {
                    return Broken(
                        "该户将没有户主，或有一段时间没有户主。请同时指定新户主及其他成员与新户主的关系。",
                        "The household would be left without a head, for some time at least. Name the new head and what the others are to that person.",
                        [.. after.Select(member => member.RegistrationId)]);
                }
            }
        }

        return null;
    }

    // A death, a cancellation or an undo is recorded whether or not the family has agreed on a new head; the household check then asks for one.
    private static bool MayNameASuccessor(ChangeKind kind) => kind is ChangeKind.MoveOut or ChangeKind.MoveIn or ChangeKind.HouseholdSplit
        or ChangeKind.HouseholdJoin or ChangeKind.Alteration or ChangeKind.Correction or ChangeKind.Adoption;
}
