using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Events;
using Qingce.Storage.Persons;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Changes;

/// <summary>
/// Accepts a change: decides it against the register and records it with its effects, the rows as they then are, what it says of persons, and a
/// message to subscribers, all in one transaction or not at all.
/// </summary>
public static class AcceptChange
{
    /// <summary>Accepts a change in a turn of its own.</summary>
    /// <param name="store">The store.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="terms">On what terms.</param>
    /// <param name="cancellation">Ends it before it is committed; then nothing was written.</param>
    public static Task<ChangeOutcome> RunAsync(Store store, ChangeRequest request, ChangeTerms terms, CancellationToken cancellation) =>
        RunAsync(store, write => InAsync(store, write, request, terms, cancellation), cancellation);

    /// <summary>Accepts a change in a turn that the caller commits. Several may share one; what the turn's context held is saved and let go.</summary>
    /// <param name="store">The store.</param>
    /// <param name="write">The turn.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="terms">On what terms.</param>
    /// <param name="cancellation">Ends it; the turn is spent then.</param>
    /// <exception cref="DbUpdateConcurrencyException">An import changed a registration at the same moment: begin another turn and ask again.</exception>
    public static async Task<ChangeOutcome> InAsync(
        Store store, StoreWrite write, ChangeRequest request, ChangeTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(terms);
        RegisterContext context = write.Context;
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        context.ChangeTracker.Clear();
        await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
        if (await StoredChanges.FindAsync(store, context, terms.ChangeId, cancellation).ConfigureAwait(false) is { } earlier)
        {
            return await RepeatAsync(context, earlier.Change, earlier.TouchedIds, cancellation).ConfigureAwait(false);
        }

        ChangeOutcome outcome = await AddAsync(store, write, new TurnExtracts(store, context), request, terms, cancellation).ConfigureAwait(false);
        if (outcome is ChangeOutcome.Accepted)
        {
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }

        return outcome;
    }

    /// <summary>Decides a request that was never made before, and adds what it changes to the turn's context, to be saved.</summary>
    /// <param name="store">The store.</param>
    /// <param name="write">The turn.</param>
    /// <param name="extracts">What the turn knows of the register; it takes what is changed.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="terms">On what terms.</param>
    /// <param name="cancellation">Ends it; the turn is spent then.</param>
    internal static async Task<ChangeOutcome> AddAsync(
        Store store, StoreWrite write, TurnExtracts extracts, ChangeRequest request, ChangeTerms terms, CancellationToken cancellation)
    {
        RegisterContext context = write.Context;
        DateTimeOffset now = await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
        (List<StoredHistory> histories, RegisterExtract extract) = await extracts.OfAsync(request, terms.Province, now, cancellation).ConfigureAwait(false);
        if (Unexpected(histories, terms.Versions) is { IsEmpty: false } changed)
        {
            return new ChangeOutcome.Conflict(changed);
        }

        ChangeDecision decision = ChangeDecision.Of(request, extract);
        if (decision.Draft is not { } draft)
        {
            return new ChangeOutcome.Refused(decision.BrokenRules);
        }

        if (terms.ProposalId is { } proposalId
            && await DecideProposal.TakeAsync(context, proposalId, request.ActedBy, now, cancellation).ConfigureAwait(false) is { } decided)
        {
            return new ChangeOutcome.Refused([decided]);
        }

        Change change = draft.Record(terms.ChangeId, await ChangeOrder.NextAsync(write, cancellation).ConfigureAwait(false), now);
        context.Add(StoredChanges.Write(change, store.Keys));
        context.AddRange(Settlements.KeysOf(change, store.Keys));
        ImmutableSortedDictionary<string, int> versions = Project(store, context, extracts, histories, change, draft.Effects);
        await StandingWords.RecordAsync(context, change, draft, cancellation).ConfigureAwait(false);
        context.Add(new OutboxMessage { Topic = "change", Body = ChangeMessage.Of(change, versions), MadeAt = now });
        return new ChangeOutcome.Accepted(change, versions, IsRepeat: false);
    }

