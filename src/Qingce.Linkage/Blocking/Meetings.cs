namespace Qingce.Linkage;

/// <summary>Says whether a pass brought two rows together, from their keys. For any number of threads.</summary>
internal sealed class Meetings(IBlockRows rows, OversizedBlocks oversized)
{
    private const int MostKeys = 64;

    /// <summary>Whether any block of a pass was parted, so that sharing a key is not enough.</summary>
    public bool IsParted(int pass) => oversized.Any(pass);

    /// <summary>True when two rows share a key of a pass by which they were compared.</summary>
    public bool Met(int pass, int left, int right) => Met(pass, left, right, ulong.MaxValue);

    /// <summary>True when two rows share a key of a pass that comes before another of it, by which they were compared.</summary>
    /// <param name="pass">0-based.</param>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    /// <param name="before">A key, or more than any key is.</param>
    public bool Met(int pass, int left, int right, ulong before)
    {
        Span<uint> mine = stackalloc uint[MostKeys];
        Span<uint> others = stackalloc uint[MostKeys];
        mine = mine[..rows.Keys(pass, left, mine)];
        others = others[..rows.Keys(pass, right, others)];
        foreach (var key in mine)
        {
            if (key < before && others.Contains(key) && oversized.Together(pass, key, left, right))
            {
                return true;
            }
        }

        return false;
    }
}
