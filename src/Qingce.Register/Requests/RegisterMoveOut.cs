using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>Registers a move out of the register: the registration is cancelled here.</summary>
/// <param name="RegistrationId">Who moves.</param>
/// <param name="MovedOutOn">The day of the move.</param>
/// <param name="To">Where to: a division code or text; may be empty for an enlistment.</param>
/// <param name="For">Move, enlistment or settlement abroad.</param>
public sealed record RegisterMoveOut(
    string RegistrationId, DateOnly MovedOutOn, string To, CancellationReason For = CancellationReason.MovedOut) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.MoveOut;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => MovedOutOn;

    /// <inheritdoc/>
    public override string Article => For == CancellationReason.Enlistment ? "regulation-1958-art-11" : "regulation-1958-art-10";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions => [new RegistrationsLive(), new AMoveOutSaysWhereTo(To, For)];

    internal override void Draft(EffectDraft draft)
    {
        draft.Cancel(RegistrationId, MovedOutOn, For);
        draft.SetIfGiven(RegistrationId, RegisterField.MovedOutTo, To.Trim());
        draft.Set(NewRelations);
    }
}
