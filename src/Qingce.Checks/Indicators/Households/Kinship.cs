using Qingce.Checks.Facts;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Households;

/// <summary>
/// Who is said by some source to be related to whom: spouses, mother and child, adopter, guardian, by citizen number. Only links of people
/// who matter are kept: those who joined a household, and the members of a household somebody joined. People who are not on the register
/// count too, by their numbers, so that two children of one mother are found to be siblings.
/// </summary>
internal sealed class Kinship
{
    private readonly RegisterStore _register;
    private readonly RowSet _relevant;
    private readonly RowSet _adopted;
    private readonly Lanes<(ulong Person, ulong Relative)> _lanes;
    private (ulong Person, ulong Relative)[] _links = [];

    public Kinship(RegisterStore register, int threads)
    {
        _register = register;
        _relevant = new RowSet(register.Count);
        _adopted = new RowSet(register.Count);
        _lanes = new Lanes<(ulong, ulong)>(threads);
        for (int row = 0; row < register.Count; row++)
        {
            if (register.RegisteredFor[row] == RegistrationReason.JoinedRelatives || register.MovedInFor[row] == RegistrationReason.JoinedRelatives)
            {
                foreach (int member in register.Members(register.Households[row]))
                {
                    _relevant.Add(member);
                }
            }
        }
    }

    /// <summary>Whether some source records an adoption of the registration's person.</summary>
    public bool IsAdopted(int row) => _adopted.Contains(row);

    public void Fold(SourceBatch batch)
    {
        ReadOnlySpan<int> rows = batch.Rows;
        ReadOnlySpan<int> counterparts = batch.CounterpartRows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (batch.Kinds[i] == EventKind.Adopted && batch.Statuses[i] != SourceStatus.Void)
            {
                for (int row = rows[i]; row >= 0; row = _register.NextSameNumber(row))
                {
                    _adopted.Add(row);
                }
            }

            ulong person = batch.Numbers[i];
            ulong relative = batch.CounterpartNumbers[i];
            if (person == 0 || relative == 0 || batch.Statuses[i] == SourceStatus.Void)
            {
                continue;
            }

            if ((rows[i] >= 0 && _relevant.Contains(rows[i])) || (counterparts[i] >= 0 && _relevant.Contains(counterparts[i])))
            {
                _lanes.Add(batch.Lane, (person, relative));
                _lanes.Add(batch.Lane, (relative, person));
            }
        }
    }

    public void Settle() => _links = _lanes.Sorted(static (left, right) => left.CompareTo(right));

    /// <summary>Whether two people are linked, directly or through one other person.</summary>
    public bool AreRelated(CitizenNumber one, CitizenNumber other)
    {
        if (one.IsNone || other.IsNone)
        {
            return false;
        }

        foreach ((_, ulong relative) in Of(one.Packed))
        {
            if (relative == other.Packed)
            {
                return true;
            }

            foreach ((_, ulong further) in Of(other.Packed))
            {
                if (further == relative)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ReadOnlySpan<(ulong Person, ulong Relative)> Of(ulong person)
    {
        int start = LowerBound(person);
        int end = start;
        while (end < _links.Length && _links[end].Person == person)
        {
            end++;
        }

        return _links.AsSpan(start, end - start);
    }

    private int LowerBound(ulong person)
    {
        int low = 0;
        int high = _links.Length;
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            if (_links[middle].Person < person)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
