using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;
using Qingce.Storage.Searching;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Events;

/// <summary>What is known of some persons: enough to decide the indicators that look at one person and those around them.</summary>
/// <param name="Registrations">Their registrations, and those of their households and counterparts.</param>
internal sealed record PersonExtract(IReadOnlyList<RegistrationContent> Registrations)
{
    /// <summary>All their source records by category: the 23 exchange fields each.</summary>
    public IReadOnlyDictionary<int, List<string?[]>> Sources { get; init; } = new Dictionary<int, List<string?[]>>();

    /// <summary>Where the categories are complete: category, division, from, to.</summary>
    public IReadOnlyList<string?[]> Coverage { get; init; } = [];

    /// <summary>Their past changes, in the columns of their file.</summary>
    public IReadOnlyList<string?[]> Changes { get; init; } = [];

    /// <summary>Reads all that a store knows of some registrations and of their households, their past changes left out.</summary>
    /// <param name="context">What to read it with: what its transaction saved is seen.</param>
    /// <param name="keys">Opens what is sealed.</param>
    /// <param name="registrations">The registrations.</param>
    /// <param name="numbers">Numbers of others whose source records are wanted too.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<PersonExtract> OfAsync(
        RegisterContext context, Keyring keys, IReadOnlyCollection<RegistrationContent> registrations, IEnumerable<long> numbers, CancellationToken cancellation)
    {
        RegistrationContent[] all = await WithHouseholdsAsync(context, keys, registrations, cancellation);
        long[] wanted =
        [
            .. all.Select(content => SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(content[RegisterField.CitizenNumber]))).OfType<long>().Concat(numbers).Distinct(),
        ];
        List<SourceRecord> records = await context.SourceRecords.AsNoTracking()
            .Where(record => (record.NumberKey != null && wanted.Contains(record.NumberKey.Value)) || (record.CounterpartKey != null && wanted.Contains(record.CounterpartKey.Value)))
            .ToListAsync(cancellation);
        return await ReadAsync(context, keys, all, records, cancellation);
    }

    /// <summary>Reads what decides on papers: who settled on them, with their households, and what the issuing departments have of them.</summary>
    /// <param name="context">What to read it with: what its transaction saved is seen.</param>
    /// <param name="keys">Opens what is sealed.</param>
    /// <param name="registrationIds">Who settled on them.</param>
    /// <param name="papers">The keys of the papers.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<PersonExtract> OfPapersAsync(
        RegisterContext context, Keyring keys, IEnumerable<string> registrationIds, IEnumerable<long> papers, CancellationToken cancellation)
    {
        string[] ids = [.. registrationIds];
        List<Registration> rows = await context.Registrations.AsNoTracking().Where(one => ids.Contains(one.RegistrationId)).ToListAsync(cancellation);
        RegistrationContent[] all = await WithHouseholdsAsync(context, keys, [.. rows.Select(row => row.Content(keys))], cancellation);
        long[] wanted = [.. papers];
        List<SourceRecord> records = await context.SourceRecords.AsNoTracking()
            .Where(record => record.PaperKey != null && wanted.Contains(record.PaperKey.Value)).ToListAsync(cancellation);
        return await ReadAsync(context, keys, all, records, cancellation);
    }

    private static async Task<RegistrationContent[]> WithHouseholdsAsync(
        RegisterContext context, Keyring keys, IReadOnlyCollection<RegistrationContent> registrations, CancellationToken cancellation)
    {
        string[] households = [.. registrations.Select(one => one.HouseholdId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        List<Registration> members = await context.Registrations.AsNoTracking()
            .Where(registration => registration.HouseholdId != null && households.Contains(registration.HouseholdId)).ToListAsync(cancellation);
        return [.. registrations.Concat(members.Select(member => member.Content(keys))).DistinctBy(content => content.RegistrationId)];
    }

    private static async Task<PersonExtract> ReadAsync(
        RegisterContext context, Keyring keys, RegistrationContent[] registrations, List<SourceRecord> records, CancellationToken cancellation)
    {
        List<CoveredArea> coverage = await context.Coverage.AsNoTracking().ToListAsync(cancellation);
        return new PersonExtract(registrations)
        {
            Sources = records.GroupBy(record => record.Category).ToDictionary(category => category.Key, category => category.Select(record => record.Fields(keys)).ToList()),
            Coverage = [.. coverage.Select(area => (string?[])[area.Category.ToString(CultureInfo.InvariantCulture), area.Division, area.From, area.To])],
        };
    }
}
