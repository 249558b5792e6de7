using System.Collections.Immutable;
using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>
/// Says that registrations are of one person: the true one is kept and the living others are cancelled as duplicates. All get the person of the kept
/// one, which keeps the others' numbers as former ones.
/// </summary>
/// <param name="KeptId">The true registration.</param>
/// <param name="OtherIds">The others.</param>
/// <param name="MergedOn">The day of the merge.</param>
public sealed record MergeRegistrations(string KeptId, ImmutableArray<string> OtherIds, DateOnly MergedOn) : ChangeRequest
{
    /// <summary>Those among them that were found to be gained by fraud; their cancellation says so.</summary>
    public ImmutableArray<string> GainedByFraud { get; init; } = [];

    /// <summary>The one that the holder chose in writing; empty where nobody was asked.</summary>
    public string HoldersChoice { get; init; } = "";

    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Merge;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => MergedOn;

    /// <inheritdoc/>
    public override string Article => "keeps-the-true-registration";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [KeptId, .. OtherIds];

    internal override IReadOnlyList<RegisterRule> Conditions =>
    [
        new AMergeNamesTwoRegistrations(),
        new RegistrationsAreKnown(),
        new AReviewersWordStands(),
        new KeepsTheTrueRegistration(),
    ];

    internal override void Draft(EffectDraft draft)
    {
        string person = draft[KeptId].PersonId;
        foreach (string id in OtherIds)
        {
            draft.Touch(id);
            if (draft[id].IsLiving)
            {
                draft.Cancel(id, MergedOn, GainedByFraud.Contains(id) ? CancellationReason.Fraud : CancellationReason.Duplicate);
            }

            draft.Set(id, RegisterField.PersonId, person);
            draft.AddFormerNumber(KeptId, draft[id][RegisterField.CitizenNumber]);
            draft.Decide(ReviewersWord.Of(KeptId, id, PersonVerdict.Same));
        }

        draft.Touch(KeptId);
        draft.Set(NewRelations);
    }
}
