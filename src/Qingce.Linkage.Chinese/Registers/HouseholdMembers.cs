namespace Qingce.Linkage.Chinese;

/// <summary>The rows of each household, one after another.</summary>
internal sealed class HouseholdMembers
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    private HouseholdMembers(int[] starts, int[] rows)
    {
        _starts = starts;
        _rows = rows;
    }

    public static HouseholdMembers Of(PersonColumns columns)
    {
        if (columns.Households.IsEmpty)
        {
            return new([0], []);
        }

        var households = columns.Households.Span;
        var last = -1;
        foreach (var household in households)
        {
            last = Math.Max(last, household);
        }

        var starts = new int[last + 2];
        foreach (var household in households)
        {
            if (household >= 0)
            {
                starts[household + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var rows = new int[starts[^1]];
        var at = starts.AsSpan(0, last + 1).ToArray();
        for (var row = 0; row < households.Length; row++)
        {
            if (households[row] >= 0)
            {
                rows[at[households[row]]++] = row;
            }
        }

        return new(starts, rows);
    }

    /// <summary>The rows of a household; none for -1.</summary>
    public ReadOnlySpan<int> this[int household] =>
        household < 0 || household >= _starts.Length - 1
            ? []
            : _rows.AsSpan(_starts[household], _starts[household + 1] - _starts[household]);
}
