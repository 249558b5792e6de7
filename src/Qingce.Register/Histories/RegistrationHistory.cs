using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A change as it touches one registration.</summary>
/// <param name="Change">The change.</param>
/// <param name="Fields">What it states of the registration, different or not; empty where it only concerns another change.</param>
public sealed record HistoryEntry(Change Change, ImmutableArray<FieldChange> Fields);

/// <summary>
/// Everything known of one registration: what it says now and every change that touched it. Any state can be asked for as it was valid on a day and
/// as it was known at a moment. A change that was taken back counts as never made from when that is known; a change that comes late lands under the
/// ones that are valid after it.
/// </summary>
/// <remarks>Immutable. The order in which entries are handed in makes no difference.</remarks>
public sealed class RegistrationHistory
{
    private readonly ImmutableArray<HistoryEntry> _bySequence;
    private readonly ImmutableArray<HistoryEntry> _byValidity;
    private readonly Dictionary<Guid, HistoryEntry> _byId;
    private readonly RegistrationContent _baseline;
    private readonly PastStates? _past;

    /// <summary>Takes what is known.</summary>
    /// <param name="registrationId">The registration.</param>
    /// <param name="present">What it says now; <see cref="RegistrationContent.Empty"/> when it counts as never made.</param>
    /// <param name="knownFrom">When the register first knew of it.</param>
    /// <param name="entries">All changes that touched it, in any order.</param>
    /// <param name="pastChanges">
    /// Its past changes, in any order but those of one day, which are in theirs. They are for showing past states, as are the days of registration and cancellation
    /// that files name; a change is decided without them, since they are a file's word. Null for what is there to decide on.
    /// </param>
    /// <exception cref="ArgumentException">The registration has no id, or two entries have one change or one sequence.</exception>
    public RegistrationHistory(
        string registrationId, RegistrationContent present, DateTimeOffset knownFrom, IEnumerable<HistoryEntry> entries, IEnumerable<PastChange>? pastChanges = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(registrationId);
        RegistrationId = registrationId;
        KnownFrom = knownFrom;
        _bySequence = [.. entries.OrderBy(entry => entry.Change.Sequence)];
        _byId = _bySequence.ToDictionary(entry => entry.Change.Id);
        for (int i = 1; i < _bySequence.Length; i++)
        {
            if (_bySequence[i - 1].Change.Sequence == _bySequence[i].Change.Sequence)
            {
                throw new ArgumentException($"Two changes have the sequence {_bySequence[i].Change.Sequence}.", nameof(entries));
            }
        }

        _byValidity = [.. _bySequence.OrderBy(entry => entry.Change.ValidFrom)];
        _baseline = Baseline(present, _bySequence);
        _past = pastChanges is null ? null : new PastStates([.. pastChanges]);
    }

    /// <summary>The registration.</summary>
    public string RegistrationId { get; }

    /// <summary>When the register first knew of it.</summary>
    public DateTimeOffset KnownFrom { get; }

    /// <summary>Every change that touched it, in the order of recording.</summary>
    public ImmutableArray<HistoryEntry> Entries => _bySequence;

    /// <summary>What happened before this register kept its own history, in the order of the days, without a day last.</summary>
    public ImmutableArray<PastChange> PastChanges => _past?.All ?? [];

    /// <summary>What it says now, by all that is known.</summary>
    public RegistrationContent Present => StateAt(DateOnly.MaxValue, DateTimeOffset.MaxValue);

    /// <summary>Whether a change that waits for a person counts in what it says now.</summary>
    public bool IsProvisional => _bySequence.Any(entry => entry.Change.IsProvisional && Stands(entry) && !IsConfirmed(entry.Change.Id));

    /// <summary>What the files of the register said of it last, whatever officers made of it.</summary>
    public RegistrationContent AsDelivered =>
        _baseline.With(_bySequence.Where(entry => entry.Change.Kind == ChangeKind.Delivery).SelectMany(entry => entry.Fields));

    /// <summary>Whether an officer has decided on a field, which no file overrides.</summary>
    public bool IsDecided(RegisterField field) =>
        Standing.Any(entry => HistoryFold.Decided(entry).Contains(field));

    /// <summary>What it said on a day, as far as is known now.</summary>
    public RegistrationContent StateOn(DateOnly validAt) => StateAt(validAt, DateTimeOffset.MaxValue);

