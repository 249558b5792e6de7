using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A person confirms a change that an issuing authority entered. Declining is <see cref="UndoChange.Declines"/>.</summary>
/// <param name="Target">The provisional change.</param>
/// <param name="TouchedIds">Every registration that it touched.</param>
public sealed record ConfirmChange(Change Target, ImmutableArray<string> TouchedIds) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Confirmation;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => Target.ValidFrom;

    /// <inheritdoc/>
    public override string Article => "a-person-decides";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => TouchedIds;

    /// <inheritdoc/>
    public override Guid? RefersTo => Target.Id;

    internal override IReadOnlyList<RegisterRule> Conditions =>
        [new OnlyAProvisionalChangeIsConfirmed(Target), new WhoConfirmsDidNotEnter(Target)];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in TouchedIds)
        {
            draft.Touch(id);
        }
    }
}
