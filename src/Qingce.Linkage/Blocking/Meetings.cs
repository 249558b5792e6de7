namespace Qingce.Linkage;

/// <summary>Says whether a pass brought two rows together, from their keys. For any number of threads.</summary>
internal sealed class Meetings(IBlockRows rows, KeyTable table, OversizedBlocks oversized)
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
    /// <param name="before">A key as <see cref="KeyTable.Short"/> gives it.</param>
    public bool Met(int pass, int left, int right, ulong before)
    {
        Span<ulong> mine = stackalloc ulong[MostKeys];
        Span<ulong> others = stackalloc ulong[MostKeys];
        mine = mine[..rows.Keys(pass, left, mine)];
        others = others[..rows.Keys(pass, right, others)];
        foreach (var key in mine)
        {
            if (others.Contains(key) && table.Short(key) is var kept && kept < before && oversized.Together(pass, kept, left, right))
            {
                return true;
            }
        }

        return false;
    }
}
