namespace Qingce.Linkage;

/// <summary>
/// Scores the pairs of blocks by a kernel and keeps those that reach the threshold. A pair that an earlier pass, or a smaller key of
/// this one, brought together is passed over; what only refining tells is asked of pairs it can lift far enough.
/// </summary>
internal sealed class KernelVisitor<TRow, TKernel> : IBlockVisitor
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly TRow[] _all;
    private readonly TKernel _kernel;
    private readonly PatternWeights _weights;
    private readonly Meetings _meetings;
    private readonly double _threshold;
    private readonly double _worthRefining;
    private readonly int _pass;
    private readonly int[] _mostKeys;
    private readonly int _slotsPerRow;
    private TRow[] _members = new TRow[256];
    private ulong[] _slots = [];

    public KernelVisitor(TRow[] rows, TKernel kernel, PatternWeights weights, double threshold, int pass, Meetings meetings)
    {
        _all = rows;
        _kernel = kernel;
        _weights = weights;
        _meetings = meetings;
        _threshold = threshold;
        _worthRefining = threshold - weights.Ceiling(kernel.RefinedMask) - kernel.MostFrequency;
        _pass = pass;
        _mostKeys = [.. Enumerable.Range(0, pass + 1).Select(p => kernel.MostKeys(p))];
        _slotsPerRow = pass == 0 && _mostKeys[0] == 1 ? 0 : _mostKeys.Sum();
    }

    public FoundPairs Found { get; } = new();

    public long Compared { get; private set; }

    public void Visit(ReadOnlySpan<int> rows, ReadOnlySpan<Block> blocks)
    {
        Gather(rows);
        foreach (var block in blocks)
        {
            VisitBlock(rows, block);
        }
    }

    private void VisitBlock(ReadOnlySpan<int> rows, Block block)
    {
        var members = _members;
        for (var i = block.FirstMeeting; i < block.Start + block.Length; i++)
        {
            var end = block.EndOfMet(i);
            for (var j = block.Start; j < end; j++)
            {
                if (_slotsPerRow > 0 && Met(block.Key, i, j, rows))
                {
                    continue;
                }

                Compared++;
                Score(rows[j], rows[i], in members[j], in members[i]);
            }
        }
    }

    private void Score(int left, int right, in TRow leftRow, in TRow rightRow)
    {
        var pattern = _kernel.Compare(in leftRow, in rightRow);
        if (_kernel.Hopeless(pattern) || (_weights.Weight(pattern) < _worthRefining && !_kernel.Wanted(pattern)))
        {
            return;
        }

        pattern = _kernel.Refine(left, right, pattern);
        var weight = _weights.Weight(pattern) + _kernel.Frequency(left, right, pattern);
        if (weight >= _threshold || _kernel.Wanted(pattern))
        {
            Found.Add(new ScoredPair(left, right, weight, pattern));
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

        for (var i = 0; i < rows.Length && _slotsPerRow > 0; i++)
        {
            var slots = _slots.AsSpan(i * _slotsPerRow, _slotsPerRow);
            slots.Clear();
            for (int pass = 0, at = 0; pass <= _pass; at += _mostKeys[pass++])
            {
                _kernel.Keys(pass, in _members[i], slots.Slice(at, _mostKeys[pass]));
            }
        }
    }

    private bool Met(uint key, int i, int j, ReadOnlySpan<int> rows)
    {
        var mine = _slots.AsSpan(i * _slotsPerRow, _slotsPerRow);
        var others = _slots.AsSpan(j * _slotsPerRow, _slotsPerRow);
        for (int pass = 0, at = 0; pass <= _pass; at += _mostKeys[pass++])
        {
            if (pass == _pass && _mostKeys[pass] == 1)
            {
                return false;
            }

            for (var x = at; x < at + _mostKeys[pass] && mine[x] != 0; x++)
            {
                for (var y = at; y < at + _mostKeys[pass] && others[y] != 0; y++)
                {
                    if (mine[x] == others[y] && _meetings.Met(pass, rows[i], rows[j], pass < _pass ? ulong.MaxValue : key))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
