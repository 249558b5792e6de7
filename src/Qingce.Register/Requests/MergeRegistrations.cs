using System.Collections.Immutable;
using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>
/// Says that registrations are of one person: the true one is kept and the living others are cancelled as duplicates. All get the person of the kept
/// one, and so do the registrations that were merged into them before; the kept one keeps the others' numbers as former ones.
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
        new AMergeFollowsWhatItMerges(),
        new AMergeFollowsEarlierMerges(),
        new OnePersonHasOneSex(),
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

            foreach (string one in draft.OfOnePersonWith(id).Where(one => one != KeptId && draft[one].PersonId != person).Prepend(id).ToArray())
            {
                draft.Set(one, RegisterField.PersonId, person);
                draft.AddFormerNumber(KeptId, draft[one][RegisterField.CitizenNumber]);
            }

            draft.Decide(ReviewersWord.Of(KeptId, id, PersonVerdict.Same));
        }

        draft.Touch(KeptId);
        draft.Set(NewRelations);
    }
}
