using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Searching;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Events;

/// <summary>What the inbox says of an event.</summary>
public enum InboxVerdict
{
    /// <summary>It is new, and is taken.</summary>
    New,

    /// <summary>It was taken before; nothing is done.</summary>
    Duplicate,

    /// <summary>Another event was taken under its source and identifier; nothing is done.</summary>
    Differs,
}

/// <summary>An event of a batch and what the inbox says of it.</summary>
/// <param name="Live">The event.</param>
/// <param name="At">Its place in the batch.</param>
/// <param name="Verdict">Whether it is taken.</param>
/// <param name="PersonKey">Blind index of the person it is about.</param>
public sealed record InboxItem(LiveEvent Live, int At, InboxVerdict Verdict, long PersonKey);

/// <summary>A batch of events against the inbox: which are new, in the order of their persons, with their rows of the inbox added to the context.</summary>
public sealed class InboxBatch
{
    private InboxBatch(IReadOnlyList<InboxItem> items) => Items = items;

    /// <summary>All events, in the order given.</summary>
    public IReadOnlyList<InboxItem> Items { get; }

    /// <summary>The new ones: person by person as they first came, those of one person by time, then sequence, then arrival.</summary>
    public IEnumerable<InboxItem> NewInOrder() => Items.Where(item => item.Verdict == InboxVerdict.New)
        .GroupBy(item => item.PersonKey)
        .SelectMany(person => person
            .OrderBy(item => item.Live.OccurredAt ?? DateTimeOffset.MaxValue)
            .ThenBy(item => item.Live.Order, SequenceOrder.Instance)
            .ThenBy(item => item.At));

    /// <summary>Looks the events up and adds the new ones to the inbox.</summary>
    /// <param name="context">In a transaction; the caller saves and commits.</param>
    /// <param name="keys">Seals them, and makes the keys they are told by.</param>
    /// <param name="events">The events, in the order of arrival.</param>
    /// <param name="now">Instant of arrival.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<InboxBatch> OpenAsync(
        RegisterContext context, Keyring keys, IReadOnlyList<LiveEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(events);
        string[] sources = [.. events.Select(live => live.Source).Distinct(StringComparer.Ordinal)];
        string[] ids = [.. events.Select(live => live.Id).Distinct(StringComparer.Ordinal)];
        Dictionary<(string, string), long> digests = await context.Events.AsNoTracking()
            .Where(known => sources.Contains(known.Source) && ids.Contains(known.EventId))
            .Select(known => new { known.Source, known.EventId, known.Digest })
            .ToDictionaryAsync(known => (known.Source, known.EventId), known => known.Digest, cancellation).ConfigureAwait(false);
        List<InboxItem> items = [];
        foreach (LiveEvent live in events)
        {
            byte[] canonical = Encoding.UTF8.GetBytes(live.Canonical);
            long digest = keys.BlindIndex(DataKeyUse.RowDigest, canonical);
            long person = PersonKey(live, keys);
            InboxVerdict verdict = digests.TryGetValue((live.Source, live.Id), out long known)
                ? known == digest ? InboxVerdict.Duplicate : InboxVerdict.Differs
                : InboxVerdict.New;
            items.Add(new InboxItem(live, items.Count, verdict, person));
            if (verdict != InboxVerdict.New)
            {
                continue;
            }

            digests.Add((live.Source, live.Id), digest);
            context.Events.Add(new InboxEvent
            {
                Source = live.Source,
                EventId = live.Id,
                Type = live.Feed.Type,
                PersonKey = person,
                OccurredAt = live.OccurredAt,
                ReceivedAt = now,
                HandledAt = now,
                Outcome = "taken",
                Attempts = 1,
                Digest = digest,
                Sealed = keys.Seal(EnvelopePurpose.Event, live.Id, canonical),
            });
        }

        return new InboxBatch(items);
    }

    private static long PersonKey(LiveEvent live, Keyring keys) =>
        SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(live["citizen_number"]))
        ?? SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(live["counterpart_citizen_number"]))
        ?? keys.BlindIndex(DataKeyUse.RowDigest, Encoding.UTF8.GetBytes($"{live["name"]} {live["birth_date"]}"));

    /// <summary>Sequences that are numbers by their value, others after them by their characters; none comes last.</summary>
    private sealed class SequenceOrder : IComparer<string?>
    {
        public static SequenceOrder Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            (int Rank, long Number) left = Rank(x), right = Rank(y);
            return left != right ? left.CompareTo(right) : string.CompareOrdinal(x, y);
        }

        private static (int Rank, long Number) Rank(string? text) => text is null ? (2, 0)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? (0, number) : (1, 0);
    }
}
