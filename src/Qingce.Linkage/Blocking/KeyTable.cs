using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// All (key, row) entries of a pass in eight bytes each, partitioned by the highest bits of the key: the other bits of the key above, the row
/// below. The memory is used again by the next pass; the keys themselves are asked for twice rather than kept.
/// </summary>
internal sealed class KeyTable
{
    private const int EntriesPerPartition = 4096;
    private const int MostBits = 14;
    private const int RowsPerChunk = 1 << 14;
    private readonly IBlockRows _rows;
    private readonly ParallelOptions _parallel;
    private readonly int _bits;
    private readonly WordRoom _room;
    private ulong[] _entries = [];
    private int[] _starts = [];

    /// <param name="rows">The rows.</param>
    /// <param name="room">Room for the entries, which nothing else uses meanwhile.</param>
    /// <param name="parallel">Threads to use.</param>
    public KeyTable(IBlockRows rows, WordRoom room, ParallelOptions parallel)
    {
        _room = room;
        _rows = rows;
        _parallel = parallel;
        _bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, rows.Count / EntriesPerPartition)) + 1, 1, MostBits);
    }

    public int Partitions => _starts.Length - 1;

    public int Count => _starts[^1];

    /// <summary>The entries of a partition. Their order within it is that of the rows.</summary>
    public Span<ulong> Entries(int partition) => _entries.AsSpan(_starts[partition], _starts[partition + 1] - _starts[partition]);

    /// <summary>The key of an entry.</summary>
    public uint KeyOf(int partition, ulong entry) => (uint)partition << (32 - _bits) | (uint)(entry >> 32) >> _bits;

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
        ForEachKey(pass, counts.Length, size, (chunk, _, keys) => CountEach(keys, counts[chunk] ??= new int[partitions], 32 - _bits));
        Lay(counts, partitions);
        ForEachKey(pass, counts.Length, size, (chunk, row, keys) => Scatter(keys, row, counts[chunk], _entries, _bits));
    }

    private void ForEachKey(int pass, int chunks, int size, Action<int, int, ReadOnlySpan<uint>> work) =>
        Parallel.For(0, chunks, _parallel, () => new uint[Math.Min(RowsPerChunk, size)], (chunk, _, keys) =>
        {
            var (from, to) = Range(chunk, size);
            for (var at = from; at < to || at == from; at += RowsPerChunk)
            {
                var some = keys.AsSpan(0, Math.Clamp(to - at, 0, RowsPerChunk));
                _rows.KeyOfEach(pass, at, some);
                work(chunk, at, some);
            }

            return keys;
        }, _ => { });

    private void FillMany(int pass, int partitions, int[][] counts, int size)
    {
        var most = _rows.MostKeys(pass);
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            Span<uint> keys = stackalloc uint[most];
            var mine = new int[partitions];
            var (from, to) = Range(chunk, size);
            for (var row = from; row < to; row++)
            {
                var found = _rows.Keys(pass, row, keys);
                for (var i = 0; i < found; i++)
                {
                    mine[(int)(keys[i] >> (32 - _bits))]++;
                }
            }

            counts[chunk] = mine;
        });
        Lay(counts, partitions);
        Parallel.For(0, counts.Length, _parallel, chunk =>
        {
            Span<uint> keys = stackalloc uint[most];
            var (from, to) = Range(chunk, size);
            for (var row = from; row < to; row++)
            {
                var found = _rows.Keys(pass, row, keys);
                for (var i = 0; i < found; i++)
                {
                    _entries[counts[chunk][(int)(keys[i] >> (32 - _bits))]++] = Entry(keys[i], row, _bits);
                }
            }
        });
    }

    private static void CountEach(ReadOnlySpan<uint> keys, int[] counts, int shift)
    {
        foreach (var key in keys)
        {
            if (key != 0)
            {
                counts[(int)(key >> shift)]++;
            }
        }
    }

    private static void Scatter(ReadOnlySpan<uint> keys, int row, int[] places, ulong[] entries, int bits)
    {
        foreach (var key in keys)
        {
            if (key != 0)
            {
                entries[places[(int)(key >> (32 - bits))]++] = Entry(key, row, bits);
            }

            row++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Entry(uint key, int row, int bits) => (ulong)(key << bits) << 32 | (uint)row;

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
        _entries = _room.Of(place);
    }
}
