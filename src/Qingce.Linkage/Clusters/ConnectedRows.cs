namespace Qingce.Linkage;

/// <summary>Rows that hang together by pairs.</summary>
public static class ConnectedRows
{
    /// <summary>Numbers each row by the smallest row it is connected with, itself when there is none.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="pairs">The pairs, in any order.</param>
    public static int[] Of(int rows, IEnumerable<(int Left, int Right)> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentNullException.ThrowIfNull(pairs);
        var parents = Enumerable.Range(0, rows).ToArray();
        foreach (var (left, right) in pairs)
        {
            var (a, b) = (RootOf(parents, left), RootOf(parents, right));
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }

        // A parent is never larger than its row, so one run in order reaches every root.
        for (var row = 0; row < rows; row++)
        {
            parents[row] = parents[parents[row]];
        }

        return parents;
    }

    private static int RootOf(int[] parents, int row)
    {
        while (parents[row] != row)
        {
            parents[row] = parents[parents[row]];
            row = parents[row];
        }

        return row;
    }
}
