using System.Collections.Immutable;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>Who decides on a recorded change, and why.</summary>
/// <param name="ActedBy">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewGrounds(Actor ActedBy, string Reason)
{
    /// <summary>The second person, where the rules want one.</summary>
    public Actor ConfirmedBy { get; init; } = Actor.Nobody;

    /// <summary>What it rests on.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <summary>Takes a recorded change back: a merge or any other is undone, an illegal registration rolled back, a provisional change declined.</summary>
public static class TakeBackChange
{
    /// <summary>Undoes a change; so is a provisional one declined. What a merge said of persons no longer stands.</summary>
    /// <param name="store">The store.</param>
    /// <param name="changeId">The change to undo.</param>
    /// <param name="grounds">Who undoes it, and why.</param>
    /// <param name="terms">On what terms.</param>
    /// <param name="cancellation">Ends it before it is committed.</param>
    public static Task<ChangeOutcome> UndoAsync(Store store, Guid changeId, ReviewGrounds grounds, ChangeTerms terms, CancellationToken cancellation) =>
        Review.RunAsync(store, changeId, (change, ids) => On(new UndoChange(change, ids) { ActedBy = grounds.ActedBy }, grounds), terms, cancellation);

    /// <summary>Rolls an illegal registration back.</summary>
    /// <inheritdoc cref="UndoAsync"/>
    public static Task<ChangeOutcome> RollBackAsync(Store store, Guid changeId, ReviewGrounds grounds, ChangeTerms terms, CancellationToken cancellation) =>
        Review.RunAsync(store, changeId, (change, ids) => On(new RollBackChange(change, ids) { ActedBy = grounds.ActedBy }, grounds), terms, cancellation);

    private static ChangeRequest On(ChangeRequest request, ReviewGrounds grounds) =>
        request with { ConfirmedBy = grounds.ConfirmedBy, Reason = grounds.Reason, Evidence = grounds.Evidence };
}

/// <summary>Confirms a change that an issuing authority entered.</summary>
public static class ConfirmProvisional
{
    /// <summary>Confirms it. Where it takes a registration away, who confirms is the second person.</summary>
    /// <inheritdoc cref="TakeBackChange.UndoAsync"/>
    public static Task<ChangeOutcome> RunAsync(Store store, Guid changeId, ReviewGrounds grounds, ChangeTerms terms, CancellationToken cancellation) =>
        Review.RunAsync(
            store, changeId,
            (change, ids) => new ConfirmChange(change, ids) { ActedBy = grounds.ActedBy, Reason = grounds.Reason, Evidence = grounds.Evidence },
            terms, cancellation);
}

/// <summary>A request about a recorded change, looked up in the turn that decides it.</summary>
internal static class Review
{
    public static Task<ChangeOutcome> RunAsync(
        Store store, Guid changeId, Func<Change, ImmutableArray<string>, ChangeRequest> request, ChangeTerms terms, CancellationToken cancellation) =>
        AcceptChange.RunAsync(
            store,
            async write =>
            {
                await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
                return await StoredChanges.FindAsync(store, write.Context, changeId, cancellation).ConfigureAwait(false) is { } found
                    ? await AcceptChange.InAsync(store, write, request(found.Change, found.TouchedIds), terms, cancellation).ConfigureAwait(false)
                    : ChangeOutcome.UnknownChange;
            },
            cancellation);
}
