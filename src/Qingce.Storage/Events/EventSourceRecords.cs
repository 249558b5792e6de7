using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Importing;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Events;

/// <summary>Events as source records of their category: an event is a delivery of one row.</summary>
public static class EventSourceRecords
{
    /// <summary>
    /// Takes the rows of new events. A row that its source confirmed later replaces the one that is there, which is kept as an earlier version; one that is older
    /// than what is there becomes an earlier version itself, so that what comes late overwrites nothing.
    /// </summary>
    /// <param name="context">In a transaction; the caller saves and commits.</param>
    /// <param name="keys">Seals the rows.</param>
    /// <param name="events">The new events, in order.</param>
    /// <param name="now">Instant of recording.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The keys of the papers of settlements that the rows name, or that rows which they replaced named, each with the records that did.</returns>
    public static async Task<ILookup<long, string>> TakeAsync(
        RegisterContext context, Keyring keys, IReadOnlyList<LiveEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(events);
        int[] categories = [.. events.Select(live => live.Feed.Category.Number).Distinct()];
        string[] ids = [.. events.Select(live => live["source_record_id"]).Distinct(StringComparer.Ordinal)];
        Dictionary<(int, string), SourceRecord> known = await context.SourceRecords
            .Where(record => categories.Contains(record.Category) && ids.Contains(record.SourceRecordId))
            .ToDictionaryAsync(record => (record.Category, record.SourceRecordId), cancellation).ConfigureAwait(false);
        List<(long? Paper, string Record)> papers = [];
        foreach (LiveEvent live in events)
        {
            int category = live.Feed.Category.Number;
            string id = live["source_record_id"];
            long digest = keys.BlindIndex(DataKeyUse.RowDigest, Encoding.UTF8.GetBytes(string.Join('\u001f', live.Fields)));
            if (!known.TryGetValue((category, id), out SourceRecord? record))
            {
                record = new SourceRecord { Category = category, SourceRecordId = id, KnownFrom = now, Digest = digest };
                record.Take(live.Fields, keys);
                known.Add((category, id), record);
                context.SourceRecords.Add(record);
            }
            else if (record.Digest != digest)
            {
                bool isLate = string.CompareOrdinal(live["recorded_at"], record.RecordedAt) < 0;
                SourceRecord earlier = new() { Category = category, SourceRecordId = id, KnownFrom = now };
                earlier.Take(live.Fields, keys);
                context.SourceRecordVersions.Add((isLate ? earlier : record).AsVersion(record.Version, now));
                record.Version++;
                if (!isLate)
                {
                    papers.Add((record.PaperKey, id));
                    record.Take(live.Fields, keys);
                    record.Digest = digest;
                    record.DeliveryId = null;
                    record.KnownFrom = now;
                }
            }

            papers.Add((record.PaperKey, id));
        }

        return papers.Where(one => one.Paper is not null).Distinct().ToLookup(one => one.Paper!.Value, one => one.Record);
    }
}
