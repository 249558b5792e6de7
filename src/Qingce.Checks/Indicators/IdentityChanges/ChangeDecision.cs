using Qingce.Checks.Sources;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.IdentityChanges;

/// <summary>The causes of I02; the value less one is the number of the cause.</summary>
internal enum ChangeCause : byte
{
    None,
    NameTooOften,
    BirthTooOften,
    NumberTooOften,
    TogetherTooOften,
    AgeMoved,
    BeforeSettlement,
    BeforeExam,
}

/// <summary>A cause with the change it rests on.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Change">Position of the change; the last of a series.</param>
/// <param name="First">Position of the first change of a series; the change itself otherwise.</param>
/// <param name="Value">How many changes, the age crossed, or the day of the deadline.</param>
internal readonly record struct ChangeSuspicion(ChangeCause Cause, int Change, int First, int Value);

/// <summary>I02 on the changes of one registration.</summary>
internal static class ChangeDecision
{
    // Ages at which rights begin or end: work and card, majority, marriage, retirement.
    private static readonly int[] AgesThatMatter = [16, 18, 22, 60];

    /// <summary>Decides on one registration.</summary>
    /// <param name="changes">Its changes of name, birth date and number, sorted.</param>
    /// <param name="settlements">Days on which it was settled by points, as a talent, by work, by a home or by study.</param>
    /// <param name="exams">Days of admission to a senior school or above.</param>
    /// <param name="settings">The parameters of its province.</param>
    /// <param name="found">Takes what is found: at most one suspicion a cause.</param>
    public static void Decide(
        ReadOnlySpan<IdentityChange> changes,
        ReadOnlySpan<int> settlements,
        ReadOnlySpan<int> exams,
        in ChangeSettings settings,
        List<ChangeSuspicion> found)
    {
        int window = (int)(settings.WindowMonths * 30.44);
        TooOften(changes, ChangeCause.NameTooOften, ChangedField.Name, settings.NameChanges, window, found);
        TooOften(changes, ChangeCause.BirthTooOften, ChangedField.BirthDate, settings.BirthChanges, window, found);
        TooOften(changes, ChangeCause.NumberTooOften, ChangedField.CitizenNumber, settings.NumberChanges, window, found);
        TooOften(changes, ChangeCause.TogetherTooOften, ChangedField.None, settings.IdentityChanges, window, found);
        AgeMoved(changes, settings.BirthShiftDays, found);
        Before(changes, settlements, settings.DeadlineDays, ChangeCause.BeforeSettlement, found);
        Before(changes, exams, settings.DeadlineDays, ChangeCause.BeforeExam, found);
    }

    /// <summary>The age that a change of birth date moved the person across on the day of the change; 0 for none.</summary>
    /// <param name="oldBirth">yyyyMMdd before.</param>
    /// <param name="newBirth">yyyyMMdd after.</param>
    /// <param name="day">The day of the change.</param>
    /// <param name="shiftDays">Smaller shifts do not count.</param>
    public static int AgeCrossed(int oldBirth, int newBirth, int day, int shiftDays)
    {
        if (!DayNumber.TryFromCode(oldBirth, out DateOnly before) || !DayNumber.TryFromCode(newBirth, out DateOnly after)
            || Math.Abs(before.DayNumber - after.DayNumber) < shiftDays
            || BirthDate.IsLunarTwin(BirthDate.Of(before), BirthDate.Of(after)))
        {
            return 0;
        }

        DateOnly on = DayNumber.ToDate(day);
        foreach (int age in AgesThatMatter)
        {
            if (Age.On(before, on) < age != Age.On(after, on) < age)
            {
                return age;
            }
        }

        return 0;
    }

    private static void TooOften(
        ReadOnlySpan<IdentityChange> changes, ChangeCause cause, ChangedField field, int limit, int window, List<ChangeSuspicion> found)
    {
        for (int first = 0; first < changes.Length; first++)
        {
            int count = 0;
            int last = first;
            for (int i = first; i < changes.Length && changes[i].Day <= changes[first].Day + window; i++)
            {
                // A new birth date brings a new number along: the changes of one day are one.
                bool counts = Counts(changes[i], field) && (count == 0 || changes[i].Day != changes[last].Day);
                count += counts ? 1 : 0;
                last = counts ? i : last;
            }

            if (count >= limit)
            {
                found.Add(new ChangeSuspicion(cause, last, first, count));
                return;
            }
        }
    }

    private static void AgeMoved(ReadOnlySpan<IdentityChange> changes, int shiftDays, List<ChangeSuspicion> found)
    {
        for (int i = 0; i < changes.Length; i++)
        {
            int age = AgeCrossed(changes[i].OldBirth, changes[i].NewBirth, changes[i].Day, shiftDays);
            if (age != 0)
            {
                found.Add(new ChangeSuspicion(ChangeCause.AgeMoved, i, i, age));
                return;
            }
        }
    }

    private static void Before(
        ReadOnlySpan<IdentityChange> changes, ReadOnlySpan<int> deadlines, int days, ChangeCause cause, List<ChangeSuspicion> found)
    {
        for (int i = 0; i < changes.Length; i++)
        {
            foreach (int deadline in deadlines)
            {
                if (!changes[i].IsWritingOnly && changes[i].Day <= deadline && deadline - changes[i].Day <= days)
                {
                    found.Add(new ChangeSuspicion(cause, i, i, deadline));
                    return;
                }
            }
        }
    }

    private static bool Counts(in IdentityChange change, ChangedField field) =>
        !change.IsWritingOnly && (field == ChangedField.None || change.Field == field);
}
