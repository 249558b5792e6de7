namespace Qingce.Linkage;

/// <summary>
/// Pairs of rows that are hardly ever one entity, for the estimation of u. They are taken by a hash of the rows' content, so that
/// neither the order of rows nor chance has a say.
/// </summary>
public static class RandomPairs
{
    /// <summary>Counts the patterns of random pairs.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="kernel">Compares them.</param>
    /// <param name="hash">A hash of the content of a row.</param>
    /// <param name="pairs">About how many pairs to take.</param>
    public static PatternCounts Count<TRow, TKernel>(TRow[] rows, TKernel kernel, Func<TRow, ulong> hash, long pairs)
        where TRow : unmanaged
        where TKernel : struct, IPairKernel<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(hash);
        var counts = new PatternCounts();
        var keys = Array.ConvertAll(rows, row => hash(row));
        var order = Enumerable.Range(0, rows.Length).ToArray();
        Array.Sort(keys, order);
        var quarter = rows.Length / 4;
        var distances = (int)Math.Clamp(pairs / Math.Max(1, rows.Length), 1, Math.Max(1, quarter));

        // Equal rows lie side by side in this order; pairs a quarter to a half of the table apart are strangers.
        for (var k = 0; k < distances && quarter > 0; k++)
        {
            var apart = quarter + (int)((long)k * quarter / distances);
            for (var i = 0; i + apart < order.Length; i++)
            {
                var (left, right) = (Math.Min(order[i], order[i + apart]), Math.Max(order[i], order[i + apart]));
                var pattern = kernel.Compare(in rows[left], in rows[right]);
                counts.Add(kernel.Hopeless(pattern) ? pattern : kernel.Refine(left, right, pattern));
            }
        }

        return counts;
    }
}
