using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Events;
using Qingce.Standards;
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
    private const int MostLikely = 8;
    private const int MostUnseen = 1000;

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

        long position = index.Position;
        Subject[] subjects = [.. living.Select(one => new Subject(one, [.. Forms(one).SelectMany(form => index.FindAlike(form).Take(MostLikely)).Select(like => like.RegistrationId)], [.. Numbers(one)]))];
        List<Registration> others = [.. (await NearAsync(context, subjects, position, cancellation)).Where(row => subjects.Any(one => one.MayBe(row)))];
        Subject[] concerned = [.. subjects.Where(one => others.Any(one.MayBe) || subjects.Any(one.MayBe))];
        if (concerned.Length == 0)
        {
            return [];
        }

        string[] households =
        [
            .. others.Select(row => row.HouseholdId).Concat(concerned.Select(one => one.Registration.HouseholdId)).OfType<string>().Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        others.AddRange(await context.Registrations.AsNoTracking().Where(one => one.HouseholdId != null && households.Contains(one.HouseholdId)).ToListAsync(cancellation));
        HashSet<string> ids = [.. concerned.Select(one => one.Registration.RegistrationId)];
        RegistrationContent[] compared =
        [
            .. concerned.Select(one => one.Registration),
            .. others.DistinctBy(row => row.RegistrationId).Where(row => !ids.Contains(row.RegistrationId)).Select(row => row.Content(store.Keys)),
        ];
        RenderedFinding[] Found(HashSet<(string Left, string Right)> keptApart) =>
        [
            .. checks.Duplicates(compared, counts.Among(index.Count), keptApart, asOf, cancellation).Where(finding => finding.RegistrationIds.Split(';').Any(ids.Contains)),
        ];
        // Most find nothing, and of those there is nothing to ask.
        RenderedFinding[] found = Found([]);
        HashSet<(string Left, string Right)> keptApart = found.Length == 0 ? [] : await KeptApartAsync(context, found, cancellation);
        return keptApart.Count == 0 ? found : Found(keptApart);
    }

    // Those that the index brings together with the registrations, those of their numbers, and of those that the index has not seen yet who has their name or birth date.
    private static async Task<List<Registration>> NearAsync(RegisterContext context, Subject[] subjects, long position, CancellationToken cancellation)
    {
        string[] likely = [.. subjects.SelectMany(one => one.LikelyIds).Distinct(StringComparer.Ordinal)];
        long[] numbers = [.. subjects.SelectMany(one => one.Numbers).Distinct()];
        string[] names = [.. subjects.Select(one => one.Registration.Name).Distinct(StringComparer.Ordinal)];
        string[] births = [.. subjects.Select(one => one.Registration[RegisterField.BirthDate]).Distinct(StringComparer.Ordinal)];
        string[] unseen = await context.ChangeEffects.Where(effect => effect.Sequence > position).OrderByDescending(effect => effect.Sequence)
            .Select(effect => effect.RegistrationId).Take(MostUnseen).ToArrayAsync(cancellation);
        IQueryable<Registration> rows = context.Registrations.AsNoTracking();
        return await rows.Where(one => likely.Contains(one.RegistrationId))
            .Concat(rows.Where(one => one.NumberKey != null && numbers.Contains(one.NumberKey.Value)))
            .Concat(rows.Where(one => unseen.Contains(one.RegistrationId) && (names.Contains(one.Name) || births.Contains(one.BirthDate))))
            .ToListAsync(cancellation);
    }

    // As it is, and under the name and number that it had before: the index knows those of the present alone.
    private static IEnumerable<RegistrationContent> Forms(RegistrationContent registration)
    {
        yield return registration;
        string name = registration[RegisterField.FormerName];
        string number = RegistrationContent.SplitNumbers(registration[RegisterField.FormerNumbers]).FirstOrDefault("");
        if (name.Length > 0 || number.Length > 0)
        {
            yield return registration.With(RegisterField.Name, name.Length > 0 ? name : registration.Name)
                .With(RegisterField.CitizenNumber, number.Length > 0 ? number : registration[RegisterField.CitizenNumber]);
        }
    }

    private IEnumerable<long> Numbers(RegistrationContent registration) =>
        RegistrationContent.SplitNumbers(registration[RegisterField.FormerNumbers]).Prepend(registration[RegisterField.CitizenNumber])
            .Select(number => SearchKeys.OfNumber(store.Keys, Encoding.UTF8.GetBytes(number))).OfType<long>();

    private static async Task<HashSet<(string Left, string Right)>> KeptApartAsync(RegisterContext context, RenderedFinding[] found, CancellationToken cancellation)
    {
        string[] named = [.. found.SelectMany(finding => finding.RegistrationIds.Split(';')).Distinct()];
        return [.. (await StandingWords.OfAsync(context, named, cancellation)).Where(word => word.KeepsApart).Select(word => (word.Left, word.Right))];
    }

    /// <summary>A registration whose second ones are looked for.</summary>
    /// <param name="Registration">The registration.</param>
    /// <param name="LikelyIds">Whom the index brings together with it.</param>
    /// <param name="Numbers">Keys of its number and of those it had.</param>
    private sealed record Subject(RegistrationContent Registration, HashSet<string> LikelyIds, HashSet<long> Numbers)
    {
        /// <summary>Whether a row comes into question.</summary>
        public bool MayBe(Registration row) => row.RegistrationId != Registration.RegistrationId && row is { CancelledOn: null, CancelledFor: null }
            && (LikelyIds.Contains(row.RegistrationId) || (row.NumberKey is { } number && Numbers.Contains(number)) || MayBe(row.Name ?? "", row.BirthDate ?? ""));

        /// <summary>Whether another one of those that were just made or altered does.</summary>
        public bool MayBe(Subject other) => other != this && (Numbers.Overlaps(other.Numbers) || MayBe(other.Registration.Name, other.Registration[RegisterField.BirthDate]));

        private bool MayBe(string name, string birth) => name == Registration.Name
            || (birth == Registration[RegisterField.BirthDate] && birth.Length > 0
                && PersonName.MayBeSame(name, Registration.Name) > NameAgreement.SurnameOnly);
    }
}
