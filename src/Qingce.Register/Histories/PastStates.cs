using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// What a registration said before this register kept its own history, by its past changes and by the days that its files name. They tell of the world and bind
/// nobody: the register's own changes lie over them, and what a file of the register says holds from the last past change on, whatever that one made.
/// </summary>
internal sealed class PastStates(ImmutableArray<PastChange> changes)
{
    private static readonly ImmutableArray<RegisterField> Cancellation = [RegisterField.CancelledOn, RegisterField.CancelledFor, RegisterField.MovedOutTo];

    private readonly ImmutableArray<PastChange> _byDay = [.. changes.Where(change => change.ChangedOn is not null).OrderBy(change => change.ChangedOn)];

    /// <summary>All past changes, in the order of their days, those without a day last.</summary>
    public ImmutableArray<PastChange> All { get; } = [.. changes.OrderBy(change => change.ChangedOn ?? DateOnly.MaxValue)];

    /// <summary>What was said on a day under every change of this register.</summary>
    /// <param name="baseline">What was said before the first change of this register.</param>
    /// <param name="delivered">What the files of the register said last.</param>
    /// <param name="day">The day.</param>
    /// <param name="knownAt">As far as was known at this moment.</param>
    public RegistrationContent On(RegistrationContent baseline, RegistrationContent delivered, DateOnly day, DateTimeOffset knownAt)
    {
        ImmutableArray<PastChange> known = [.. _byDay.Where(change => change.RecordedAt <= knownAt)];
        if (FirstDay(baseline, known) > day)
        {
            return RegistrationContent.Empty;
        }

        RegistrationContent content = baseline.CancelledOn > day ? baseline.With(Cancellation.Select(field => new FieldChange(field, baseline[field], ""))) : baseline;
        // A registration is shown under the id it has, whatever it was called before.
        foreach (IGrouping<RegisterField, PastChange> changes in known.Where(change => change.Field > RegisterField.RegistrationId).GroupBy(change => change.Field!.Value))
        {
            if (changes.FirstOrDefault(change => change.ChangedOn > day) is { } next)
            {
                content = content.With(changes.Key, next.Old);
            }
            else if (changes.Last() is var last && last.New == delivered[changes.Key])
            {
                content = content.With(changes.Key, last.New);
            }
        }

        return content;
    }

    /// <summary>
    /// The register's own changes that are to be shown, in the order in which they became true. A file tells of a cancellation later than it happened: what it says of
    /// that is shown from the day it names, and all that it says from the day that it describes.
    /// </summary>
    public static IEnumerable<HistoryEntry> Shown(IEnumerable<HistoryEntry> byValidity) => byValidity
        .SelectMany(entry => EarlierCancellation(entry) is { } earlier ? [earlier, entry] : new[] { entry }).OrderBy(entry => entry.Change.ValidFrom);

    private static HistoryEntry? EarlierCancellation(HistoryEntry entry)
    {
        if (entry.Change.Kind != ChangeKind.Delivery || entry.Fields.Any(change => change.Field == RegisterField.RegistrationId))
        {
            return null;
        }

        ImmutableArray<FieldChange> cancels = [.. entry.Fields.Where(change => Cancellation.Contains(change.Field))];
        return RegistrationContent.Empty.With(cancels).CancelledOn is { } day && day < entry.Change.ValidFrom
            ? new HistoryEntry(entry.Change with { ValidFrom = day }, cancels)
            : null;
    }

    // The day of the act by which the person came onto the register; else the day that the file names, unless something had changed before it.
    private static DateOnly? FirstDay(RegistrationContent baseline, ImmutableArray<PastChange> known)
    {
        if (known.FirstOrDefault(change => change.Field is null) is { } registered)
        {
            return registered.ChangedOn;
        }

        DateOnly? born = baseline.BirthDate.Earliest;
        DateOnly? named = baseline.RegisteredOn ?? baseline.MovedInOn ?? born;
        return known.FirstOrDefault(change => change.ChangedOn < named) is { } earlier ? (earlier.Old.Length > 0 ? born : earlier.ChangedOn) : named;
    }
}
