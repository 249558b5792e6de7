using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// What a registration said before this register kept its own history, by its past changes. They tell of the world and bind nobody: the register's own changes lie
/// over them, and what a file of the register says holds from the last past change on, whatever that one made.
/// </summary>
internal sealed class PastStates(ImmutableArray<PastChange> changes)
{
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
        if (known.FirstOrDefault(change => change.Field is null) is { } registered && registered.ChangedOn > day)
        {
            return RegistrationContent.Empty;
        }

        RegistrationContent content = baseline;
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
}
