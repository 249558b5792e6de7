using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Register;
using Qingce.Server.Findings;
using Qingce.Server.Linking;
using Qingce.Server.Live;
using Qingce.Server.Papers;
using Qingce.Storage.Changes;
using Qingce.Storage.Events;
using Qingce.Storage;

namespace Qingce.Server.Events;

/// <summary>
/// Takes a batch of events in one transaction: what the inbox knows already is passed over; each other one becomes a source record and, where it says so, a
/// provisional change or a proposal; the persons concerned are verified; findings and what subscribers are to be told are written with it. Nothing of a batch
/// lasts unless all of it does, so that an event has its effect once however often it is sent.
/// </summary>
internal sealed class TakeEvents(
    Store store, LiveChecks checks, LiveIndex index, LiveDuplicates duplicates, LivePapers papers, ProvinceRules province, OutboxBell bell, TimeProvider time)
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
            ILookup<long, string> named = await EventSourceRecords.TakeAsync(write.Context, store.Keys, taken, now, cancellation);
            await write.Context.SaveChangesAsync(cancellation);

            // The register as it was found is judged too: what an event enters as provisional would otherwise hide what it shows until a person confirms it.
            DateOnly today = RegisterDay.Of(now);
            IReadOnlyList<RenderedFinding> shown = checks.Run(await persons.ExtractAsync(cancellation), today, cancellation);
            EventEffects carry = new(write, store.Keys, persons, index, new ProvisionalChanges(store, write, province), now);
            effects = await carry.ApplyAsync(taken, cancellation);
            await write.Context.SaveChangesAsync(cancellation);
            List<(string Record, RenderedFinding Finding)> caused = [];
            if (effects.Values.Any(effect => effect.ChangeId is not null))
            {
                await persons.ReadAgainAsync(cancellation);
                PersonExtract extract = await persons.ExtractAsync(cancellation);
                IReadOnlyList<RenderedFinding> after = checks.Run(extract, today, cancellation, withHouseholds: true);
                shown = [.. shown, .. after];
                caused = [.. await TwiceAsync(write.Context, effects, today, cancellation), .. Left(effects, extract, after)];
            }

            IReadOnlyList<PaperFinding> doubted = await papers.FindAsync(write.Context, named.Select(paper => paper.Key).ToHashSet(), today, cancellation);
            caused.AddRange(doubted.SelectMany(one => one.Papers.SelectMany(paper => named[paper]).Select(record => (record, one.Finding))));
            findings = await EventFindings.AddAsync(
                write.Context, store.Keys, [.. taken.Select(live => live["source_record_id"]).Distinct()], shown, caused, now, cancellation);
        }

        await write.CommitAsync(cancellation);
        bell.Ring();
        return [.. inbox.Items.Select(item => Outcome(item, effects, findings))];
    }

    // Of the registrations that were made, whose person has another.
    private async Task<IEnumerable<(string Record, RenderedFinding Finding)>> TwiceAsync(
        RegisterContext context, IReadOnlyDictionary<LiveEvent, EventEffect> effects, DateOnly today, CancellationToken cancellation)
    {
        ILookup<string, string> makers = effects.SelectMany(one => one.Value.Made.Select(made => (made.RegistrationId, Record: one.Key["source_record_id"])))
            .ToLookup(one => one.RegistrationId, one => one.Record, StringComparer.Ordinal);
        IReadOnlyList<RenderedFinding> twice = await duplicates.FindAsync(context, [.. effects.Values.SelectMany(one => one.Made)], today, cancellation);
        return twice.SelectMany(finding => finding.RegistrationIds.Split(';').SelectMany(id => makers[id]).Select(record => (record, finding)));
    }

    // Of the households of which somebody ended, where nobody who is left is ever seen.
    private static IEnumerable<(string Record, RenderedFinding Finding)> Left(
        IReadOnlyDictionary<LiveEvent, EventEffect> effects, PersonExtract extract, IReadOnlyList<RenderedFinding> after)
    {
        RenderedFinding[] empty = [.. after.Where(finding => finding.Indicator == Indicator.I08 && !LiveChecks.IsOfDoor(finding))];
        if (empty.Length == 0)
        {
            return [];
        }

        ILookup<string, string> enders = effects.Where(one => one.Value.Ended is not null)
            .ToLookup(one => one.Value.Ended!.HouseholdId, one => one.Key["source_record_id"], StringComparer.Ordinal);
        Dictionary<string, string> households = extract.Registrations.ToDictionary(one => one.RegistrationId, one => one.HouseholdId, StringComparer.Ordinal);
        return empty.SelectMany(finding => enders[households[FindingTexts.First(finding.RegistrationIds)]].Select(record => (record, finding)));
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
