using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Registers a marriage.</summary>
/// <param name="RegistrationId">One spouse.</param>
/// <param name="MarriedOn">The day of the marriage.</param>
/// <param name="SpouseId">The other one; empty where the spouse is not in this register.</param>
/// <param name="Place">Division of the registry office; none where it is not known.</param>
/// <param name="ToFormerSpouse">Whether they had been married to each other before.</param>
public sealed record RegisterMarriage(
    string RegistrationId, DateOnly MarriedOn, string SpouseId = "", DivisionCode Place = default, bool ToFormerSpouse = false) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Marriage;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => MarriedOn;

    /// <inheritdoc/>
    public override string Article => "civil-code-art-1049";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => SpouseId.Length > 0 ? [RegistrationId, SpouseId] : [RegistrationId];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new SpousesAreTwoPeople(),
        new OneHasOneSpouse(),
        new NobodyMarriesBeforeTheAge(Place),
    ];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in Registrations)
        {
            MaritalStatus status = ToFormerSpouse ? MaritalStatus.RemarriedToSame
                : draft[id].MaritalStatus is MaritalStatus.Widowed or MaritalStatus.Divorced ? MaritalStatus.Remarried
                : MaritalStatus.FirstMarriage;
            draft.Set(id, RegisterField.MaritalStatus, EffectDraft.Text(status));
        }
    }
}
