using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage.Searching;

/// <summary>Finds who settled on papers, by their blind indexes.</summary>
public static class FindPaperUses
{
    /// <summary>Those of some papers that a settlement rests on and that no more than so many settlements, nor so many records of the issuing department, name.</summary>
    /// <param name="context">What to read it with: what its transaction saved is seen.</param>
    /// <param name="papers">The keys of the papers.</param>
    /// <param name="most">How many are not too many: a text such as 无 stands for a number in any number of rows.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlySet<long>> UsedAsync(RegisterContext context, IReadOnlyCollection<long> papers, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        long[] asked = [.. papers];
        if (asked.Length == 0)
        {
            return new HashSet<long>();
        }

        Dictionary<long, int> counts = await context.PastChanges.Where(one => one.PaperKey != null && asked.Contains(one.PaperKey.Value))
            .GroupBy(one => one.PaperKey!.Value).Select(one => new { one.Key, Count = one.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation)
            .ConfigureAwait(false);
        foreach (var one in await context.ChangePapers.Where(one => asked.Contains(one.PaperKey))
            .GroupBy(one => one.PaperKey).Select(one => new { one.Key, Count = one.Count() }).ToListAsync(cancellation).ConfigureAwait(false))
        {
            counts[one.Key] = counts.GetValueOrDefault(one.Key) + one.Count;
        }

        long[] used = [.. counts.Where(one => one.Value <= most).Select(one => one.Key)];
        HashSet<long> found = [.. used];
        if (used.Length > 0)
        {
            found.ExceptWith(await context.SourceRecords.Where(one => one.PaperKey != null && used.Contains(one.PaperKey.Value))
                .GroupBy(one => one.PaperKey!.Value).Where(one => one.Count() > most).Select(one => one.Key).ToListAsync(cancellation).ConfigureAwait(false));
        }

        return found;
    }

    /// <summary>
    /// The registrations that a settlement on one of some papers touched. Whether it is their own, and still counts, only the change says.
    /// </summary>
    /// <param name="context">What to read it with.</param>
    /// <param name="papers">The keys of the papers.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlySet<string>> RegistrationsOfAsync(RegisterContext context, IReadOnlyCollection<long> papers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        long[] asked = [.. papers];
        return new HashSet<string>(
            [
                .. await context.PastChanges.Where(one => one.PaperKey != null && asked.Contains(one.PaperKey.Value)).Select(one => one.RegistrationId)
                    .ToListAsync(cancellation).ConfigureAwait(false),
                .. await context.ChangePapers.Where(one => asked.Contains(one.PaperKey))
                    .Join(context.ChangeEffects, paper => paper.Sequence, effect => effect.Sequence, (paper, effect) => effect.RegistrationId)
                    .ToListAsync(cancellation).ConfigureAwait(false),
            ],
            StringComparer.Ordinal);
    }

    /// <summary>The papers that settlements of some registrations rest on.</summary>
    /// <param name="context">What to read it with.</param>
    /// <param name="registrationIds">The registrations.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlySet<long>> PapersOfAsync(RegisterContext context, IReadOnlyCollection<string> registrationIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] ids = [.. registrationIds];
        return new HashSet<long>(
        [
            .. await context.PastChanges.Where(one => ids.Contains(one.RegistrationId) && one.PaperKey != null).Select(one => one.PaperKey!.Value)
                .ToListAsync(cancellation).ConfigureAwait(false),
            .. await context.ChangeEffects.Where(one => ids.Contains(one.RegistrationId))
                .Join(context.ChangePapers, effect => effect.Sequence, paper => paper.Sequence, (effect, paper) => paper.PaperKey)
                .ToListAsync(cancellation).ConfigureAwait(false),
        ]);
    }
}
