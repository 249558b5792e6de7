using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>Registers a child in the household of a parent.</summary>
/// <param name="Child">
/// What the new registration says: its id, household, relation, name, sex, birth date, and whatever else is known. Division, address and kind of
/// household are those of the household unless given.
/// </param>
/// <param name="RegisteredOn">The day of registration.</param>
public sealed record RegisterBirth(RegistrationContent Child, DateOnly RegisteredOn) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Birth;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => RegisteredOn;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-7";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [Child.RegistrationId];

    private protected override IEnumerable<RegistrationContent> NewContents => [Child];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new ANewRegistrationHasANewId(),
        new ANewRegistrationSaysWhoAndWhere(Child),
        new ValuesAreReadable(Child),
        new ANewbornIsUnmarried(Child),
        new AChildJoinsALivingHousehold(Child.HouseholdId),
    ];

    internal override void Draft(EffectDraft draft)
    {
        string id = Child.RegistrationId;
        draft.Create(Child, RegisteredOn, Late(Child, RegisteredOn) ? RegistrationReason.Late : RegistrationReason.Birth);
        draft.PlaceLikeHousehold(id, Child);
        draft.Set(NewRelations);
    }

    // Article 7 of 1958: a birth is registered within a month.
    private static bool Late(RegistrationContent child, DateOnly registeredOn) =>
        child.BirthDate.Latest is { } birth && registeredOn > birth.AddMonths(1);
}
