using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// All (key, row) entries of a pass in eight bytes each, partitioned by the highest bits of the key: the next 32 bits of the key above,
/// the row below. The memory is used again by the next pass.
/// </summary>
internal sealed class KeyTable
{
    private const int EntriesPerPartition = 4096;
    private const int MostBits = 14;
    private const int RowsPerChunk = 1 << 14;
    private readonly IBlockRows _rows;
    private readonly ParallelOptions _parallel;
    private readonly int _bits;
    private ulong[] _keys = [];
    private ulong[] _entries = [];
    private int[] _starts = [];

    public KeyTable(IBlockRows rows, ParallelOptions parallel)
    {
        _rows = rows;
        _parallel = parallel;
        _bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, rows.Count / EntriesPerPartition)) + 1, 1, MostBits);
    }

    public int Partitions => _starts.Length - 1;

    public int Count => _starts[^1];

    /// <summary>The entries of a partition. Their order within it is that of the rows.</summary>
    public Span<ulong> Entries(int partition) => _entries.AsSpan(_starts[partition], _starts[partition + 1] - _starts[partition]);

    /// <summary>The key of an entry, as <see cref="Short"/> gives it.</summary>
    public static ulong KeyOf(int partition, ulong entry) => (ulong)partition << 32 | entry >> 32;

    /// <summary>What the table keeps of a key: so many bits that two keys of a run are hardly ever taken for one.</summary>
    public ulong Short(ulong key) => KeyMix.Of(key) >> (32 - _bits);

    public void Fill(int pass)
    {
        var partitions = 1 << _bits;
        var chunks = Math.Max(1, (_rows.Count + RowsPerChunk - 1) / RowsPerChunk);
        var perChunk = chunks;
        while (perChunk > 256)
        {
            perChunk = (perChunk + 1) / 2;
        }

        var size = (int)((_rows.Count + (long)perChunk - 1) / perChunk);
        var counts = new int[perChunk][];
        if (_rows.MostKeys(pass) == 1)
        {
            FillOne(pass, partitions, counts, size);
        }
        else
        {
            FillMany(pass, partitions, counts, size);
        }
    }

    private void FillOne(int pass, int partitions, int[][] counts, int size)
    {
        if (_keys.Length < _rows.Count)
        {
            _keys = GC.AllocateUninitializedArray<ulong>(_rows.Count);
        }

        var keys = _keys;
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            var (from, to) = Range(chunk, size);
            counts[chunk] = new int[partitions];
            for (var at = from; at < to; at += RowsPerChunk)
            {
                var some = keys.AsSpan(at, Math.Min(RowsPerChunk, to - at));
                _rows.KeyOfEach(pass, at, some);
                MixAndCount(some, counts[chunk], 64 - _bits);
            }
        });
        Lay(counts, partitions);
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            var (from, to) = Range(chunk, size);
            Scatter(keys.AsSpan(from, Math.Max(0, to - from)), from, counts[chunk], _entries, _bits);
        });
    }

    private void FillMany(int pass, int partitions, int[][] counts, int size)
    {
        var most = _rows.MostKeys(pass);
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            Span<ulong> keys = stackalloc ulong[most];
            var mine = new int[partitions];
            var (from, to) = Range(chunk, size);
            for (var row = from; row < to; row++)
            {
                var found = _rows.Keys(pass, row, keys);
                for (var i = 0; i < found; i++)
                {
                    mine[(int)(KeyMix.Of(keys[i]) >> (64 - _bits))]++;
                }
            }

            counts[chunk] = mine;
        });
        Lay(counts, partitions);
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            Span<ulong> keys = stackalloc ulong[most];
            var (from, to) = Range(chunk, size);
            for (var row = from; row < to; row++)
            {
                var found = _rows.Keys(pass, row, keys);
                for (var i = 0; i < found; i++)
                {
                    var kept = Short(keys[i]);
                    _entries[counts[chunk][(int)(kept >> 32)]++] = kept << 32 | (uint)row;
                }
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MixAndCount(Span<ulong> keys, int[] counts, int shift)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var mixed = KeyMix.Of(keys[i]);
                keys[i] = mixed | 1;
                counts[(int)(mixed >> shift)]++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<ulong> mixed, int row, int[] places, ulong[] entries, int bits)
    {
        for (var i = 0; i < mixed.Length; i++, row++)
        {
            var key = mixed[i];
            if (key != 0)
            {
                entries[places[(int)(key >> (64 - bits))]++] = key >> (32 - bits) << 32 | (uint)row;
            }
        }
    }

    private (int From, int To) Range(int chunk, int size) =>
        ((int)Math.Min(_rows.Count, (long)chunk * size), (int)Math.Min(_rows.Count, (chunk + 1L) * size));

    private void Lay(int[][] counts, int partitions)
    {
        _starts = new int[partitions + 1];
        var place = 0;
        for (var partition = 0; partition < partitions; partition++)
        {
            _starts[partition] = place;
            foreach (var mine in counts)
            {
                (place, mine[partition]) = (place + mine[partition], place);
            }
        }

        _starts[partitions] = place;
        if (_entries.Length < place)
        {
            _entries = GC.AllocateUninitializedArray<ulong>(place);
        }
    }
}
