namespace Qingce.Linkage;

/// <summary>Finds the blocks of a partition and hands them on, many at a time. Scratch memory of one thread.</summary>
internal sealed class PartitionBlocks(KeyTable table, int largest)
{
    private const int Together = 1024;
    private readonly EntryOrder _order = new();
    private readonly List<Block> _blocks = [];
    private int[] _rows = new int[2 * Together];

    /// <summary>The blocks found to be too large, with their rows.</summary>
    public List<(uint Key, int[] Rows)> Large { get; } = [];

    public void Visit(int partition, IBlockVisitor visitor)
    {
        var ordered = _order.Of(table.Entries(partition));
        var filled = 0;
        for (int from = 0, to; from < ordered.Length; from = to)
        {
            var key = ordered[from] >> 32;
            to = from + 1;
            while (to < ordered.Length && ordered[to] >> 32 == key)
            {
                to++;
            }

            var length = to - from;
            if (length == 1)
            {
                continue;
            }

            if (length > largest)
            {
                Large.Add((table.KeyOf(partition, ordered[from]), RowsOf(ordered[from..to], new int[length])));
                continue;
            }

            if (filled + length > _rows.Length)
            {
                Array.Resize(ref _rows, (filled + length) * 2);
            }

            RowsOf(ordered[from..to], _rows.AsSpan(filled));
            _blocks.Add(new Block(table.KeyOf(partition, ordered[from]), filled, length));
            filled += length;
            if (filled >= Together)
            {
                Hand(visitor, ref filled);
            }
        }

        Hand(visitor, ref filled);
    }

    private static int[] RowsOf(ReadOnlySpan<ulong> entries, int[] rows)
    {
        RowsOf(entries, rows.AsSpan());
        return rows;
    }

    private static void RowsOf(ReadOnlySpan<ulong> entries, Span<int> rows)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            rows[i] = (int)(uint)(entries[i] & uint.MaxValue);
        }
    }

    private void Hand(IBlockVisitor visitor, ref int filled)
    {
        if (_blocks.Count > 0)
        {
            visitor.Visit(_rows.AsSpan(0, filled), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks));
            _blocks.Clear();
            filled = 0;
        }
    }
}
