namespace Qingce.Register;

/// <summary>
/// Fields of a registration become different from a day on. A name or number that gives way is kept as the former one. With no field at all it only
/// names a new head by <see cref="ChangeRequest.NewRelations"/>.
/// </summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Values">The new texts, as written.</param>
/// <param name="AlteredOn">The day from which they hold.</param>
public sealed record AlterFields(string RegistrationId, IReadOnlyDictionary<RegisterField, string> Values, DateOnly AlteredOn) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Alteration;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => AlteredOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-17";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [RegistrationId];

    private protected override IEnumerable<string> Numbers => Values.Where(pair => pair.Key == RegisterField.CitizenNumber).Select(pair => EffectDraft.Kept(pair));

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsLive(),
        new ValuesAreReadable(Values),
        new ARegistrationGoesOnSayingWhoAndWhere(Values),
        new AFieldChangesByItsOwnAct(Values.Keys),
    ];

    internal override void Draft(EffectDraft draft)
    {
        RegistrationContent before = draft[RegistrationId];
        foreach (KeyValuePair<RegisterField, string> pair in Values)
        {
            draft.Set(RegistrationId, pair.Key, EffectDraft.Kept(pair));
        }

        RegistrationContent after = draft[RegistrationId];
        if (after.Name != before.Name && !Values.ContainsKey(RegisterField.FormerName))
        {
            draft.SetIfGiven(RegistrationId, RegisterField.FormerName, before.Name);
        }

        if (after[RegisterField.CitizenNumber] != before[RegisterField.CitizenNumber] && !Values.ContainsKey(RegisterField.FormerNumbers))
        {
            draft.AddFormerNumber(RegistrationId, before[RegisterField.CitizenNumber]);
        }

        draft.Set(NewRelations);
    }
}
