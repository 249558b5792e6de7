namespace Qingce.Linkage;

/// <summary>
/// Goes through the pairs of a block, each once in the whole search: a pair that an earlier pass, or a smaller key of this one,
/// brought together is passed over. Scratch memory of one thread.
/// </summary>
internal sealed class BlockPairs<TRow, TKernel>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly TKernel _kernel;
    private readonly TRow[] _all;
    private readonly OversizedBlocks<TRow, TKernel> _oversized;
    private readonly int _pass;
    private readonly int _firstPass;
    private readonly int _mostKeys;
    private readonly int _slotsPerRow;
    private TRow[] _members = new TRow[64];
    private ulong[] _slots = [];

    /// <summary>Makes the scratch memory for a pass.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="kernel">Gives their keys.</param>
    /// <param name="oversized">The blocks that were parted.</param>
    /// <param name="pass">0-based pass.</param>
    /// <param name="alone">True to count the pairs of earlier passes again.</param>
    public BlockPairs(TRow[] rows, TKernel kernel, OversizedBlocks<TRow, TKernel> oversized, int pass, bool alone)
    {
        _all = rows;
        _kernel = kernel;
        _oversized = oversized;
        _pass = pass;
        _firstPass = alone ? pass : 0;
        _mostKeys = kernel.MostKeys;
        _slotsPerRow = pass == _firstPass && _mostKeys == 1 ? 0 : (pass - _firstPass + 1) * _mostKeys;
    }

    /// <summary>Pairs handed to a visitor so far.</summary>
    public long Compared { get; private set; }

    /// <summary>Hands all pairs of a partition's small enough blocks to the visitor.</summary>
    public void VisitPartition<TVisitor>(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, int largest, ref TVisitor visitor)
        where TVisitor : IPairVisitor<TRow>
    {
        for (int from = 0, to; from < keys.Length; from = to)
        {
            var key = keys[from];
            to = from + 1;
            while (to < keys.Length && keys[to] == key)
            {
                to++;
            }

            if (to - from > 1 && to - from <= largest)
            {
                VisitBlock(key, rows[from..to], ref visitor);
            }
        }
    }

    /// <summary>Hands all pairs of a block to the visitor.</summary>
    public void VisitBlock<TVisitor>(ulong key, ReadOnlySpan<int> rows, ref TVisitor visitor)
        where TVisitor : IPairVisitor<TRow>
    {
        Gather(rows);
        var members = _members;
        for (var i = 1; i < rows.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (_slotsPerRow > 0 && Met(key, i, j))
                {
                    continue;
                }

                Compared++;
                if (rows[i] < rows[j])
                {
                    visitor.Visit(rows[i], rows[j], in members[i], in members[j]);
                }
                else
                {
                    visitor.Visit(rows[j], rows[i], in members[j], in members[i]);
                }
            }
        }
    }

    private void Gather(ReadOnlySpan<int> rows)
    {
        if (_members.Length < rows.Length)
        {
            _members = new TRow[rows.Length * 2];
        }

        if (_slots.Length < rows.Length * _slotsPerRow)
        {
            _slots = new ulong[rows.Length * _slotsPerRow * 2];
        }

        for (var i = 0; i < rows.Length; i++)
        {
            _members[i] = _all[rows[i]];
        }

        if (_slotsPerRow == 0)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var slots = _slots.AsSpan(i * _slotsPerRow, _slotsPerRow);
            slots.Clear();
            for (var pass = _firstPass; pass <= _pass; pass++)
            {
                _kernel.Keys(pass, in _members[i], slots.Slice((pass - _firstPass) * _mostKeys, _mostKeys));
            }
        }
    }

    private bool Met(ulong key, int i, int j)
    {
        var mine = _slots.AsSpan(i * _slotsPerRow, _slotsPerRow);
        var other = _slots.AsSpan(j * _slotsPerRow, _slotsPerRow);
        for (int pass = _firstPass, at = 0; pass <= _pass; pass++, at += _mostKeys)
        {
            for (var x = at; x < at + _mostKeys && mine[x] != 0; x++)
            {
                for (var y = at; y < at + _mostKeys && other[y] != 0; y++)
                {
                    if (mine[x] == other[y] && MetBy(pass, KeyMix.Of(mine[x]), key, i, j))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool MetBy(int pass, ulong shared, ulong key, int i, int j) =>
        (pass < _pass || shared < key) && _oversized.Together(pass, shared, in _members[i], in _members[j]);
}
