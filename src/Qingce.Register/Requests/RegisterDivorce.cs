using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Registers a divorce.</summary>
/// <param name="RegistrationId">One spouse.</param>
/// <param name="DivorcedOn">The day from which it holds.</param>
/// <param name="SpouseId">The other one; empty where the spouse is not in this register.</param>
public sealed record RegisterDivorce(string RegistrationId, DateOnly DivorcedOn, string SpouseId = "") : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Divorce;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => DivorcedOn;

    /// <inheritdoc/>
    public override string Article => "civil-code-art-1080";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => SpouseId.Length > 0 ? [RegistrationId, SpouseId] : [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
        [new RegistrationsLive(), new SpousesAreTwoPeople(), new TheyAreMarried(RegistrationId, SpouseId), new SpousesAreOfEachOther()];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in Registrations)
        {
            draft.Set(id, RegisterField.MaritalStatus, EffectDraft.Text(MaritalStatus.Divorced));
        }
    }
}
