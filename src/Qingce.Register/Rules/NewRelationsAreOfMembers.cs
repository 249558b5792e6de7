namespace Qingce.Register;

/// <summary>Relations to a head are given only to members of the households concerned.</summary>
internal sealed class NewRelationsAreOfMembers : RegisterRule
{
    public override string Code => "relation-not-of-household";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.NewRelations.IsEmpty)
        {
            return null;
        }

        if (request.Kind.TakesBack || request.Kind is ChangeKind.Confirmation or ChangeKind.DivisionChange)
        {
            return Broken("此类变更不能同时改动与户主关系。", "Such a change cannot name new relations at the same time.");
        }

        HashSet<string> households = [.. request.Households, .. request.Registrations.SelectMany(id => new[] { deliberation.On(id).HouseholdId })];
        string[] strangers = [.. request.NewRelations.Where(member => member.Relation.IsNone || !IsMember(deliberation.On(member.RegistrationId), households))
            .Select(member => member.RegistrationId)];
        return strangers.Length == 0 ? null : Broken(
            "指定新关系的人不是该户在册成员，或未写明关系。", "A new relation is given to who is no living member of the household, or none is given.", strangers);
    }

    private static bool IsMember(RegistrationContent content, HashSet<string> households) => content.IsLiving && households.Contains(content.HouseholdId);
}