    /// <summary>What it said on a day, as far as was known at a moment; <see cref="RegistrationContent.Empty"/> where there was none.</summary>
    /// <param name="validAt">The day, with all that became true on it.</param>
    /// <param name="knownAt">The moment, with all that was recorded by then.</param>
    public RegistrationContent StateAt(DateOnly validAt, DateTimeOffset knownAt)
    {
        if (knownAt < KnownFrom)
        {
            return RegistrationContent.Empty;
        }

        RegistrationContent before = _past?.On(_baseline, AsDelivered, validAt, knownAt) ?? _baseline;
        IEnumerable<HistoryEntry> known = _byValidity.Where(entry => entry.Change.RecordedAt <= knownAt && !IsTakenBack(entry.Change.Id, knownAt));
        RegistrationContent state = HistoryFold.Of(
            before, (_past is null ? known : PastStates.Shown(known)).Where(entry => entry.Change.ValidFrom <= validAt));
        return state.Exists ? state : RegistrationContent.Empty;
    }

    /// <summary>Whether a change counted as never made, as far as was known at a moment.</summary>
    /// <param name="changeId">The change.</param>
    /// <param name="knownAt">The moment; now when not given.</param>
    public bool IsTakenBack(Guid changeId, DateTimeOffset? knownAt = null) =>
        _bySequence.Any(entry => entry.Change.Kind.TakesBack && entry.Change.RefersTo == changeId
            && (knownAt is null || entry.Change.RecordedAt <= knownAt) && !IsTakenBack(entry.Change.Id, knownAt));

    /// <summary>Whether a person has confirmed a provisional change and that stands.</summary>
    public bool IsConfirmed(Guid changeId) =>
        _bySequence.Any(entry => entry.Change.Kind == ChangeKind.Confirmation && entry.Change.RefersTo == changeId && Stands(entry));

    /// <summary>Whether it was ever in a household, by any standing change or before them.</summary>
    public bool EverIn(string householdId) => _baseline.HouseholdId == householdId
        || _bySequence.Any(entry => entry.Fields.Any(change => change.Field == RegisterField.HouseholdId && change.New == householdId));

    /// <summary>What it said when an entry that counts became true.</summary>
    public RegistrationContent JustBefore(HistoryEntry entry) => HistoryFold.Of(_baseline, Standing.TakeWhile(other => other != entry));

    /// <summary>Finds a change that touched the registration.</summary>
    public HistoryEntry? Find(Guid changeId) => _byId.GetValueOrDefault(changeId);

    /// <summary>The entries that count, in the order in which they became true.</summary>
    public IEnumerable<HistoryEntry> Standing => _byValidity.Where(Stands);

    /// <summary>The history with one more change.</summary>
    public RegistrationHistory With(HistoryEntry entry) => new(RegistrationId, _baseline, KnownFrom, _bySequence.Add(entry), _past?.All);

    /// <summary>The history as it stood just before a change was recorded.</summary>
    public RegistrationHistory Before(Change change) =>
        new(RegistrationId, _baseline, KnownFrom, _bySequence.Where(entry => entry.Change.Sequence < change.Sequence), _past?.All);

    /// <summary>The states one after another: from which day each held, and by which changes it came about.</summary>
    /// <param name="knownAt">As far as was known at this moment; now when not given.</param>
    public IReadOnlyList<HistoryPeriod> Timeline(DateTimeOffset? knownAt = null)
    {
        DateTimeOffset known = knownAt ?? DateTimeOffset.MaxValue;
        List<HistoryPeriod> periods = [new(null, StateAt(DateOnly.MinValue, known), [])];
        foreach (IGrouping<DateOnly, HistoryEntry> day in _byValidity
            .Where(entry => entry.Change.RecordedAt <= known && !entry.Fields.IsEmpty && !IsTakenBack(entry.Change.Id, known))
            .GroupBy(entry => entry.Change.ValidFrom))
        {
            periods.Add(new HistoryPeriod(day.Key, StateAt(day.Key, known), [.. day.Select(entry => entry.Change)]));
        }

        return periods;
    }

    private bool Stands(HistoryEntry entry) => !IsTakenBack(entry.Change.Id);

    // Before its first recorded effect a field said what that effect found; a field that no change touched says what it says now.
    private static RegistrationContent Baseline(RegistrationContent present, ImmutableArray<HistoryEntry> bySequence)
    {
        bool[] known = new bool[RegisterFields.Count];
        List<FieldChange> found = [];
        foreach (FieldChange change in bySequence.SelectMany(entry => entry.Fields))
        {
            if (!known[(int)change.Field])
            {
                known[(int)change.Field] = true;
                found.Add(change with { New = change.Old });
            }
        }

        return present.With(found);
    }
}

/// <summary>A time during which a registration said the same.</summary>
/// <param name="From">Its first day; null for what held before every recorded change.</param>
/// <param name="Content">What it said.</param>
/// <param name="Changes">The changes that became true on the first day.</param>
public sealed record HistoryPeriod(DateOnly? From, RegistrationContent Content, IReadOnlyList<Change> Changes);
