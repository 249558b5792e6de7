using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Persons;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Changes;

/// <summary>
/// The part of the register that the changes of a turn are decided against: read for as many requests at once as are known, and carried along as the turn changes
/// it, so that the second change sees what the first made before either is saved.
/// </summary>
internal sealed class TurnExtracts(Store store, RegisterContext context)
{
    private readonly Dictionary<string, StoredHistory> _histories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Places<string> _households = new();
    private readonly Places<long> _numbers = new();
    private readonly Places<string> _persons = new();
    private readonly Places<long> _marriages = new();

    /// <summary>Reads what requests name and what is around it, as far as it is not known yet.</summary>
    public async Task ReadAsync(IReadOnlyCollection<ChangeRequest> requests, CancellationToken cancellation)
    {
        await LoadAsync(requests.SelectMany(Ids), cancellation).ConfigureAwait(false);
        Surroundings[] around = [.. requests.Select(Around)];
        string[] households = _households.NotAsked(around.SelectMany(one => one.HouseholdIds));
        long[] numbers = _numbers.NotAsked(around.SelectMany(one => one.CitizenNumbers).Select(KeyOf).OfType<long>());
        string[] persons = _persons.NotAsked(around.SelectMany(one => one.PersonIds));
        long[] marriages = _marriages.NotAsked(around.SelectMany(one => one.Marriages));
        await LoadAsync([.. persons, .. await FindAsync(households, numbers, persons, marriages, cancellation).ConfigureAwait(false)], cancellation).ConfigureAwait(false);
    }

    /// <summary>What one request is decided against.</summary>
    /// <returns>The registrations that it names and those around them, with rows that may be changed, and the extract of them.</returns>
    public async Task<(List<StoredHistory> Histories, RegisterExtract Extract)> OfAsync(
        ChangeRequest request, ProvinceRules province, DateTimeOffset now, CancellationToken cancellation)
    {
        await ReadAsync([request], cancellation).ConfigureAwait(false);
        string[] named = [.. Ids(request)];
        Surroundings around = Around(request);
        IEnumerable<string> near =
        [
            .. around.PersonIds,
            .. around.HouseholdIds.SelectMany(_households.At),
            .. around.CitizenNumbers.Select(KeyOf).OfType<long>().SelectMany(key => _numbers.At(key).Where(id => _histories[id].Row?.NumberKey == key)),
            .. around.Marriages.SelectMany(_marriages.At),
            .. around.PersonIds.SelectMany(person => _persons.At(person).Where(id => _histories[id].Row?.PersonId == person)),
        ];
        List<StoredHistory> histories = [.. named.Concat(near).Distinct(StringComparer.Ordinal).Select(_histories.GetValueOrDefault).OfType<StoredHistory>()];
        RegisterExtract extract = new(
            [.. histories.Select(one => one.History)],
            request.Kind == ChangeKind.Merge || request.Kind.TakesBack ? await StandingWords.OfAsync(context, [.. histories.Select(one => one.History.RegistrationId)], cancellation).ConfigureAwait(false) : [],
            RegisterDay.Of(now), province);
        return (histories, extract);
    }

    /// <summary>Those that a request names, as far as they are known.</summary>
    public IEnumerable<RegistrationHistory> Named(ChangeRequest request) =>
        Ids(request).Distinct(StringComparer.Ordinal).Select(_histories.GetValueOrDefault).OfType<StoredHistory>().Select(one => one.History);

    /// <summary>What a registration that is known says by now.</summary>
    public RegistrationContent Present(string registrationId) => _histories[registrationId].History.Present;

