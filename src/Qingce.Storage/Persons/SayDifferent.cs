using Qingce.Register;
using Qingce.Storage.Changes;

namespace Qingce.Storage.Persons;

/// <summary>A reviewer says that two registrations are two people, or takes that word back. No machine run links them while it stands.</summary>
public static class SayDifferent
{
    /// <summary>Records the word.</summary>
    /// <param name="store">The store.</param>
    /// <param name="write">The turn.</param>
    /// <param name="one">A registration.</param>
    /// <param name="other">Another.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The rule that it would break, or null when it is recorded or was so already; then the caller commits.</returns>
    public static Task<BrokenRule?> RunAsync(
        Store store, StoreWrite write, string one, string other, Actor by, string reason, CancellationToken cancellation) =>
        SayAsync(store, write, one, other, PersonVerdict.Different, by, reason, cancellation);

    /// <summary>Takes the word back.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static Task<BrokenRule?> TakeBackAsync(
        Store store, StoreWrite write, string one, string other, Actor by, string reason, CancellationToken cancellation) =>
        SayAsync(store, write, one, other, PersonVerdict.Void, by, reason, cancellation);

    /// <summary>Records the word in a turn that the caller commits.</summary>
    internal static async Task<BrokenRule?> InAsync(
        Store store, StoreWrite write, ReviewersWord word, Actor by, string reason, CancellationToken cancellation)
    {
        RegisterContext context = write.Context;
        DateTimeOffset now = await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
        if (by.IsNobody)
        {
            return new BrokenRule("actor-missing", "未写明经办人，请填写姓名或工号。", "Nobody is named as acting. Give the name or staff number.", []);
        }

        List<StoredHistory> known = await StoredHistories.LoadAsync(context, store.Keys, [word.Left, word.Right], cancellation).ConfigureAwait(false);
        if (known.Count(history => history.Row is not null) < 2)
        {
            return new BrokenRule(
                "registration-unknown", "没有这个登记编号，请核对。", "There is no such registration. Check the id.", [word.Left, word.Right]);
        }

        PersonVerdict standing = (await StandingWords.OfAsync(context, [word.Left, word.Right], cancellation).ConfigureAwait(false))
            .FirstOrDefault(said => said.IsOn(word.Left, word.Right)).Verdict;
        bool areOne = known.Select(history => history.History.Present.PersonId).Distinct(StringComparer.Ordinal).Count() == 1;
        if (standing == PersonVerdict.Same || (areOne && word.Verdict == PersonVerdict.Different))
        {
            return new BrokenRule(
                "decided-same", "两个登记已合并为同一人，请先撤销合并。", "They were merged as one person. Undo the merge first.", [word.Left, word.Right]);
        }

        if (standing != (word.Verdict == PersonVerdict.Void ? PersonVerdict.None : word.Verdict))
        {
            context.Add(StandingWords.Row(word, by.Name.Trim(), reason, now, changeId: null));
        }

        return null;
    }

    /// <summary>What a person decides of other persons is given a reason.</summary>
    internal static BrokenRule? WithoutReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("reason-missing", "未写明理由，请填写。", "No reason is given. Write why.", []) : null;

    private static Task<BrokenRule?> SayAsync(
        Store store, StoreWrite write, string one, string other, PersonVerdict verdict, Actor by, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(write);
        BrokenRule? broken = one == other || one.Length == 0 || other.Length == 0
            ? new BrokenRule("merge-needs-two", "须列出两个不同的登记。", "Name two different registrations.", [one, other])
            : WithoutReason(reason);
        return broken is not null
            ? Task.FromResult<BrokenRule?>(broken)
            : InAsync(store, write, ReviewersWord.Of(one, other, verdict), by, reason, cancellation);
    }
}
