using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage;
using Qingce.Storage.Events;
using Qingce.Storage.Registrations;
using Qingce.Storage.Searching;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Events;

/// <summary>The registrations that the numbers of events lead to, with their households, as the transaction sees them.</summary>
internal sealed class PersonsOfEvents
{
    private readonly RegisterContext _context;
    private readonly Keyring _keys;
    private readonly HashSet<long> _numbers = [];
    private ILookup<long, RegistrationContent> _holders = Array.Empty<RegistrationContent>().ToLookup(_ => 0L);

    private PersonsOfEvents(RegisterContext context, Keyring keys)
    {
        _context = context;
        _keys = keys;
    }

    public static async Task<PersonsOfEvents> LoadAsync(RegisterContext context, Keyring keys, IEnumerable<LiveEvent> events, CancellationToken cancellation)
    {
        PersonsOfEvents persons = new(context, keys);
        persons._numbers.UnionWith(events.SelectMany(live => new[] { persons.KeyOf(live["citizen_number"]), persons.KeyOf(live["counterpart_citizen_number"]) }).OfType<long>());
        await persons.ReadAgainAsync(cancellation);
        return persons;
    }

    /// <summary>Reads who has the numbers by now: what was changed in this transaction and saved included.</summary>
    public async Task ReadAgainAsync(CancellationToken cancellation)
    {
        long[] numbers = [.. _numbers];
        List<Registration> found = await _context.Registrations.AsNoTracking()
            .Where(registration => registration.NumberKey != null && numbers.Contains(registration.NumberKey.Value)).ToListAsync(cancellation);
        _holders = found.ToLookup(registration => registration.NumberKey!.Value, registration => registration.Content(_keys));
    }

    /// <summary>
    /// The registration with a number whose name agrees, a living one first; null where there is none. A number alone leads to nobody: numbers are mistyped.
    /// </summary>
    public RegistrationContent? Find(string number, string name) =>
        KeyOf(number) is { } key
            ? _holders[key].Where(holder => Agrees(holder.Name, name)).OrderByDescending(holder => holder.IsLiving).ThenBy(holder => holder.RegistrationId, StringComparer.Ordinal).FirstOrDefault()
            : null;

    /// <summary>All that is known of those who had the numbers when they were last read, what was taken in this transaction included.</summary>
    public Task<PersonExtract> ExtractAsync(CancellationToken cancellation) =>
        PersonExtract.OfAsync(_context, _keys, [.. _holders.SelectMany(number => number)], _numbers, cancellation);

    private long? KeyOf(string number) => SearchKeys.OfNumber(_keys, Encoding.UTF8.GetBytes(number));

    private static bool Agrees(string registered, string told) =>
        told.Length == 0 || PersonName.Normalize(registered) == PersonName.Normalize(told);
}
