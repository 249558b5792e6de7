namespace Qingce.Checks.Registrations;

/// <summary>
/// The living registrations of one household, taken out of the store for checks that look at them together. Used again for the next
/// household.
/// </summary>
internal sealed class HouseholdRows
{
    private int[] _rows = new int[16];
    private RegistrationRow[] _members = new RegistrationRow[16];
    private int _count;

    /// <summary>Their rows, in the order of the files.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>Their values, at the same positions.</summary>
    public ReadOnlySpan<RegistrationRow> Members => _members.AsSpan(0, _count);

    /// <summary>Takes the next household.</summary>
    public void Take(RegisterStore register, int household)
    {
        ReadOnlySpan<int> all = register.Members(household);
        if (_rows.Length < all.Length)
        {
            _rows = new int[all.Length * 2];
            _members = new RegistrationRow[all.Length * 2];
        }

        _count = 0;
        foreach (int row in all)
        {
            if (register.IsLiving(row))
            {
                _rows[_count] = row;
                _members[_count++] = register.Row(row);
            }
        }
    }
}