    /// <summary>Runs a use case in a turn of its own, again where an import was quicker, and commits what it accepted.</summary>
    internal static async Task<ChangeOutcome> RunAsync(Store store, Func<StoreWrite, Task<ChangeOutcome>> use, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.InTurnAsync(
            async write =>
            {
                ChangeOutcome outcome = await use(write).ConfigureAwait(false);
                if (outcome is ChangeOutcome.Accepted { IsRepeat: false })
                {
                    await write.CommitAsync(cancellation).ConfigureAwait(false);
                }

                return outcome;
            },
            cancellation).ConfigureAwait(false);
    }

    private static ImmutableSortedDictionary<string, int> Project(
        Store store, RegisterContext context, TurnExtracts extracts, List<StoredHistory> histories, Change change, ImmutableArray<ChangeEffect> effects)
    {
        Dictionary<string, StoredHistory> known = histories.ToDictionary(one => one.History.RegistrationId, StringComparer.Ordinal);
        ImmutableSortedDictionary<string, int>.Builder versions = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (ChangeEffect effect in effects)
        {
            string id = effect.RegistrationId;
            StoredHistory before = known.GetValueOrDefault(id) ?? new(null, new RegistrationHistory(id, RegistrationContent.Empty, change.RecordedAt, []));
            RegistrationHistory after = before.History.With(new HistoryEntry(change, effect.Fields));
            context.Add(EffectForm.Write(store.Keys, change.Sequence, effect));
            Registration? row = SetRow(store, context, before.Row, after);
            extracts.Set(new StoredHistory(row, after));
            versions.Add(id, row?.Version ?? 0);
        }

        return versions.ToImmutable();
    }

    private static Registration? SetRow(Store store, RegisterContext context, Registration? row, RegistrationHistory history)
    {
        RegistrationContent present = history.Present;
        if (!present.Exists)
        {
            if (row is not null)
            {
                context.Remove(row);
            }

            return null;
        }

        if (row is null)
        {
            // One that comes back goes on counting where it was, so that an old version never fits again.
            row = new Registration { RegistrationId = history.RegistrationId, KnownFrom = history.KnownFrom, Version = history.Entries.Length };
            context.Add(row);
        }
        else
        {
            row.Version++;
        }

        row.Take(present, store.Keys);
        row.IsProvisional = history.IsProvisional;
        return row;
    }

    private static ImmutableArray<PresentRegistration> Unexpected(List<StoredHistory> histories, IReadOnlyDictionary<string, int> versions)
    {
        Dictionary<string, StoredHistory> known = histories.ToDictionary(one => one.History.RegistrationId, StringComparer.Ordinal);
        return
        [
            .. versions.Where(expected => (known.GetValueOrDefault(expected.Key)?.Row?.Version ?? 0) != expected.Value)
                .Select(expected => known.GetValueOrDefault(expected.Key) is { Row: { } row } one
                    ? new PresentRegistration(expected.Key, row.Version, one.History.Present)
                    : new PresentRegistration(expected.Key, 0, RegistrationContent.Empty)),
        ];
    }

    private static async Task<ChangeOutcome> RepeatAsync(
        RegisterContext context, Change change, ImmutableArray<string> touchedIds, CancellationToken cancellation)
    {
        string[] ids = [.. touchedIds];
        Dictionary<string, int> rows = await context.Registrations.Where(one => EF.Parameter(ids).Contains(one.RegistrationId))
            .ToDictionaryAsync(one => one.RegistrationId, one => one.Version, cancellation).ConfigureAwait(false);
        return new ChangeOutcome.Accepted(
            change, ids.ToImmutableSortedDictionary(id => id, id => rows.GetValueOrDefault(id), StringComparer.Ordinal), IsRepeat: true);
    }
}
