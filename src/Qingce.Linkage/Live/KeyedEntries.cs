using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>Keys with values, in any order.</summary>
internal sealed class KeyedEntries
{
    private readonly List<ulong> _keys = [];
    private readonly List<int> _values = [];

    public ReadOnlySpan<ulong> Keys => CollectionsMarshal.AsSpan(_keys);

    public ReadOnlySpan<int> Values => CollectionsMarshal.AsSpan(_values);

    public void Add(ulong key, int value)
    {
        _keys.Add(key);
        _values.Add(value);
    }

    public void Add(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> values)
    {
        _keys.AddRange(keys);
        _values.AddRange(values);
    }
}

/// <summary>Keys with values by key: partitioned by the highest bits of the keys, and each partition sorted in the cache.</summary>
internal sealed class SortedEntries
{
    private const int EntriesPerPartition = 2048;
    private const int EntriesPerBucket = 4;

    /// <summary>Sorts entries.</summary>
    /// <param name="chunks">The entries, in parts.</param>
    /// <param name="tidy">Puts the values of one key in order; called from several threads. Null to leave them as they come.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    public SortedEntries(IReadOnlyList<KeyedEntries> chunks, Action<Span<int>>? tidy, int threads)
    {
        var total = chunks.Sum(c => c.Keys.Length);
        var bits = Math.Clamp((int)ulong.Log2((ulong)Math.Max(1, total / EntriesPerPartition)) + 1, 1, 14);
        var shift = 64 - bits;
        var places = new int[chunks.Count][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, chunks.Count, parallel, chunk => places[chunk] = CountsOf(chunks[chunk].Keys, shift));
        var starts = Lay(places, 1 << bits);
        (Keys, Values) = (new ulong[total], new int[total]);
        Parallel.For(0, chunks.Count, parallel, chunk =>
        {
            var keys = chunks[chunk].Keys;
            var values = chunks[chunk].Values;
            var at = places[chunk];
            for (var i = 0; i < keys.Length; i++)
            {
                var place = at[(int)(keys[i] >> shift)]++;
                Keys[place] = keys[i];
                Values[place] = values[i];
            }
        });
        Parallel.For(0, 1 << bits, parallel, partition =>
        {
            var length = starts[partition + 1] - starts[partition];
            var keys = Keys.AsSpan(starts[partition], length);
            var values = Values.AsSpan(starts[partition], length);
            keys.Sort(values);
            Tidy(keys, values, tidy);
        });
        Count = total;
    }

    /// <summary>The keys, ascending.</summary>
    public ulong[] Keys { get; }

    /// <summary>The value of each key.</summary>
    public int[] Values { get; }

    public int Count { get; private set; }

    /// <summary>Adds up the values of each key, and leaves out those that come to nothing.</summary>
    public void Sum()
    {
        var kept = 0;
        for (int from = 0, to; from < Count; from = to)
        {
            var sum = 0;
            for (to = from; to < Count && Keys[to] == Keys[from]; to++)
            {
                sum += Values[to];
            }

            if (sum != 0)
            {
                (Keys[kept], Values[kept]) = (Keys[from], sum);
                kept++;
            }
        }

        Count = kept;
    }

    /// <summary>Writes the three sections that <see cref="KeyedValues"/> reads.</summary>
    public void Write(PagedWriter writer)
    {
        var bits = Math.Max(1, (int)ulong.Log2((ulong)Math.Max(1, Count / EntriesPerBucket)) + 1);
        var ends = new uint[(1 << bits) + 1];
        var bucket = 0;
        for (var i = 0; i < Count; i++)
        {
            for (var own = (int)(Keys[i] >> (64 - bits)); bucket < own;)
            {
                ends[++bucket] = (uint)i;
            }
        }

        while (bucket < 1 << bits)
        {
            ends[++bucket] = (uint)Count;
        }

        writer.WriteSection<uint>(ends);
        writer.WriteSection<ulong>(Keys.AsSpan(0, Count));
        writer.WriteSection<int>(Values.AsSpan(0, Count));
    }

    private static int[] CountsOf(ReadOnlySpan<ulong> keys, int shift)
    {
        var counts = new int[1 << (64 - shift)];
        foreach (var key in keys)
        {
            counts[(int)(key >> shift)]++;
        }

        return counts;
    }

    private static int[] Lay(int[][] counts, int partitions)
    {
        var starts = new int[partitions + 1];
        var place = 0;
        for (var partition = 0; partition < partitions; partition++)
        {
            starts[partition] = place;
            foreach (var chunk in counts)
            {
                (place, chunk[partition]) = (place + chunk[partition], place);
            }
        }

        starts[partitions] = place;
        return starts;
    }

    private static void Tidy(Span<ulong> keys, Span<int> values, Action<Span<int>>? tidy)
    {
        for (int from = 0, to; tidy is not null && from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }

            if (to - from > 1)
            {
                tidy(values[from..to]);
            }
        }
    }
}
