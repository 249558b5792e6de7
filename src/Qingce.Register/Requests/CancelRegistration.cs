using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>Cancels a registration for a reason other than death, a move or a duplicate, which have requests of their own.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="CancelledOn">The day of cancellation.</param>
/// <param name="For">The reason.</param>
public sealed record CancelRegistration(string RegistrationId, DateOnly CancelledOn, CancellationReason For) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Cancellation;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => CancelledOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-17";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions => [new RegistrationsLive(), new ACancellationHasItsOwnAct(For)];

    internal override void Draft(EffectDraft draft)
    {
        draft.Cancel(RegistrationId, CancelledOn, For);
        draft.Set(NewRelations);
    }
}
