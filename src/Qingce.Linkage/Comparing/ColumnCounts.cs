using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    /// <param name="room">Room for a value of each row, used again for the next column.</param>
    public static ColumnCounts Of(LinkTable table, int column, int threads, WordRoom room)
    {
        var made = new ColumnCounts(table.Rows);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var places = new int[Chunks][];
        Parallel.For(0, Chunks, parallel, chunk =>
        {
            places[chunk] = new int[1 << made._bits];
            CountEach(CellsOf(table, column, chunk), table.Width, places[chunk], 64 - made._bits);
        });
        made.Lay(places);
        var parted = room.Of(made.Present);
        Parallel.For(0, Chunks, parallel, chunk => Scatter(CellsOf(table, column, chunk), table.Width, parted, places[chunk], 64 - made._bits));
        var repeated = new int[made._places.Length];
        Parallel.For(0, repeated.Length, parallel, () => new EntryOrder(), (part, _, order) =>
        {
            repeated[part] = made.CountPart(part, parted, order);
            return order;
        }, _ => { });
        made.MakePlaces(repeated);
        Parallel.For(0, repeated.Length, parallel, part => made.Keep(part, parted, repeated[part]));
        return made;
    }

    /// <summary>Asks for what <see cref="Count"/> will look at, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong cell)
    {
        if (Sse.IsSupported && cell != Cell.Missing)
        {
            var value = KeyMix.Of(cell);
            Sse.Prefetch0(Unsafe.AsPointer(ref _counted[_places[(int)(value >> (64 - _bits))].First(value, _bits)]));
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
        var place = _places[(int)(value >> (64 - _bits))];
        var counted = _counted;
        for (var at = place.First(value, _bits); ; at = place.Next(at))
        {
            ref readonly var its = ref counted[at];
            if (its.Value == value || its.Value == 0)
            {
                return its.Value == 0 ? 1 : its.Count;
            }
        }
    }

    // The cells of some rows; one cell is as many words behind the one before as a row has.
    private static ReadOnlySpan<ulong> CellsOf(LinkTable table, int column, int chunk)
    {
        var (from, to) = ((int)((long)table.Rows * chunk / Chunks), (int)((long)table.Rows * (chunk + 1) / Chunks));
        return from == to ? [] : table.Words[(from * table.Width + 1 + column)..(to * table.Width)];
    }

    private static void CountEach(ReadOnlySpan<ulong> cells, int width, int[] counts, int shift)
    {
        for (var at = 0; at < cells.Length; at += width)
        {
            if (cells[at] != 0)
            {
                counts[(int)(KeyMix.Of(cells[at]) >> shift)]++;
            }
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> cells, int width, ulong[] parted, int[] places, int shift)
    {
        for (var at = 0; at < cells.Length; at += width)
        {
            if (cells[at] != 0)
            {
                var value = KeyMix.Of(cells[at]);
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

    // Sorting is as quick as hashing where most values occur once, and has no bad case. Each value that occurs twice or more is put back, and behind it
    // how often: they take no more places than its rows did.
    private int CountPart(int part, ulong[] parted, EntryOrder order)
    {
        var own = parted.AsSpan(_starts[part], _starts[part + 1] - _starts[part]);
        var values = order.Of(own, _bits);
        var repeated = 0;
        for (int from = 0, to; from < values.Length; from = to)
        {
            to = from + 1;
            while (to < values.Length && values[to] == values[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                (own[2 * repeated], own[2 * repeated + 1]) = (values[from], (ulong)(to - from));
                repeated++;
            }
        }

        return repeated;
    }

    private void MakePlaces(int[] repeated)
    {
        var start = 0;
        for (var part = 0; part < repeated.Length; part++)
        {
            _places[part] = new Place(start, repeated[part] + repeated[part] / 2 + 2);
            start += _places[part].Length;
        }

        _counted = LargePages.Allocate<Counted>(start);
    }

    private void Keep(int part, ulong[] parted, int repeated)
    {
        var place = _places[part];
        _counted.AsSpan(place.Start, place.Length).Clear();
        for (var i = _starts[part]; i < _starts[part] + 2 * repeated; i += 2)
        {
            var at = place.First(parted[i], _bits);
            while (_counted[at].Value != 0)
            {
                at = place.Next(at);
            }

            _counted[at] = new Counted(parted[i], (int)parted[i + 1]);
        }
    }

    /// <summary>Where the values of a part are kept.</summary>
    /// <param name="Start">The first place.</param>
    /// <param name="Length">How many places.</param>
    private readonly record struct Place(int Start, int Length)
    {
        /// <summary>Where a value is looked for first, whatever the number of places.</summary>
        /// <param name="value">The value.</param>
        /// <param name="alike">How many of the highest bits are the same in all values of the part.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int First(ulong value, int alike) => Start + (int)((value << alike >> 32) * (uint)Length >> 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Next(int at) => at + 1 < Start + Length ? at + 1 : Start;
    }

    /// <summary>Twelve bytes: there may be as many as half the rows, in each column.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Counted(ulong Value, int Count);
}
