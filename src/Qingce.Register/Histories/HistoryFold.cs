using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// Lays changes over what a registration said before them. From the day of an officer's word on a field on, no file has a say on that field, whenever it was
/// delivered. What a change keeps of a value that gave way is what does give way, also where the change found another one, since taken back.
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
        foreach (HistoryEntry entry in byValidity)
        {
            if (entry.Change.Kind == ChangeKind.Delivery)
            {
                state = state.With(decided.Count == 0 ? entry.Fields : entry.Fields.Where(change => !decided.Contains(change.Field)));
                continue;
            }

            if (IsAnOfficersWord(entry.Change.Kind))
            {
                decided.UnionWith(entry.Fields.Select(change => change.Field));
            }

            state = Over(state, entry.Fields);
        }

        return state;
    }

    /// <summary>Whether a change of a kind is decided by a person, and not brought by a file or a new code of a division.</summary>
    public static bool IsAnOfficersWord(ChangeKind kind) => kind is not (ChangeKind.Delivery or ChangeKind.DivisionChange);

    private static RegistrationContent Over(RegistrationContent state, ImmutableArray<FieldChange> fields)
    {
        RegistrationContent over = state.With(fields);
        FieldChange name = Find(fields, RegisterField.Name);
        FieldChange formerName = Find(fields, RegisterField.FormerName);
        if (formerName.New is { Length: > 0 } && formerName.New == name.Old && state.Name != name.Old)
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
