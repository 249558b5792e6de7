using Microsoft.EntityFrameworkCore;
using Qingce.Register;

namespace Qingce.Storage.Persons;

/// <summary>What reviewers said of who is one person, as it stands: the last word on each pair.</summary>
public static class StandingWords
{
    /// <summary>The words on pairs among which one of the registrations is.</summary>
    /// <param name="context">The store.</param>
    /// <param name="registrationIds">The registrations.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<ReviewersWord>> OfAsync(
        RegisterContext context, IReadOnlyCollection<string> registrationIds, CancellationToken cancellation) =>
        Last(await RowsAsync(context, registrationIds, cancellation).ConfigureAwait(false));

    /// <summary>All of them, for a machine run: pairs that are the same must be linked, and pairs that differ cannot be.</summary>
    /// <param name="context">The store.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<ReviewersWord>> AllAsync(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Last(await context.PersonDecisions.AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Records what a change says of persons. A change that takes another back gives each pair the word it had before, unless somebody spoke since; a pair
    /// that was merged and had none stays parted.</summary>
    internal static async Task RecordAsync(RegisterContext context, Change change, ChangeDraft draft, CancellationToken cancellation)
    {
        IEnumerable<ReviewersWord> words = draft.Words;
        if (change.Kind.TakesBack)
        {
            string[] touched = [.. draft.Effects.Select(effect => effect.RegistrationId)];
            words = Before(await RowsAsync(context, touched, cancellation).ConfigureAwait(false), change.RefersTo!.Value);
        }

        foreach (ReviewersWord word in words)
        {
            context.Add(Row(word, change.ActedBy, change.Reason, change.RecordedAt, change.Id));
        }
    }

    internal static PersonDecision Row(ReviewersWord word, string by, string reason, DateTimeOffset now, Guid? changeId) => new()
    {
        LeftId = word.Left,
        RightId = word.Right,
        Verdict = word.Verdict,
        DecidedBy = by,
        RecordedAt = now,
        Reason = reason.Length > 0 ? reason : null,
        ChangeId = changeId,
    };

    private static async Task<List<PersonDecision>> RowsAsync(RegisterContext context, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] wanted = [.. ids];
        return await context.PersonDecisions.AsNoTracking()
            .Where(word => EF.Parameter(wanted).Contains(word.LeftId) || EF.Parameter(wanted).Contains(word.RightId))
            .ToListAsync(cancellation).ConfigureAwait(false);
    }

    private static ReviewersWord[] Last(IEnumerable<PersonDecision> rows) =>
    [
        .. rows.GroupBy(row => (row.LeftId, row.RightId)).Select(pair => pair.MaxBy(row => row.Sequence)!)
            .Where(row => row.Verdict != PersonVerdict.Void).Select(row => new ReviewersWord(row.LeftId, row.RightId, row.Verdict)),
    ];

    private static IEnumerable<ReviewersWord> Before(IEnumerable<PersonDecision> rows, Guid changeId)
    {
        foreach (IGrouping<(string Left, string Right), PersonDecision> pair in rows.GroupBy(row => (row.LeftId, row.RightId)))
        {
            PersonDecision[] spoken = [.. pair.OrderBy(row => row.Sequence)];
            if (spoken[^1].ChangeId == changeId)
            {
                PersonVerdict before = spoken.Length > 1 ? spoken[^2].Verdict : PersonVerdict.Void;
                bool isParted = before == PersonVerdict.Void && spoken[^1].Verdict == PersonVerdict.Same;
                yield return new ReviewersWord(pair.Key.Left, pair.Key.Right, isParted ? PersonVerdict.Parted : before);
            }
        }
    }
}
