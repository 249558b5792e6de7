using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Events;
using Qingce.Storage;
using Qingce.Storage.Persons;
using Qingce.Storage.Registrations;
using Qingce.Storage.Searching;

namespace Qingce.Server.Linking;

/// <summary>
/// Finds who has a second registration (I01) among those that were just made or altered: whom the live index or a number brings together is compared by the
/// check of a verification, with the weights of the whole register. A reviewer's word that two are different stands.
/// </summary>
internal sealed class LiveDuplicates(Store store, LiveIndex index, LiveChecks checks)
{
    // The index only orders who comes into question. Its weights were trained on the register itself: where that has no duplicates yet, they say nothing of one.
    private const double LeastBits = -1000;
    private const int MostLikely = 8;
    private const int MostUnseen = 1000;

    private static readonly char[] BetweenNumbers = [' ', ',', ';', '；', '、', '|'];

    /// <summary>The findings that name one of the registrations.</summary>
    /// <param name="context">The turn's context, to which they were saved.</param>
    /// <param name="registrations">Registrations as they are now. Those that do not live are nobody's second ones.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>None while the index is being made: then they are the next verification's to find.</returns>
    public async Task<IReadOnlyList<RenderedFinding>> FindAsync(
        RegisterContext context, IReadOnlyCollection<RegistrationContent> registrations, DateOnly asOf, CancellationToken cancellation)
    {
        RegistrationContent[] living = [.. registrations.Where(one => one.IsLiving)];
        if (living.Length == 0 || index.Counts is not { } counts)
        {
            return [];
        }

        List<RegistrationContent> others = await LikelyAsync(context, living, cancellation);
        if (others.Count == 0)
        {
            return [];
        }

        HashSet<string> ids = [.. living.Select(one => one.RegistrationId)];
        RenderedFinding[] found =
        [
            .. checks.Duplicates([.. living.Concat(others).DistinctBy(one => one.RegistrationId)], counts.Among(index.Count), asOf, cancellation)
                .Where(finding => finding.RegistrationIds.Split(';').Any(ids.Contains)),
        ];
        return found.Length == 0 ? [] : await WithoutDecidedAsync(context, found, cancellation);
    }

    // With those of their households and of the households of the registrations.
    private async Task<List<RegistrationContent>> LikelyAsync(RegisterContext context, RegistrationContent[] living, CancellationToken cancellation)
    {
        long position = index.Position;
        string[] likely = [.. living.SelectMany(one => index.Find(one, LeastBits).Take(MostLikely)).Select(one => one.RegistrationId).Distinct(StringComparer.Ordinal)];
        long[] numbers = [.. living.SelectMany(Numbers).Distinct()];
        string[] unseen = await context.ChangeEffects.Where(effect => effect.Sequence > position).OrderByDescending(effect => effect.Sequence)
            .Select(effect => effect.RegistrationId).Take(MostUnseen).ToArrayAsync(cancellation);
        string[] named = [.. likely.Concat(unseen).Distinct(StringComparer.Ordinal)];
        List<Registration> rows = await context.Registrations.AsNoTracking()
            .Where(one => named.Contains(one.RegistrationId) && one.CancelledOn == null && one.CancelledFor == null)
            .Concat(context.Registrations.AsNoTracking().Where(one => one.NumberKey != null && numbers.Contains(one.NumberKey.Value)))
            .ToListAsync(cancellation);
        HashSet<string> own = [.. living.Select(one => one.RegistrationId)];
        if (rows.All(row => own.Contains(row.RegistrationId)) && living.Length == 1)
        {
            return [];
        }

        string[] households =
        [
            .. rows.Select(row => row.HouseholdId).Concat(living.Select(one => one.HouseholdId)).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        rows.AddRange(await context.Registrations.AsNoTracking().Where(one => one.HouseholdId != null && households.Contains(one.HouseholdId)).ToListAsync(cancellation));
        return [.. rows.DistinctBy(row => row.RegistrationId).Select(row => row.Content(store.Keys))];
    }

    private IEnumerable<long> Numbers(RegistrationContent registration) =>
        registration[RegisterField.FormerNumbers].Split(BetweenNumbers, StringSplitOptions.RemoveEmptyEntries).Prepend(registration[RegisterField.CitizenNumber])
            .Select(number => SearchKeys.OfNumber(store.Keys, Encoding.UTF8.GetBytes(number))).OfType<long>();

    private static async Task<IReadOnlyList<RenderedFinding>> WithoutDecidedAsync(RegisterContext context, RenderedFinding[] found, CancellationToken cancellation)
    {
        IReadOnlyList<ReviewersWord> words = await StandingWords.OfAsync(context, [.. found.SelectMany(finding => finding.RegistrationIds.Split(';')).Distinct()], cancellation);
        return
        [
            .. found.Where(finding => finding.RegistrationIds.Split(';') is not [var one, var other]
                || !words.Any(word => word.Verdict == PersonVerdict.Different && word.IsOn(one, other))),
        ];
    }
}
