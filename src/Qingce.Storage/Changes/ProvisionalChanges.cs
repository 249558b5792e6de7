using Microsoft.EntityFrameworkCore;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>A change that a feed entered.</summary>
/// <param name="Change">The change.</param>
/// <param name="New">The registrations that it made, as they are.</param>
public sealed record ProvisionalChange(Change Change, IReadOnlyList<RegistrationContent> New);

/// <summary>
/// Enters changes of issuing authorities, to wait for a person, many in one turn: what they are decided against is read at once, each sees what those before it made,
/// and nothing is saved until the turn's context is. What was entered of a registration once is a person's from then on: neither the same act of the same day nor
/// another one on the same paper is entered again, whatever became of it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="write">The turn. The caller saves and commits.</param>
/// <param name="province">The province's own rules.</param>
public sealed class ProvisionalChanges(Store store, StoreWrite write, ProvinceRules province)
{
    private readonly TurnExtracts _extracts = new(store, write.Context);

    /// <summary>Reads what requests will be decided against.</summary>
    /// <param name="requests">The requests that are likely to be entered.</param>
    /// <param name="cancellation">Ends it; the turn is spent then.</param>
    public async Task ReadAheadAsync(IReadOnlyCollection<ChangeRequest> requests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (requests.Count > 0)
        {
            await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
            await _extracts.ReadAsync(requests, cancellation).ConfigureAwait(false);
            await ChangeOrder.ReserveAsync(write, requests.Count, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Enters a change.</summary>
    /// <param name="request">What is asked for: provisional, and of a kind that takes nothing back and merges nobody.</param>
    /// <param name="now">The instant that its identifier is made of.</param>
    /// <param name="cancellation">Ends it; the turn is spent then.</param>
    /// <returns>Null when a rule says no, or a person has the say; nothing was added then.</returns>
    /// <exception cref="ArgumentException">Such a request does not come from a feed.</exception>
    public async Task<ProvisionalChange?> EnterAsync(ChangeRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsProvisional || request.Kind == ChangeKind.Merge || request.Kind.TakesBack)
        {
            throw new ArgumentException("Only what waits for a person is entered by a feed, and it is about nothing that was decided before.", nameof(request));
        }

        await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
        if (await WasEnteredAsync(request, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        ChangeTerms terms = new(Guid.CreateVersion7(now)) { Province = province };
        if (await AcceptChange.AddAsync(store, write, _extracts, request, terms, cancellation).ConfigureAwait(false) is not ChangeOutcome.Accepted accepted)
        {
            return null;
        }

        return new ProvisionalChange(accepted.Change, [.. accepted.Versions.Where(one => one.Value == 1).Select(one => _extracts.Present(one.Key))]);
    }

    private async Task<bool> WasEnteredAsync(ChangeRequest request, CancellationToken cancellation)
    {
        await _extracts.ReadAsync([request], cancellation).ConfigureAwait(false);
        Change[] earlier = [.. _extracts.Named(request).SelectMany(history => history.Entries).Select(entry => entry.Change).Where(change => change.Kind == request.Kind)];
        if (earlier.Length == 0 || earlier.Any(change => change.ValidFrom == request.ValidFrom))
        {
            return earlier.Length > 0;
        }

        // What this turn entered has its papers at hand, those of the rest are closed.
        long[] sequences = [.. earlier.Where(change => change.Evidence.IsEmpty).Select(change => change.Sequence)];
        List<StoredChange> stored = await write.Context.Changes.AsNoTracking().Where(change => EF.Parameter(sequences).Contains(change.Sequence))
            .ToListAsync(cancellation).ConfigureAwait(false);
        return earlier.SelectMany(change => change.Evidence).Concat(stored.SelectMany(change => change.Evidence(store.Keys)))
            .Any(paper => request.Evidence.Any(own => own.Number.Length > 0 && (own.Kind, own.Number, own.IssuingAuthority) == (paper.Kind, paper.Number, paper.IssuingAuthority)));
    }
}
