using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A household begins with one head.</summary>
internal sealed class NewMembersHaveOneHead(ImmutableArray<MemberRelation> members) : RegisterRule
{
    public override string Code => "household-without-head";

    public override BrokenRule? Judge(Deliberation deliberation) => members.Count(member => member.Relation.IsHead) == 1
        ? null
        : Broken("新户须有且只有一个户主。", "The new household needs exactly one head.", [.. members.Select(member => member.RegistrationId)]);
}
