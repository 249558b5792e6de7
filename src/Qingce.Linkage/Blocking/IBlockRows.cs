namespace Qingce.Linkage;

/// <summary>Rows as blocking sees them: how many there are, and their keys. Called from several threads at once.</summary>
internal interface IBlockRows
{
    int Count { get; }

    /// <summary>Whether a pass brings every row together with every other one, whatever their number: its one block is never parted.</summary>
    bool IsOfAllRows(int pass);

    /// <summary>Most keys that one row has in a pass, 1 or more.</summary>
    int MostKeys(int pass);

    /// <summary>Writes the key of each of some consecutive rows in a pass in which a row has one at most; 0 for none.</summary>
    void KeyOfEach(int pass, int from, Span<uint> keys);

    /// <summary>Writes the keys of a row, in 32 bits (<see cref="KeyMix.Fold"/>).</summary>
    /// <param name="pass">0-based.</param>
    /// <param name="row">0-based.</param>
    /// <param name="keys">Room for <see cref="MostKeys"/>; keys are not 0, none twice.</param>
    /// <returns>How many there are.</returns>
    int Keys(int pass, int row, Span<uint> keys);

    /// <summary>A further key by which the rows of an oversized block are parted.</summary>
    ulong SplitKey(int pass, int depth, int row);
}

/// <summary>What is done with the blocks. One visitor a thread and pass.</summary>
internal interface IBlockVisitor
{
    /// <summary>Pairs compared so far.</summary>
    long Compared { get; }

    /// <summary>Takes blocks; each pair of rows of one block is to be compared, or each of its first rows with each of the others.</summary>
    /// <param name="rows">The rows of the blocks one after the other, ascending within a block.</param>
    /// <param name="blocks">The blocks, two rows or more each.</param>
    void Visit(ReadOnlySpan<int> rows, ReadOnlySpan<Block> blocks);
}

/// <summary>Rows that share a key.</summary>
/// <param name="Key">The key that they share.</param>
/// <param name="Start">Where its rows begin.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Apart">How many of them, the first, meet those after them and not each other, as these do not; 0 where each meets each.</param>
internal readonly record struct Block(uint Key, int Start, int Length, int Apart = 0)
{
    /// <summary>The first row that meets one before it.</summary>
    public int FirstMeeting => Start + Math.Max(1, Apart);

    /// <summary>The end of the rows from <see cref="Start"/> on that meet a row.</summary>
    public int EndOfMet(int row) => Apart > 0 ? Start + Apart : row;
}
