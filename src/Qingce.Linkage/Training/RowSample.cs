using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Rows taken by a hash of their content: the same whatever their order.</summary>
internal static class RowSample
{
    private const int RowsPerTask = 1 << 14;

    /// <summary>About so many rows, or all where there are fewer, in the order of their hashes.</summary>
    public static int[] Of(LinkTable table, int most, ParallelOptions parallel)
    {
        var limit = table.Rows <= most ? ulong.MaxValue : (ulong)(most / (double)table.Rows * ulong.MaxValue);
        var tasks = (table.Rows + RowsPerTask - 1) / RowsPerTask;
        var parts = new (List<ulong> Hashes, List<int> Rows)[tasks];
        Parallel.For(0, tasks, parallel, task =>
        {
            parts[task] = ([], []);
            for (var row = task * RowsPerTask; row < Math.Min(table.Rows, (task + 1) * RowsPerTask); row++)
            {
                if (HashOf(table.Row(row)) is var hash && hash <= limit)
                {
                    parts[task].Hashes.Add(hash);
                    parts[task].Rows.Add(row);
                }
            }
        });
        ulong[] hashes = [.. parts.SelectMany(p => p.Hashes)];
        int[] rows = [.. parts.SelectMany(p => p.Rows)];
        Array.Sort(hashes, rows);
        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong HashOf(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            unchecked
            {
                hash = (hash ^ word) * 0x9FB21C651E98DF25UL;
                hash ^= hash >> 29;
            }
        }

        return KeyMix.Of(hash);
    }
}
