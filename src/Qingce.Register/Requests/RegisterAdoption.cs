using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Registers an adoption: the child joins the household of the adopter. A child without a registration moves in instead.</summary>
/// <param name="ChildId">The child.</param>
/// <param name="HouseholdId">The adopter's household.</param>
/// <param name="Relation">What the child is to the head of it.</param>
/// <param name="AdoptedOn">The day of the adoption.</param>
/// <param name="NewName">The child's name from then on; empty where it stays.</param>
public sealed record RegisterAdoption(
    string ChildId, string HouseholdId, Relation Relation, DateOnly AdoptedOn, string NewName = "") : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Adoption;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => AdoptedOn;

    /// <inheritdoc/>
    public override string Article => "civil-code-art-1105";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [ChildId];

    internal override IEnumerable<string> Households => [HouseholdId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new AChildJoinsALivingHousehold(HouseholdId),
        new ARelationIsGiven(Relation),
        new ValuesAreReadable(new Dictionary<RegisterField, string> { [RegisterField.Name] = NewName }),
    ];

    internal override void Draft(EffectDraft draft)
    {
        string oldName = draft[ChildId].Name;
        draft.Set(ChildId, RegisterField.HouseholdId, HouseholdId);
        draft.Set(ChildId, RegisterField.Relation, Relation.CodeDigits);
        draft.PlaceLikeHousehold(ChildId, RegistrationContent.Empty);
        if (NewName.Length > 0 && NewName != oldName)
        {
            draft.Set(ChildId, RegisterField.Name, NewName);
            draft.Set(ChildId, RegisterField.FormerName, oldName);
        }

        draft.Set(NewRelations);
    }
}
