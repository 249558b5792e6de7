using Qingce.Checks.Findings;
using Qingce.Register;
using Qingce.Server.Linking;
using Qingce.Server.Live;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Events;

namespace Qingce.Server.Events;

/// <summary>
/// Takes a batch of events in one transaction: what the inbox knows already is passed over; each other one becomes a source record and, where it says so, a
/// provisional change or a proposal; the persons concerned are verified; findings and what subscribers are to be told are written with it. Nothing of a batch
/// lasts unless all of it does, so that an event has its effect once however often it is sent.
/// </summary>
internal sealed class TakeEvents(
    Store store, LiveChecks checks, LiveIndex index, LiveDuplicates duplicates, ProvinceRules province, OutboxBell bell, TimeProvider time)
{
    /// <summary>Takes the events; those of one person by time, then by their sender's sequence.</summary>
    /// <param name="events">The events, in the order of arrival.</param>
    /// <param name="cancellation">Ends it; then nothing was taken.</param>
    /// <returns>What came of each, in the same order.</returns>
    public async Task<IReadOnlyList<EventOutcome>> RunAsync(IReadOnlyList<LiveEvent> events, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation);
        await write.AskByKeysAsync(cancellation);
        InboxBatch inbox = await InboxBatch.OpenAsync(write.Context, store.Keys, events, now, cancellation);
        LiveEvent[] taken = [.. inbox.NewInOrder().Select(item => item.Live)];
        IReadOnlyDictionary<LiveEvent, EventEffect> effects = new Dictionary<LiveEvent, EventEffect>();
        ILookup<string, string> findings = Array.Empty<string>().ToLookup(id => id);
        if (taken.Length > 0)
        {
            PersonsOfEvents persons = await PersonsOfEvents.LoadAsync(write.Context, store.Keys, taken, cancellation);
            await EventSourceRecords.TakeAsync(write.Context, store.Keys, taken, now, cancellation);
            await write.Context.SaveChangesAsync(cancellation);

            // The register as it was found is judged too: what an event enters as provisional would otherwise hide what it shows until a person confirms it.
            DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
            IReadOnlyList<RenderedFinding> shown = checks.Run(await persons.ExtractAsync(cancellation), today, cancellation);
            EventEffects carry = new(write, store.Keys, persons, index, new ProvisionalChanges(store, write, province), now);
            effects = await carry.ApplyAsync(taken, cancellation);
            await write.Context.SaveChangesAsync(cancellation);
            if (effects.Values.Any(effect => effect.ChangeId is not null))
            {
                await persons.ReadAgainAsync(cancellation);
                RegistrationContent[] made = [.. effects.Values.SelectMany(effect => effect.Made)];
                shown =
                [
                    .. shown, .. checks.Run(await persons.ExtractAsync(cancellation), today, cancellation),
                    .. await duplicates.FindAsync(write.Context, made, today, cancellation),
                ];
            }

            ILookup<string, string> makers = effects.SelectMany(one => one.Value.Made.Select(made => (made.RegistrationId, Record: one.Key["source_record_id"])))
                .ToLookup(one => one.RegistrationId, one => one.Record, StringComparer.Ordinal);
            findings = await EventFindings.AddAsync(
                write.Context, store.Keys, [.. taken.Select(live => live["source_record_id"]).Distinct()], makers, shown, now, cancellation);
        }

        await write.CommitAsync(cancellation);
        bell.Ring();
        return [.. inbox.Items.Select(item => Outcome(item, effects, findings))];
    }

    private static EventOutcome Outcome(InboxItem item, IReadOnlyDictionary<LiveEvent, EventEffect> effects, ILookup<string, string> findings)
    {
        EventEffect? effect = item.Verdict == InboxVerdict.New ? effects[item.Live] : null;
        return new EventOutcome
        {
            Source = item.Live.Source,
            Id = item.Live.Id,
            Status = item.Verdict switch { InboxVerdict.New => "taken", InboxVerdict.Duplicate => "duplicate", _ => "differs" },
            RegistrationIds = effect?.RegistrationIds ?? [],
            ChangeId = effect?.ChangeId,
            Proposals = effect?.Proposals ?? [],
            Findings = effect is null ? [] : [.. findings[item.Live["source_record_id"]]],
        };
    }
}
