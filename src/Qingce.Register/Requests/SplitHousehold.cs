using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>Members leave a household and make one of their own.</summary>
/// <param name="HouseholdId">The household that they leave.</param>
/// <param name="NewHouseholdId">The household that they make; one that nobody lives in.</param>
/// <param name="Members">Who leaves, and what each is to the new head.</param>
/// <param name="SplitOn">The day of the split.</param>
/// <param name="NewAddress">Address of the new household; that of the old one when empty.</param>
public sealed record SplitHousehold(
    string HouseholdId, string NewHouseholdId, ImmutableArray<MemberRelation> Members, DateOnly SplitOn, string NewAddress = "") : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.HouseholdSplit;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => SplitOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-5";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => Members.Select(member => member.RegistrationId);

    internal override IEnumerable<string> Households => [HouseholdId, NewHouseholdId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new MembersLeaveTheirOwnHousehold(HouseholdId, Members),
        new ANewHouseholdIsEmpty(NewHouseholdId),
        new NewMembersHaveOneHead(Members),
    ];

    internal override void Draft(EffectDraft draft)
    {
        foreach ((string id, Standards.Relation relation) in Members)
        {
            draft.Set(id, RegisterField.HouseholdId, NewHouseholdId);
            draft.Set(id, RegisterField.Relation, relation.CodeDigits);
            draft.SetIfGiven(id, RegisterField.Address, NewAddress.Trim());
            draft.StayInPlace(id);
        }

        draft.Set(NewRelations);
    }
}
