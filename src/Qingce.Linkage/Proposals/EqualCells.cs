namespace Qingce.Linkage;

/// <summary>Rows of a sample that have one value in a column.</summary>
internal static class EqualCells
{
    /// <summary>For each value of several rows these rows, in no order; values in the order of their cells, missing ones left out.</summary>
    /// <param name="cells">The cells of the column.</param>
    public static IEnumerable<ArraySegment<int>> Of(ulong[] cells)
    {
        int[] rows = [.. Enumerable.Range(0, cells.Length).Where(row => cells[row] != Cell.Missing)];
        var keys = Array.ConvertAll(rows, row => cells[row]);
        Array.Sort(keys, rows);
        for (int from = 0, to; from < rows.Length; from = to)
        {
            to = from + 1;
            while (to < rows.Length && keys[to] == keys[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                yield return new ArraySegment<int>(rows, from, to - from);
            }
        }
    }
}
