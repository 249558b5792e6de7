namespace Qingce.Register;

/// <summary>Fields of a registration that were wrong are set right, from the day since when they were wrong.</summary>
/// <param name="RegistrationId">The registration, living or not.</param>
/// <param name="Values">The right texts, as written.</param>
/// <param name="WrongSince">The first day for which they were wrong. Later changes of the same fields stay.</param>
public sealed record CorrectFields(string RegistrationId, IReadOnlyDictionary<RegisterField, string> Values, DateOnly WrongSince) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Correction;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => WrongSince;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-17";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [RegistrationId];

    private protected override IEnumerable<string> Numbers => Values.Where(pair => pair.Key == RegisterField.CitizenNumber).Select(pair => EffectDraft.Kept(pair));

    internal override IEnumerable<string> Households => Values.Where(pair => pair.Key == RegisterField.HouseholdId).Select(pair => EffectDraft.Kept(pair));

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new RegistrationsAreKnown(),
        new ValuesAreReadable(Values),
        new ARegistrationGoesOnSayingWhoAndWhere(Values),
        new AFieldChangesByItsOwnAct(Values.Keys) { OfACorrection = true },
    ];

    internal override void Draft(EffectDraft draft)
    {
        foreach (KeyValuePair<RegisterField, string> pair in Values)
        {
            draft.Set(RegistrationId, pair.Key, EffectDraft.Kept(pair));
        }

        draft.Set(NewRelations);
    }
}
