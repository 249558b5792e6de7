using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A cancelled registration lives again from a day on.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="RestoredOn">The day.</param>
/// <param name="Relation">What the person is to the head from then on; none where it is as before.</param>
public sealed record RestoreRegistration(string RegistrationId, DateOnly RestoredOn, Relation Relation = default) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Restoration;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => RestoredOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-17";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions => [new RegistrationsAreCancelled()];

    internal override void Draft(EffectDraft draft)
    {
        draft.Revive(RegistrationId);
        draft.SetIfGiven(RegistrationId, RegisterField.Relation, Relation.CodeDigits);
        draft.Set(NewRelations);
    }
}
