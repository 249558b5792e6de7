using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Changes;

namespace Qingce.Storage.Persons;

/// <summary>A person decides on what a machine run or an event proposed. To take it, accept the change with the proposal named in its terms.</summary>
public static class DecideProposal
{
    /// <summary>The kind of a proposal that two registrations are one person.</summary>
    public const string Merge = "merge";

    /// <summary>Declines a proposal. Of a proposed merge that says that they are two people, which no later run overrides.</summary>
    /// <param name="store">The store.</param>
    /// <param name="write">The turn.</param>
    /// <param name="proposalId">The proposal.</param>
    /// <param name="by">Who declines it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The rule that it would break, or null when it is declined; then the caller commits.</returns>
    public static async Task<BrokenRule?> DeclineAsync(
        Store store, StoreWrite write, Guid proposalId, Actor by, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(write);
        DateTimeOffset now = await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
        Proposal? proposal = await FindAsync(write.Context, proposalId, cancellation).ConfigureAwait(false);
        if ((Refusal(proposal, by) ?? SayDifferent.WithoutReason(reason)) is { } refusal)
        {
            return refusal;
        }

        if (proposal!.Kind == Merge && proposal.OtherId is { } other)
        {
            ReviewersWord word = ReviewersWord.Of(proposal.RegistrationId, other, PersonVerdict.Different);
            if (await SayDifferent.InAsync(store, write, word, by, reason, cancellation).ConfigureAwait(false) is { } broken)
            {
                return broken;
            }
        }

        (proposal.DecidedAt, proposal.DecidedBy, proposal.IsTaken) = (now, by.Name.Trim(), false);
        return null;
    }

    /// <summary>Marks a proposal as taken, in the turn of the change that takes it.</summary>
    /// <returns>Why it cannot be taken, or null.</returns>
    internal static async Task<BrokenRule?> TakeAsync(
        RegisterContext context, Guid proposalId, Actor by, DateTimeOffset now, CancellationToken cancellation)
    {
        Proposal? proposal = await FindAsync(context, proposalId, cancellation).ConfigureAwait(false);
        if (Refusal(proposal, by) is { } refusal)
        {
            return refusal;
        }

        (proposal!.DecidedAt, proposal.DecidedBy, proposal.IsTaken) = (now, by.Name.Trim(), true);
        return null;
    }

    private static Task<Proposal?> FindAsync(RegisterContext context, Guid proposalId, CancellationToken cancellation) =>
        context.Proposals.SingleOrDefaultAsync(proposal => proposal.ProposalId == proposalId, cancellation);

    private static BrokenRule? Refusal(Proposal? proposal, Actor by) =>
        by.IsNobody ? new BrokenRule("actor-missing", "未写明经办人，请填写姓名或工号。", "Nobody is named as acting. Give the name or staff number.", [])
        : proposal is null ? new BrokenRule("proposal-unknown", "没有这项建议，请核对编号。", "There is no such proposal. Check its id.", [])
        : proposal.DecidedAt is not null ? new BrokenRule(
            "proposal-decided", "该建议已由他人处理，请刷新后查看。", "Somebody has decided on the proposal already. Read it again.", [proposal.RegistrationId])
        : null;
}
