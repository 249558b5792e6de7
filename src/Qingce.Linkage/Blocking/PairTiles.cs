namespace Qingce.Linkage;

/// <summary>All pairs of some rows, in tiles: the rows are cut into runs, and each run meets itself and each later one.</summary>
internal sealed class PairTiles(int rows)
{
    private const int RunLength = 512;
    private readonly int _runs = (rows + RunLength - 1) / RunLength;

    /// <summary>Most rows of a tile.</summary>
    public const int MostRows = 2 * RunLength;

    /// <summary>Number of tiles.</summary>
    public int Count => (int)(_runs * (_runs + 1L) / 2);

    /// <summary>Writes the rows of a tile, ascending.</summary>
    /// <param name="tile">0-based.</param>
    /// <param name="into">Room for <see cref="MostRows"/>.</param>
    /// <returns>The rows as a block.</returns>
    public Block Fill(int tile, Span<int> into)
    {
        // Tile by tile the later run has as many runs before it, and itself.
        var later = (int)((Math.Sqrt(8d * tile + 1) - 1) / 2);
        while (later * (later + 1L) / 2 > tile)
        {
            later--;
        }

        while ((later + 1) * (later + 2L) / 2 <= tile)
        {
            later++;
        }

        var earlier = (int)(tile - later * (later + 1L) / 2);
        var apart = earlier == later ? 0 : Write(earlier, into);
        return new Block(0, 0, apart + Write(later, into[apart..]), apart);
    }

    private int Write(int run, Span<int> into)
    {
        var from = run * RunLength;
        var length = Math.Min(RunLength, rows - from);
        for (var i = 0; i < length; i++)
        {
            into[i] = from + i;
        }

        return length;
    }
}
