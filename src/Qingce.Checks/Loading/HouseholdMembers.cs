namespace Qingce.Checks.Loading;

/// <summary>Turns the household of each row into the rows of each household, by counting.</summary>
internal static class HouseholdMembers
{
    /// <summary>Where each household begins in the list of rows, and that list; rows ascend within a household.</summary>
    public static (int[] Starts, int[] Rows) Of(int[] households, int count)
    {
        int[] starts = new int[count + 1];
        foreach (int household in households)
        {
            starts[household + 1]++;
        }

        for (int i = 1; i <= count; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] rows = new int[households.Length];
        int[] next = starts[..count];
        for (int row = 0; row < households.Length; row++)
        {
            rows[next[households[row]]++] = row;
        }

        return (starts, rows);
    }
}
