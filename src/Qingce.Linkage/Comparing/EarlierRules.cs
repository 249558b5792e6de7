using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// Says of a pair whether an earlier rule brought it together: by the keys that the rows share, and only of rules with several keys a row or
/// with parted blocks by asking. Immutable, for any number of threads.
/// </summary>
internal sealed class EarlierRules
{
    private readonly Meetings _meetings;
    private readonly ulong _certain;
    private readonly (int Rule, ulong Slot, uint Whole, uint Present)[] _asked;

    public EarlierRules(TableRows rows, int pass, Meetings meetings)
    {
        _meetings = meetings;
        var asked = new List<(int, ulong, uint, uint)>();
        for (var rule = 0; rule < pass; rule++)
        {
            var slot = rows.RuleKeys.SlotOf(rule) is >= 0 and var at ? 1UL << at : 0;
            if (slot != 0 && !meetings.IsParted(rule))
            {
                _certain |= slot;
            }
            else
            {
                asked.Add((rule, slot, rows.Blocking.Whole(rule), rows.Blocking.Derived(rule)));
            }
        }

        _asked = [.. asked];
    }

    /// <summary>Whether an earlier rule brought all members of a run together, as far as their keys alone tell.</summary>
    /// <param name="members">Gathered with keys.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public bool HaveAllMet(Members members, int first, int count)
    {
        if (_certain == 0)
        {
            return false;
        }

        for (var i = first + 1; i < first + count; i++)
        {
            for (var j = first; j < i; j++)
            {
                if ((members.SharedKeys(j, i) & _certain) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether an earlier rule brought two members together.</summary>
    /// <param name="members">The gathered rows.</param>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    /// <param name="equal">The columns in which they have equal values.</param>
    /// <param name="present">The columns in which both have a value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HaveMet(Members members, int left, int right, uint equal, uint present) =>
        (_certain != 0 && (members.SharedKeys(left, right) & _certain) != 0)
        || (_asked.Length > 0 && Asked(members, left, right, equal, present));

    private bool Asked(Members members, int left, int right, uint equal, uint present)
    {
        foreach (var (rule, slot, whole, derived) in _asked)
        {
            var may = slot != 0 ? (members.SharedKeys(left, right) & slot) != 0 : (equal & whole) == whole && (present & derived) == derived;
            if (may && _meetings.Met(rule, members.Row(left), members.Row(right)))
            {
                return true;
            }
        }

        return false;
    }
}
