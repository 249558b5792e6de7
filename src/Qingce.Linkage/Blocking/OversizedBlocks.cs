namespace Qingce.Linkage;

/// <summary>
/// The blocks of the passes made so far that were too large to be compared whole. Says of a pair that shares a key whether
/// that key already brought it together, which lets every pair be compared once.
/// </summary>
internal sealed class OversizedBlocks<TRow, TKernel>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly HashSet<ulong>[] _oversized;
    private readonly IReadOnlyList<BlockingPass> _passes;
    private readonly TKernel _kernel;

    public OversizedBlocks(IReadOnlyList<BlockingPass> passes, TKernel kernel)
    {
        _passes = passes;
        _kernel = kernel;
        _oversized = [.. passes.Select(_ => new HashSet<ulong>())];
    }

    /// <summary>Parts the blocks of a pass that are too large, and remembers them.</summary>
    /// <param name="pass">0-based pass.</param>
    /// <param name="table">Its entries.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="largest">Most rows of a block that are compared each with each.</param>
    /// <returns>The parts that are small enough, and how many blocks and pairs are concerned.</returns>
    public (List<(ulong Key, int[] Rows)> Parts, long Blocks, long NotCompared) Part(
        int pass, KeyTable<TRow, TKernel> table, TRow[] rows, int largest)
    {
        var parts = new List<(ulong, int[])>();
        long blocks = 0, left = 0;
        for (var partition = 0; partition < table.Partitions; partition++)
        {
            var keys = table.Keys(partition);
            for (int from = 0, to; from < keys.Length; from = to)
            {
                to = from + 1;
                while (to < keys.Length && keys[to] == keys[from])
                {
                    to++;
                }

                if (to - from > largest)
                {
                    blocks++;
                    var before = parts.Count;
                    Split(pass, 0, keys[from], keys[from], table.Rows(partition)[from..to].ToArray(), rows, largest, parts);
                    left += PairsOf(to - from) - parts.Skip(before).Sum(p => PairsOf(p.Item2.Length));
                }
            }
        }

        return (parts, blocks, left);
    }

    /// <summary>True when two rows that share <paramref name="key"/> (mixed) in a pass are in one compared block of it.</summary>
    public bool Together(int pass, ulong key, in TRow a, in TRow b)
    {
        var oversized = _oversized[pass];
        if (oversized.Count == 0 || !oversized.Contains(key))
        {
            return true;
        }

        for (var depth = 0; depth < _passes[pass].Splits; depth++)
        {
            var split = _kernel.SplitKey(pass, depth, in a);
            if (split != _kernel.SplitKey(pass, depth, in b))
            {
                return false;
            }

            key = KeyMix.Of(key, split);
            if (!oversized.Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    private static long PairsOf(long rows) => rows * (rows - 1) / 2;

    private void Split(
        int pass, int depth, ulong blockKey, ulong key, int[] members, TRow[] rows, int largest, List<(ulong Key, int[] Rows)> parts)
    {
        _oversized[pass].Add(key);
        if (depth == _passes[pass].Splits)
        {
            return;
        }

        var keys = Array.ConvertAll(members, row => KeyMix.Of(key, _kernel.SplitKey(pass, depth, in rows[row])));
        Array.Sort(keys, members);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            if (to - from > largest)
            {
                Split(pass, depth + 1, blockKey, keys[from], members[from..to], rows, largest, parts);
            }
            else if (to - from > 1)
            {
                parts.Add((blockKey, members[from..to]));
            }
        }
    }
}
