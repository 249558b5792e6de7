using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>Another change counts as never made, from when this one is recorded. What it found is there again; later changes of other fields stay.</summary>
/// <param name="Target">The change to take back.</param>
/// <param name="TouchedIds">Every registration that it touched.</param>
public sealed record UndoChange(Change Target, ImmutableArray<string> TouchedIds) : ChangeRequest
{
    /// <summary>Whether it declines what waits for a person, and takes nothing else back.</summary>
    public bool Declines { get; init; }

    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Undo;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => Target.ValidFrom;

    /// <inheritdoc/>
    public override string Article => "a-change-can-be-taken-back";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => TouchedIds;

    /// <inheritdoc/>
    public override Guid? RefersTo => Target.Id;

    internal override IReadOnlyList<RegisterRule> Conditions =>
        [Declines ? new OnlyAProvisionalChangeIsConfirmed(Target) : new AChangeIsTakenBackOnce(Target), new NothingRestsOnWhatIsTakenBack(Target)];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in TouchedIds)
        {
            draft.Touch(id);
        }
    }
}

/// <summary>An illegal registration or alteration counts as never made. Needs a second person, evidence and a reason.</summary>
/// <param name="Target">The change by which it came about.</param>
/// <param name="TouchedIds">Every registration that it touched.</param>
public sealed record RollBackChange(Change Target, ImmutableArray<string> TouchedIds) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.RollBack;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => Target.ValidFrom;

    /// <inheritdoc/>
    public override string Article => "regulation-1958-art-20";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => TouchedIds;

    /// <inheritdoc/>
    public override Guid? RefersTo => Target.Id;

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new OnlyAnActOfTheOfficeIsRolledBack(Target),
        new ARollBackNeedsASecondPerson(),
        new AChangeIsTakenBackOnce(Target),
        new NothingRestsOnWhatIsTakenBack(Target),
    ];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in TouchedIds)
        {
            draft.Touch(id);
        }
    }
}
