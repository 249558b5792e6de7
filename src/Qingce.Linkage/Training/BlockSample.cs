namespace Qingce.Linkage;

/// <summary>
/// Patterns of the pairs of some blocks of each pass. Blocks are taken by a hash of their key, whole, so that neither the order of rows nor
/// the number of threads has a say; of a very large one some pairs, by a hash of their content.
/// </summary>
internal sealed class BlockSample
{
    private const int FewestEntries = 100_000, MostEntries = 200_000;
    private const long FewestPairs = 40_000, MostPairs = 80_000;
    private const int LargeTable = 250_000;
    private const int PartOfBlock = 16;
    private const int SmallTable = 2000;
    private const int RowsPerTask = 1 << 14;
    private const int RowsOfBatch = 1024;
    private const ulong Salt = 0xA0761D6478BD642F;
    private readonly TableRows _rows;
    private readonly RowGrader _grader;
    private readonly Meetings _meetings;
    private readonly ParallelOptions _parallel;
    private readonly int _largest;
    private readonly int _passes;

    // Of a small table every pair counts: a sample of its few matches would be too small to learn from.
    private readonly long _mostPairs;
    private readonly long _pairsOfBlock;
    private readonly int _mostEntries;

    public BlockSample(
        TableRows rows, RowGrader grader, IReadOnlyList<BlockingPass> passes, SearchOptions options, ParallelOptions parallel)
    {
        _rows = rows;
        _grader = grader;
        _meetings = new Meetings(_rows, new OversizedBlocks(passes, _rows));
        _parallel = parallel;
        _largest = options.LargestBlock;
        _passes = passes.Count;
        // Of a large one half as many do as well: nearly all its true pairs are of levels that are seen often.
        _mostEntries = rows.Count < LargeTable ? MostEntries : FewestEntries;
        _mostPairs = rows.Count <= SmallTable ? long.MaxValue : rows.Count < LargeTable ? MostPairs : FewestPairs;
        _pairsOfBlock = rows.Count <= SmallTable ? long.MaxValue - 1 : _mostPairs / PartOfBlock;
    }

    /// <summary>Counts the pairs of each pass.</summary>
    /// <param name="candidates">To this are added the pairs that no earlier pass has, as many as there would be in all blocks.</param>
    /// <returns>The patterns of the sampled pairs of each pass.</returns>
    public PatternCounts[] Count(PatternCounts candidates)
    {
        var drawn = Drawn(out var share);
        var samples = new Sample[_passes];
        Parallel.For(0, _passes, _parallel, () => new EntryOrder(), (pass, _, order) =>
        {
            samples[pass] = SampleOf(order.Of(drawn[pass]), share);
            return order;
        }, _ => { });
        (int Pass, int From, int To)[] batches = [.. samples.SelectMany((sample, pass) => sample.Batches().Select(batch => (pass, batch.From, batch.To)))];
        var counted = samples.Select(_ => (Alone: new PatternCounts(), First: new PatternCounts())).ToArray();
        Parallel.For(
            0,
            batches.Length,
            _parallel,
            () => new Counter?[_passes],
            (at, _, counters) =>
            {
                var (pass, from, to) = batches[at];
                (counters[pass] ??= new Counter(this, pass)).Add(samples[pass].Rows, samples[pass].Blocks.AsSpan(from, to - from));
                return counters;
            },
            counters =>
            {
                lock (counted)
                {
                    foreach (var (pass, counter) in counters.Index().Where(c => c.Item is not null))
                    {
                        counted[pass].Alone.Add(counter!.Alone);
                        counted[pass].First.Add(counter.First);
                    }
                }
            });
        for (var pass = 0; pass < _passes; pass++)
        {
            foreach (var (pattern, count) in counted[pass].First.Ordered())
            {
                candidates.Add(pattern, (long)Math.Round(count / samples[pass].Share));
            }
        }

        return [.. counted.Select(c => c.Alone)];
    }

