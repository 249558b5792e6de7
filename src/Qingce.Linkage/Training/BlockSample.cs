namespace Qingce.Linkage;

/// <summary>
/// Patterns of the pairs of some blocks of each pass. Blocks are taken by a hash of their key, whole, so that neither the order of rows nor
/// the number of threads has a say; of a very large one some pairs, by a hash of their content.
/// </summary>
internal sealed class BlockSample
{
    private const int MostEntries = 200_000;
    private const long MostPairs = 80_000;
    private const long PairsOfBlock = MostPairs / 16;
    private const int SmallTable = 2000;
    private const int RowsPerTask = 1 << 14;
    private const ulong Salt = 0xA0761D6478BD642F;
    private readonly TableRows _rows;
    private readonly RowGrader _grader;
    private readonly Meetings _meetings;
    private readonly ParallelOptions _parallel;
    private readonly int _largest;

    // Of a small table every pair counts: a sample of its few matches would be too small to learn from.
    private readonly long _mostPairs;
    private readonly long _pairsOfBlock;

    public BlockSample(
        TableRows rows, RowGrader grader, IReadOnlyList<BlockingPass> passes, SearchOptions options, ParallelOptions parallel)
    {
        _rows = rows;
        _grader = grader;
        _meetings = new Meetings(_rows, new OversizedBlocks(passes, _rows));
        _parallel = parallel;
        _largest = options.LargestBlock;
        (_mostPairs, _pairsOfBlock) = rows.Count <= SmallTable ? (long.MaxValue, long.MaxValue - 1) : (MostPairs, PairsOfBlock);
    }

    /// <summary>Counts the pairs of a pass.</summary>
    /// <param name="pass">0-based.</param>
    /// <param name="candidates">To this are added the pairs that no earlier pass has, as many as there would be in all blocks.</param>
    /// <returns>The patterns of the sampled pairs.</returns>
    public PatternCounts Count(int pass, PatternCounts candidates)
    {
        var (entries, share) = Entries(pass);
        var rows = Array.ConvertAll(entries, entry => (int)(uint)(entry & uint.MaxValue));
        var blocks = new List<Block>();
        var pairs = 0L;
        for (int from = 0, to; from < entries.Length; from = to)
        {
            to = from + 1;
            while (to < entries.Length && entries[to] >> 32 == entries[from] >> 32)
            {
                to++;
            }

            if (to - from > 1 && to - from <= _largest)
            {
                blocks.Add(new Block((uint)(entries[from] >> 32), from, to - from));
                pairs += Math.Min(_pairsOfBlock, (to - from) * (to - from - 1L) / 2);
            }

            if (pairs >= _mostPairs && to < entries.Length)
            {
                share *= ((entries[from] >> 32) + 1d) / uint.MaxValue;
                break;
            }
        }

        var (alone, first) = (new PatternCounts(), new PatternCounts());
        Parallel.For(
            0,
            blocks.Count,
            _parallel,
            () => new Counter(this, pass),
            (block, _, counter) =>
            {
                counter.Add(blocks[block].Key, rows.AsSpan(blocks[block].Start, blocks[block].Length));
                return counter;
            },
            counter =>
            {
                lock (alone)
                {
                    alone.Add(counter.Alone);
                    first.Add(counter.First);
                }
            });
        foreach (var (pattern, count) in first.Ordered())
        {
            candidates.Add(pattern, (long)Math.Round(count / share));
        }

        return alone;
    }

    // The rows of the chosen keys: 32 bits of another hash of the key above, by which they are in order, and the row below.
    private (ulong[] Entries, double Share) Entries(int pass)
    {
        var share = Math.Min(1, MostEntries / (double)_rows.Count);
        var limit = share < 1 ? (ulong)(share * ulong.MaxValue) : ulong.MaxValue;
        var tasks = (_rows.Count + RowsPerTask - 1) / RowsPerTask;
        var parts = new List<ulong>[tasks];
        var most = _rows.MostKeys(pass);
        Parallel.For(0, tasks, _parallel, () => new uint[Math.Max(RowsPerTask, most)], (task, _, keys) =>
        {
            var from = task * RowsPerTask;
            var count = Math.Min(RowsPerTask, _rows.Count - from);
            parts[task] = new List<ulong>(most == 1 ? (int)(count * share) : count);
            if (most == 1)
            {
                _rows.KeyOfEach(pass, from, keys.AsSpan(0, count));
            }

            for (var i = 0; i < count; i++)
            {
                foreach (var key in most == 1 ? keys.AsSpan(i, 1) : keys.AsSpan(0, _rows.Keys(pass, from + i, keys)))
                {
                    if (key != 0 && KeyMix.Of(key ^ Salt) is var hash && hash <= limit)
                    {
                        parts[task].Add(PlaceOf(hash) << 32 | (uint)(from + i));
                    }
                }
            }

            return keys;
        }, _ => { });
        return (new EntryOrder().Of([.. parts.SelectMany(p => p)]).ToArray(), share);
    }

    private static ulong PlaceOf(ulong hash) => KeyMix.Of(hash) >> 32;

    /// <summary>Counts pairs. Scratch memory of one thread.</summary>
    private sealed class Counter(BlockSample sample, int pass)
    {
        private readonly Members _members = new(sample._rows.Table, sample._rows.Sketches, sample._rows.RuleKeys);
        private readonly PairMemo _memo = sample._grader.Memo();
        private readonly EarlierRules _earlier = new(sample._rows, pass, sample._meetings);
        private readonly uint[] _mine = new uint[sample._rows.MostKeys(pass)];
        private readonly uint[] _others = new uint[sample._rows.MostKeys(pass)];
        private ulong _place;

        public PatternCounts Alone { get; } = new();

        public PatternCounts First { get; } = new();

        public void Add(ulong place, ReadOnlySpan<int> rows)
        {
            _place = place;
            _members.Gather(rows);
            var pairs = rows.Length * (rows.Length - 1L) / 2;
            var stride = pairs <= sample._pairsOfBlock ? 1UL : (ulong)((pairs + sample._pairsOfBlock - 1) / sample._pairsOfBlock);
            for (var i = 1; i < rows.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (stride == 1 || IsTaken(i, j, stride))
                    {
                        Add(i, j, (long)stride);
                    }
                }
            }
        }

        // Mixed after adding: rows of one content would otherwise all be taken, and each count for as many as the stride.
        private bool IsTaken(int i, int j, ulong stride) =>
            KeyMix.Of(unchecked(RowSample.HashOf(_members.WordsOf(i)) + RowSample.HashOf(_members.WordsOf(j)))) % stride == 0;

        // Rows that share several keys count in the block of one of them, whichever blocks are in the sample.
        private bool IsFirstShared(int left, int right)
        {
            var mine = _mine.AsSpan(0, sample._rows.Keys(pass, left, _mine));
            var others = _others.AsSpan(0, sample._rows.Keys(pass, right, _others));
            var first = ulong.MaxValue;
            foreach (var key in mine)
            {
                first = others.Contains(key) ? Math.Min(first, PlaceOf(KeyMix.Of(key ^ Salt))) : first;
            }

            return first == _place;
        }

        private void Add(int i, int j, long weight)
        {
            var equal = RowGrader.Equal(_members, i, j, out var present);
            if (_mine.Length > 1 && !IsFirstShared(_members.Row(i), _members.Row(j)))
            {
                return;
            }

            var pattern = sample._grader.Pattern(_members, i, j, _memo);
            Alone.Add(pattern, weight);
            if (!_earlier.HaveMet(_members, i, j, equal, present))
            {
                First.Add(pattern, weight);
            }
        }
    }
}
