namespace Qingce.Linkage;

/// <summary>
/// The blocks of the passes made so far that were too large to be compared whole. Says of a pair that shares a key whether
/// that key already brought it together, which lets every pair be compared once.
/// </summary>
internal sealed class OversizedBlocks
{
    private readonly HashSet<ulong>[] _oversized;
    private readonly IReadOnlyList<BlockingPass> _passes;
    private readonly IBlockRows _rows;

    public OversizedBlocks(IReadOnlyList<BlockingPass> passes, IBlockRows rows)
    {
        _passes = passes;
        _rows = rows;
        _oversized = [.. passes.Select(_ => new HashSet<ulong>())];
    }

    /// <summary>Whether any block of a pass was too large.</summary>
    public bool Any(int pass) => _oversized[pass].Count > 0;

    /// <summary>Parts a block that is too large, and remembers it. From one thread.</summary>
    /// <param name="pass">0-based pass.</param>
    /// <param name="key">The block's key.</param>
    /// <param name="members">Its rows; their order is changed.</param>
    /// <param name="largest">Most rows of a block that are compared each with each.</param>
    /// <param name="parts">The parts that are small enough are added.</param>
    /// <returns>How many pairs are not compared.</returns>
    public long Part(int pass, uint key, int[] members, int largest, List<(uint Key, int[] Rows)> parts)
    {
        var before = parts.Count;
        Split(pass, 0, key, key, members, largest, parts);
        return PairsOf(members.Length) - parts.Skip(before).Sum(p => PairsOf(p.Rows.Length));
    }

    /// <summary>True when two rows that share a key in a pass are in one compared block of it.</summary>
    public bool Together(int pass, uint blockKey, int left, int right)
    {
        var oversized = _oversized[pass];
        ulong key = blockKey;
        if (oversized.Count == 0 || !oversized.Contains(key))
        {
            return true;
        }

        for (var depth = 0; depth < _passes[pass].Splits; depth++)
        {
            var split = _rows.SplitKey(pass, depth, left);
            if (split != _rows.SplitKey(pass, depth, right))
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

    private void Split(int pass, int depth, uint blockKey, ulong key, int[] members, int largest, List<(uint Key, int[] Rows)> parts)
    {
        _oversized[pass].Add(key);
        if (depth == _passes[pass].Splits)
        {
            return;
        }

        var keys = Array.ConvertAll(members, row => KeyMix.Of(key, _rows.SplitKey(pass, depth, row)));
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
                Split(pass, depth + 1, blockKey, keys[from], members[from..to], largest, parts);
            }
            else if (to - from > 1)
            {
                var part = members[from..to];
                Array.Sort(part);
                parts.Add((blockKey, part));
            }
        }
    }
}