    /// <summary>Takes what a change made of a registration.</summary>
    public void Set(StoredHistory changed)
    {
        string id = changed.History.RegistrationId;
        _asked.Add(id);
        _histories[id] = changed;
        foreach (string household in changed.History.Entries.SelectMany(entry => entry.Fields).Where(field => field.Field == RegisterField.HouseholdId)
            .SelectMany(field => new[] { field.Old, field.New }).Where(household => household.Length > 0))
        {
            _households.Put(household, id);
        }

        foreach (HistoryEntry marriage in changed.History.Entries.Where(entry => entry.Change.Kind == ChangeKind.Marriage))
        {
            _marriages.Put(marriage.Change.Sequence, id);
        }

        if (changed.Row?.HouseholdId is { } present)
        {
            _households.Put(present, id);
        }

        if (changed.Row?.NumberKey is { } number)
        {
            _numbers.Put(number, id);
        }

        if (changed.Row?.PersonId is { } person)
        {
            _persons.Put(person, id);
        }
    }

    /// <summary>Registrations that are, or by any change ever were, in one of the households.</summary>
    public static async Task<HashSet<string>> OfHouseholdsAsync(RegisterContext context, IEnumerable<string> householdIds, CancellationToken cancellation)
    {
        string[] households = [.. householdIds];
        return households.Length == 0 ? [] : [.. await OfHouseholds(context, households).ToListAsync(cancellation).ConfigureAwait(false)];
    }

    private static IEnumerable<string> Ids(ChangeRequest request) => request.LookedAt.Where(id => id.Length > 0);

    private Surroundings Around(ChangeRequest request) => request.Surroundings(Named(request));

    private long? KeyOf(string number) => SearchKeys.OfNumber(store.Keys, Encoding.UTF8.GetBytes(number));

    private async Task LoadAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        foreach (StoredHistory history in await StoredHistories.LoadAsync(context, store.Keys, [.. ids.Where(_asked.Add)], cancellation).ConfigureAwait(false))
        {
            Set(history);
        }
    }

    // One question for all that surrounds the requests: a feed asks it for every batch of events.
    private async Task<List<string>> FindAsync(string[] households, long[] numbers, string[] persons, long[] marriages, CancellationToken cancellation)
    {
        List<IQueryable<string>> asked = [];
        if (households.Length > 0)
        {
            asked.Add(OfHouseholds(context, households));
        }

        if (numbers.Length > 0)
        {
            asked.Add(context.Registrations.Where(one => one.NumberKey != null && EF.Parameter(numbers).Contains(one.NumberKey.Value)).Select(one => one.RegistrationId));
        }

        if (persons.Length > 0)
        {
            asked.Add(context.Registrations.Where(one => one.PersonId != null && EF.Parameter(persons).Contains(one.PersonId)).Select(one => one.RegistrationId));
        }

        if (marriages.Length > 0)
        {
            asked.Add(context.ChangeEffects.Where(one => EF.Parameter(marriages).Contains(one.Sequence)).Select(one => one.RegistrationId));
        }

        return asked.Count == 0 ? [] : await asked.Aggregate(Queryable.Concat).ToListAsync(cancellation).ConfigureAwait(false);
    }

    private static IQueryable<string> OfHouseholds(RegisterContext context, string[] households) =>
        context.Registrations.Where(one => one.HouseholdId != null && EF.Parameter(households).Contains(one.HouseholdId)).Select(one => one.RegistrationId)
            .Concat(context.ChangeEffects.Where(one => one.HouseholdFrom != null && EF.Parameter(households).Contains(one.HouseholdFrom)).Select(one => one.RegistrationId))
            .Concat(context.ChangeEffects.Where(one => one.HouseholdTo != null && EF.Parameter(households).Contains(one.HouseholdTo)).Select(one => one.RegistrationId));

    /// <summary>Where registrations are found by one kind of key: which keys the store was asked for, and who is at each by now.</summary>
    private sealed class Places<TKey>
        where TKey : notnull
    {
        private readonly HashSet<TKey> _askedFor = [];
        private readonly Dictionary<TKey, HashSet<string>> _ids = [];

        public TKey[] NotAsked(IEnumerable<TKey> keys) => [.. keys.Where(_askedFor.Add)];

        public void Put(TKey key, string id) => (_ids.TryGetValue(key, out HashSet<string>? ids) ? ids : _ids[key] = []).Add(id);

        public HashSet<string> At(TKey key) => _ids.GetValueOrDefault(key) ?? [];
    }
}
