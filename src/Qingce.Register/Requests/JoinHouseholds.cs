using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>All living members of a household join another one.</summary>
/// <param name="HouseholdId">The household that ends.</param>
/// <param name="IntoHouseholdId">The household that they join.</param>
/// <param name="Members">All who join, and what each is to the head there.</param>
/// <param name="JoinedOn">The day of the join.</param>
public sealed record JoinHouseholds(
    string HouseholdId, string IntoHouseholdId, ImmutableArray<MemberRelation> Members, DateOnly JoinedOn) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.HouseholdJoin;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => JoinedOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-5";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => Members.Select(member => member.RegistrationId);

    internal override IEnumerable<string> Households => [HouseholdId, IntoHouseholdId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new MembersLeaveTheirOwnHousehold(HouseholdId, Members) { All = true },
        new AChildJoinsALivingHousehold(IntoHouseholdId),
    ];

    internal override void Draft(EffectDraft draft)
    {
        foreach ((string id, Standards.Relation relation) in Members)
        {
            draft.Set(id, RegisterField.HouseholdId, IntoHouseholdId);
            draft.Set(id, RegisterField.Relation, relation.CodeDigits);
            draft.PlaceLikeHousehold(id, RegistrationContent.Empty);
        }

        draft.Set(NewRelations);
    }
}
