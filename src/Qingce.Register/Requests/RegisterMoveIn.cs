using System.Collections.Immutable;
using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>
/// Registers who moves in. A registration that lives is moved here out of its present household; one that was cancelled for a move lives again
/// here; one that is not known is made.
/// </summary>
/// <param name="Arrival">
/// The registration with its household and relation there; division and address are those of the household unless given. A new one also says
/// name, sex and birth date; of a known one nothing but its place changes.
/// </param>
/// <param name="MovedInOn">The day of the move in.</param>
/// <param name="MovedInFor">Why.</param>
/// <param name="From">Where from: a division code or text. Of a registration that is moved here its division, unless given.</param>
public sealed record RegisterMoveIn(
    RegistrationContent Arrival, DateOnly MovedInOn, RegistrationReason MovedInFor, string From = "") : ChangeRequest
{
    private static readonly ImmutableArray<RegisterField> Place =
        [RegisterField.HouseholdId, RegisterField.HouseholdType, RegisterField.Relation, RegisterField.Division, RegisterField.Address];

    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.MoveIn;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => MovedInOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-13";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [Arrival.RegistrationId];

    private protected override IEnumerable<RegistrationContent> NewContents => [Arrival];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new ANewRegistrationSaysWhoAndWhere(Arrival) { OrIsKnown = true },
        new ValuesAreReadable(Arrival),
        new OnlyWhoMovedOutComesBack(Arrival.RegistrationId),
        new ANewHouseholdBeginsWithItsHead(Arrival),
    ];

    internal override void Draft(EffectDraft draft)
    {
        string id = Arrival.RegistrationId;
        RegistrationContent before = draft[id];
        if (!before.Exists)
        {
            draft.Create(Arrival, MovedInOn, MovedInFor);
        }

        foreach (RegisterField field in Place)
        {
            draft.SetIfGiven(id, field, Arrival[field]);
        }

        draft.PlaceLikeHousehold(id, Arrival);
        draft.Set(id, RegisterField.MovedInOn, EffectDraft.Text(MovedInOn));
        draft.Set(id, RegisterField.MovedInFor, CodeLists.RegistrationReasons.Token(MovedInFor));
        draft.Set(id, RegisterField.MovedInFrom, From.Length > 0 ? From : before[RegisterField.Division]);
        draft.Revive(id);
        draft.Set(NewRelations);
    }
}
