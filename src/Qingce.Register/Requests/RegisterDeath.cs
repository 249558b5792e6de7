using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Registers a death: the registration is cancelled from the day of death, and the spouse, where named, is widowed.</summary>
/// <param name="RegistrationId">Who died.</param>
/// <param name="DiedOn">The day of death.</param>
/// <param name="SpouseId">The surviving spouse's registration; empty where there is none in this register.</param>
public sealed record RegisterDeath(string RegistrationId, DateOnly DiedOn, string SpouseId = "") : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Death;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => DiedOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-8";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => SpouseId.Length > 0 ? [RegistrationId, SpouseId] : [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new TheyAreMarried(SpouseId.Length > 0 ? [RegistrationId, SpouseId] : []),
        new SpousesAreTwoPeople(),
        new SpousesAreOfEachOther(),
    ];

    internal override void Draft(EffectDraft draft)
    {
        draft.Cancel(RegistrationId, DiedOn, CancellationReason.Death);
        if (SpouseId.Length > 0)
        {
            draft.Set(SpouseId, RegisterField.MaritalStatus, EffectDraft.Text(MaritalStatus.Widowed));
        }

        draft.Set(NewRelations);
    }
}
