using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// Lays changes over what a registration said before them. From the day of an officer's word on a field on, no file has a say on that field, whenever it was
/// delivered. What a change keeps of a value that gave way is what does give way, also where the change found another one, since taken back. A new code of a division
/// holds also for what was recorded before it, for a later day, in the old one.
/// </summary>
internal static class HistoryFold
{
    /// <summary>What comes of changes.</summary>
    /// <param name="before">What was said before all of them.</param>
    /// <param name="byValidity">Those that count, in the order in which they became true.</param>
    public static RegistrationContent Of(RegistrationContent before, IEnumerable<HistoryEntry> byValidity)
    {
        RegistrationContent state = before;
        HashSet<RegisterField> decided = [];
        List<HistoryEntry> recoded = [];
        foreach (HistoryEntry entry in byValidity)
        {
            state = entry.Change.Kind == ChangeKind.Delivery
                ? state.With(decided.Count == 0 ? entry.Fields : entry.Fields.Where(change => !decided.Contains(change.Field)))
                : Over(state, entry.Fields);
            decided.UnionWith(Decided(entry));
            if (entry.Change.Kind == ChangeKind.DivisionChange)
            {
                recoded.Add(entry);
            }
            else if (recoded.Count > 0 && Find(entry.Fields, RegisterField.Division).New is not null)
            {
                state = InNewCode(state, recoded.Where(code => code.Change.Sequence > entry.Change.Sequence));
            }
        }

        return state;
    }

    /// <summary>The fields on which an entry is an officer's word. That nothing is said where nothing was said is none.</summary>
    public static IEnumerable<RegisterField> Decided(HistoryEntry entry) => !IsAnOfficersWord(entry.Change.Kind) ? []
        : entry.Fields.Where(change => change.IsDifferent || change.New.Length > 0).Select(change => change.Field);

    /// <summary>Whether a change of a kind is decided by a person, and not brought by a file or a new code of a division.</summary>
    public static bool IsAnOfficersWord(ChangeKind kind) => kind is not (ChangeKind.Delivery or ChangeKind.DivisionChange);

    private static RegistrationContent InNewCode(RegistrationContent state, IEnumerable<HistoryEntry> recoded)
    {
        foreach (HistoryEntry entry in recoded)
        {
            FieldChange code = Find(entry.Fields, RegisterField.Division);
            if (code.New is not null && code.Old == state[RegisterField.Division])
            {
                state = state.With(RegisterField.Division, code.New);
            }
        }

        return state;
    }

    private static RegistrationContent Over(RegistrationContent state, ImmutableArray<FieldChange> fields)
    {
        RegistrationContent over = state.With(fields);
        FieldChange name = Find(fields, RegisterField.Name);
        FieldChange formerName = Find(fields, RegisterField.FormerName);
        if (name.IsDifferent && formerName.New is { Length: > 0 } && formerName.New == name.Old && state.Name != name.Old)
        {
            bool gaveWay = state.Name.Length > 0 && state.Name != name.New;
            over = over.With(RegisterField.FormerName, gaveWay ? state.Name : state[RegisterField.FormerName]);
        }

        FieldChange numbers = Find(fields, RegisterField.FormerNumbers);
        FieldChange number = Find(fields, RegisterField.CitizenNumber);
        bool foundOthers = numbers.New is not null
            && (state[RegisterField.FormerNumbers] != numbers.Old || (number.New is not null && state[RegisterField.CitizenNumber] != number.Old));
        return foundOthers
            ? over.With(RegisterField.FormerNumbers, Numbers(state, numbers, number))
            : over;
    }

    // The list is changed by what the change added and left out.
    private static string Numbers(RegistrationContent state, FieldChange numbers, FieldChange number)
    {
        string[] found = RegistrationContent.SplitNumbers(numbers.Old);
        string[] made = RegistrationContent.SplitNumbers(numbers.New);
        IEnumerable<string> added = made.Except(found)
            .Select(one => one == number.Old ? state[RegisterField.CitizenNumber] : one)
            .Where(one => one.Length > 0 && one != number.New);
        return string.Join(' ', RegistrationContent.SplitNumbers(state[RegisterField.FormerNumbers]).Except(found.Except(made)).Union(added));
    }

    private static FieldChange Find(ImmutableArray<FieldChange> fields, RegisterField field)
    {
        foreach (FieldChange change in fields)
        {
            if (change.Field == field)
            {
                return change;
            }
        }

        return default;
    }
}
