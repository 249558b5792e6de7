namespace Qingce.Register;

/// <summary>A family household has one head. Two that were there before a change, as files deliver them, are no fault of it.</summary>
internal sealed class HouseholdHasOneHead : RegisterRule
{
    public override string Code => "household-two-heads";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        // A division that changes its code moves nobody.
        if (deliberation.Request.Kind == ChangeKind.DivisionChange)
        {
            return null;
        }

        foreach (string household in HouseholdsOf(deliberation))
        {
            foreach (DateOnly day in deliberation.DaysToLookAt(household))
            {
                string[] after = Heads(deliberation.MembersAfter(household, day));
                if (after.Length > 1 && after.Length > Heads(deliberation.MembersBefore(household, day)).Length)
                {
                    return Broken(
                        "该户将有两个户主。请指定其中一人与户主的新关系，或先办理户主变更。",
                        "The household would have two heads. Give one of them another relation, or change the head first.", after);
                }
            }
        }

        return null;
    }

    /// <summary>The households that a change may concern, from whatever day.</summary>
    public static IEnumerable<string> HouseholdsOf(Deliberation deliberation) => deliberation.Touched
        .SelectMany(one => deliberation.DaysOf(one.After).SelectMany(day => new[] { one.Before.StateOn(day), one.After.StateOn(day) }))
        .Where(content => content.HouseholdId.Length > 0 && !content.IsCollective)
        .Select(content => content.HouseholdId).Distinct();

    /// <summary>Who of the members is a head.</summary>
    public static string[] Heads(IEnumerable<RegistrationContent> members) =>
        [.. members.Where(member => member.Relation.IsHead && !member.IsCollective).Select(member => member.RegistrationId)];
}