    private Sample SampleOf(ReadOnlySpan<ulong> entries, double share)
    {
        var (blocks, rows, pairs) = (new List<Block>(), new List<int>(), 0L);
        for (int from = 0, to; from < entries.Length; from = to)
        {
            to = from + 1;
            while (to < entries.Length && entries[to] >> 32 == entries[from] >> 32)
            {
                to++;
            }

            if (to - from > 1 && to - from <= _largest)
            {
                blocks.Add(new Block((uint)(entries[from] >> 32), rows.Count, to - from));
                foreach (var entry in entries[from..to])
                {
                    rows.Add((int)(uint)(entry & uint.MaxValue));
                }

                pairs += Math.Min(_pairsOfBlock, (to - from) * (to - from - 1L) / 2);
            }

            if (pairs >= _mostPairs && to < entries.Length)
            {
                share *= ((entries[from] >> 32) + 1d) / uint.MaxValue;
                entries = entries[..to];
            }
        }

        return new Sample([.. rows], [.. blocks], share);
    }

    // The rows of the chosen keys of each pass: 32 bits of another hash of the key above, by which they are ordered, and the row below. The keys of
    // a row lie side by side, so they are gone through once for all passes.
    private ulong[][] Drawn(out double share)
    {
        share = Math.Min(1, _mostEntries / (double)_rows.Count);
        var limit = share < 1 ? (ulong)(share * ulong.MaxValue) : ulong.MaxValue;
        var tasks = (_rows.Count + RowsPerTask - 1) / RowsPerTask;
        var parts = new ulong[_passes][][];
        for (var pass = 0; pass < _passes; pass++)
        {
            parts[pass] = new ulong[tasks][];
        }

        Parallel.For(
            0,
            tasks,
            _parallel,
            () => (Keys: new uint[Math.Max(RowsPerTask, RowBlocking.MostKeysOfRule)], Found: new List<ulong>()),
            (task, _, room) =>
            {
                var from = task * RowsPerTask;
                for (var pass = 0; pass < _passes; pass++)
                {
                    Draw(pass, from, Math.Min(RowsPerTask, _rows.Count - from), limit, room.Keys, room.Found);
                    parts[pass][task] = [.. room.Found];
                    room.Found.Clear();
                }

                return room;
            },
            _ => { });
        return Array.ConvertAll(parts, part => part.SelectMany(p => p).ToArray());
    }

    private void Draw(int pass, int from, int count, ulong limit, uint[] keys, List<ulong> found)
    {
        var isOne = _rows.MostKeys(pass) == 1;
        if (isOne)
        {
            _rows.KeyOfEach(pass, from, keys.AsSpan(0, count));
        }

        for (var i = 0; i < count; i++)
        {
            foreach (var key in isOne ? keys.AsSpan(i, 1) : keys.AsSpan(0, _rows.Keys(pass, from + i, keys)))
            {
                if (key != 0 && KeyMix.Of(key ^ Salt) is var hash && hash <= limit)
                {
                    found.Add(PlaceOf(hash) << 32 | (uint)(from + i));
                }
            }
        }
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

        public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<Block> blocks)
        {
            var first = blocks[0].Start;
            _members.Gather(rows[first..(blocks[^1].Start + blocks[^1].Length)]);
            foreach (var block in blocks)
            {
                _place = block.Key;
                Add(block.Start - first, block.Length);
            }
        }

        private void Add(int start, int length)
        {
            var pairs = length * (length - 1L) / 2;
            var stride = pairs <= sample._pairsOfBlock ? 1UL : (ulong)((pairs + sample._pairsOfBlock - 1) / sample._pairsOfBlock);
            for (var i = start + 1; i < start + length; i++)
            {
                sample._parallel.CancellationToken.ThrowIfCancellationRequested();
                for (var j = start; j < i; j++)
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

    /// <summary>The blocks of a pass that were chosen.</summary>
    /// <param name="Rows">Their rows, block after block.</param>
    /// <param name="Blocks">Where the rows of each stand.</param>
    /// <param name="Share">Of all keys, about.</param>
    private sealed record Sample(int[] Rows, Block[] Blocks, double Share)
    {
        // Blocks that are gathered together, from one to before another.
        public IEnumerable<(int From, int To)> Batches()
        {
            for (int from = 0, to; from < Blocks.Length; from = to)
            {
                to = from + 1;
                while (to < Blocks.Length && Blocks[to].Start + Blocks[to].Length - Blocks[from].Start <= RowsOfBatch)
                {
                    to++;
                }

                yield return (from, to);
            }
        }
    }
}
