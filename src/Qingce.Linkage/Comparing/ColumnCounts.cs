using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Qingce.Linkage;

/// <summary>
/// How often each value of a column occurs. Values are parted by a hash so that each part is counted in the cache; what occurs once is not
/// kept. Immutable, for any number of threads.
/// </summary>
internal sealed class ColumnCounts
{
    private const int ValuesPerPart = 4096;
    private const int MostBits = 14;
    private const int Chunks = 64;
    private readonly int _bits;
    private readonly int[] _starts;
    private readonly Place[] _places;
    private Counted[] _counted = [];

    private ColumnCounts(int rows)
    {
        _bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, rows / ValuesPerPart)) + 1, 1, MostBits);
        _starts = new int[(1 << _bits) + 1];
        _places = new Place[1 << _bits];
    }

    /// <summary>Rows that have a value.</summary>
    public int Present => _starts[^1];

    /// <summary>Counts a column.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="column">0-based.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="mixed">Room for a value of each row, to be used again for the next column.</param>
    /// <param name="parted">As much room.</param>
    public static ColumnCounts Of(LinkTable table, int column, int threads, ulong[] mixed, ulong[] parted)
    {
        var made = new ColumnCounts(table.Rows);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var places = new int[Chunks][];
        Parallel.For(0, Chunks, parallel, chunk =>
        {
            var (from, to) = Range(table.Rows, chunk);
            places[chunk] = new int[1 << made._bits];
            Mix(table.Words[(from * table.Width)..], table.Width, column + 1, mixed.AsSpan(from, to - from), places[chunk], 64 - made._bits);
        });
        made.Lay(places);
        Parallel.For(0, Chunks, parallel, chunk =>
        {
            var (from, to) = Range(table.Rows, chunk);
            Scatter(mixed.AsSpan(from, to - from), parted, places[chunk], 64 - made._bits);
        });
        var parts = new Counted[made._places.Length][];
        Parallel.For(0, parts.Length, parallel, () => new EntryOrder(), (part, _, order) =>
        {
            parts[part] = made.CountPart(part, parted, order);
            return order;
        }, _ => { });
        made.Join(parts);
        return made;
    }

    /// <summary>Asks for what <see cref="Count"/> will look at, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong cell)
    {
        if (Sse.IsSupported && cell != Cell.Missing)
        {
            var value = KeyMix.Of(cell);
            var (start, mask) = _places[(int)(value >> (64 - _bits))];
            Sse.Prefetch0(Unsafe.AsPointer(ref _counted[start + (int)(value & (uint)mask)]));
        }
    }

    /// <summary>How many rows have this value; 0 for missing, 1 for any value of the table that only one has.</summary>
    public int Count(ulong cell)
    {
        if (cell == Cell.Missing)
        {
            return 0;
        }

        var value = KeyMix.Of(cell);
        var (start, mask) = _places[(int)(value >> (64 - _bits))];
        var counted = _counted;
        for (var at = (int)(value & (uint)mask); ; at = at + 1 & mask)
        {
            ref readonly var its = ref counted[start + at];
            if (its.Value == value || its.Value == 0)
            {
                return its.Value == 0 ? 1 : its.Count;
            }
        }
    }

    private static (int From, int To) Range(int rows, int chunk) =>
        ((int)((long)rows * chunk / Chunks), (int)((long)rows * (chunk + 1) / Chunks));

    private static void Mix(ReadOnlySpan<ulong> words, int width, int at, Span<ulong> mixed, int[] counts, int shift)
    {
        for (var i = 0; i < mixed.Length; i++, at += width)
        {
            var cell = words[at];
            mixed[i] = cell == 0 ? 0 : KeyMix.Of(cell);
            if (cell != 0)
            {
                counts[(int)(mixed[i] >> shift)]++;
            }
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> mixed, ulong[] parted, int[] places, int shift)
    {
        foreach (var value in mixed)
        {
            if (value != 0)
            {
                parted[places[(int)(value >> shift)]++] = value;
            }
        }
    }

    private void Lay(int[][] places)
    {
        var place = 0;
        for (var part = 0; part < _places.Length; part++)
        {
            _starts[part] = place;
            foreach (var mine in places)
            {
                (place, mine[part]) = (place + mine[part], place);
            }
        }

        _starts[^1] = place;
    }

    // Sorting is as quick as hashing where most values occur once, and has no bad case.
    private Counted[] CountPart(int part, ulong[] parted, EntryOrder order)
    {
        var values = order.Of(parted.AsSpan(_starts[part], _starts[part + 1] - _starts[part]), _bits);
        var repeated = 0;
        for (var i = 1; i < values.Length; i++)
        {
            repeated += values[i] == values[i - 1] && (i == 1 || values[i] != values[i - 2]) ? 1 : 0;
        }

        var room = (int)BitOperations.RoundUpToPowerOf2((uint)(repeated + repeated / 2 + 2));
        var kept = new Counted[room];
        for (int from = 0, to; from < values.Length; from = to)
        {
            to = from + 1;
            while (to < values.Length && values[to] == values[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                var at = (int)(values[from] & (uint)(room - 1));
                while (kept[at].Value != 0)
                {
                    at = at + 1 & room - 1;
                }

                kept[at] = new Counted(values[from], to - from);
            }
        }

        return kept;
    }

    private void Join(Counted[][] parts)
    {
        _counted = LargePages.Allocate<Counted>(parts.Sum(p => p.Length));
        for (int part = 0, start = 0; part < parts.Length; start += parts[part++].Length)
        {
            parts[part].CopyTo(_counted, start);
            _places[part] = new Place(start, parts[part].Length - 1);
        }
    }

    private readonly record struct Place(int Start, int Mask);

    private readonly record struct Counted(ulong Value, int Count);
}
