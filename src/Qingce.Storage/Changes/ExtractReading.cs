using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Persons;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Changes;

/// <summary>Reads the part of the register that a request is decided against.</summary>
internal static class ExtractReading
{
    // The register keeps the days of China, whatever the clock of the machine shows.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The registrations that a request names and those around them, with rows that may be changed and saved.</summary>
    public static async Task<(List<StoredHistory> Histories, RegisterExtract Extract)> LoadAsync(
        Store store, RegisterContext context, ChangeRequest request, ProvinceRules province, DateTimeOffset now, CancellationToken cancellation)
    {
        string[] named = [.. request.Registrations.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        List<StoredHistory> histories = await StoredHistories.LoadAllAsync(context, store.Keys, named, cancellation).ConfigureAwait(false);
        Surroundings surroundings = request.Surroundings(histories.Select(one => one.History));
        HashSet<string> around = await FindAsync(store, context, surroundings, cancellation).ConfigureAwait(false);
        around.ExceptWith(named);
        histories.AddRange(await StoredHistories.LoadAllAsync(context, store.Keys, around, cancellation).ConfigureAwait(false));
        RegisterExtract extract = new(
            [.. histories.Select(one => one.History)],
            request.Kind == ChangeKind.Merge ? await StandingWords.OfAsync(context, named, cancellation).ConfigureAwait(false) : [],
            DateOnly.FromDateTime(now.ToOffset(China).DateTime), province);
        return (histories, extract);
    }

    /// <summary>Registrations that are, or by any change ever were, in one of the households.</summary>
    public static async Task<HashSet<string>> OfHouseholdsAsync(RegisterContext context, IEnumerable<string> householdIds, CancellationToken cancellation)
    {
        string[] households = [.. householdIds];
        return households.Length == 0 ? [] : [.. await OfHouseholds(context, households).ToListAsync(cancellation).ConfigureAwait(false)];
    }

    // One question for all that surrounds a request: a feed asks it for every event.
    private static async Task<HashSet<string>> FindAsync(Store store, RegisterContext context, Surroundings surroundings, CancellationToken cancellation)
    {
        List<IQueryable<string>> asked = [];
        string[] households = [.. surroundings.HouseholdIds];
        if (households.Length > 0)
        {
            asked.Add(OfHouseholds(context, households));
        }

        long[] numbers = [.. surroundings.CitizenNumbers.Select(number => SearchKeys.OfNumber(store.Keys, Encoding.UTF8.GetBytes(number))).OfType<long>()];
        if (numbers.Length > 0)
        {
            asked.Add(context.Registrations.Where(one => one.NumberKey != null && EF.Parameter(numbers).Contains(one.NumberKey.Value)).Select(one => one.RegistrationId));
        }

        string[] persons = [.. surroundings.PersonIds];
        if (persons.Length > 0)
        {
            asked.Add(context.Registrations.Where(one => one.PersonId != null && EF.Parameter(persons).Contains(one.PersonId)).Select(one => one.RegistrationId));
        }

        return asked.Count == 0 ? [] : [.. persons, .. await asked.Aggregate(Queryable.Concat).ToListAsync(cancellation).ConfigureAwait(false)];
    }

    private static IQueryable<string> OfHouseholds(RegisterContext context, string[] households) =>
        context.Registrations.Where(one => one.HouseholdId != null && EF.Parameter(households).Contains(one.HouseholdId)).Select(one => one.RegistrationId)
            .Concat(context.ChangeEffects.Where(one => one.HouseholdFrom != null && EF.Parameter(households).Contains(one.HouseholdFrom)).Select(one => one.RegistrationId))
            .Concat(context.ChangeEffects.Where(one => one.HouseholdTo != null && EF.Parameter(households).Contains(one.HouseholdTo)).Select(one => one.RegistrationId));
}
