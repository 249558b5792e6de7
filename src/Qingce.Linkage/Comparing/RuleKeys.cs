using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>
/// The blocking keys of all rows by the rules of one key, 32 bits each, side by side: made once for training and search, and two rows are told
/// to share some by one comparison. Immutable, for any number of threads.
/// </summary>
internal sealed class RuleKeys
{
    private readonly RowBlocking _blocking;
    private readonly int[] _rules;
    private readonly LineArray<uint> _keys;
    private readonly int[] _slots;

    /// <summary>Room for the keys of rows, which are not made yet.</summary>
    /// <param name="blocking">The rules.</param>
    /// <param name="rows">How many rows.</param>
    public RuleKeys(RowBlocking blocking, int rows)
    {
        _blocking = blocking;
        _rules = blocking.RulesOfOneKey;
        _slots = [.. Enumerable.Range(0, blocking.Rules).Select(rule => Array.IndexOf(_rules, rule))];
        Width = (_rules.Length + 7) / 8 * 8;
        _keys = LineArray<uint>.Allocate(rows * Width);
    }

    /// <summary>What is read of long texts to make the keys.</summary>
    public IEnumerable<(int Column, TextMarks Marks)> Marks => _blocking.MarksOf(_rules);

    /// <summary>Keys of a row, a multiple of eight; what no rule fills is 0.</summary>
    public int Width { get; }

    /// <summary>All keys, row after row.</summary>
    public ReadOnlySpan<uint> All => _keys.Span;

    /// <summary>Makes the keys of a table.</summary>
    public static RuleKeys Of(LinkTable table, RowBlocking blocking, ParallelOptions parallel)
    {
        var made = new RuleKeys(blocking, table.Rows);
        RowMarks.Fill(table, made, sketches: null, parallel);
        return made;
    }

    /// <summary>Room for making the keys of so many rows at a time.</summary>
    public ulong[] Room(int rows) => new ulong[(_rules.Length + 1) * rows];

    /// <summary>Makes those of some rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="room">Room for as many.</param>
    /// <param name="marks">What was read of their long texts.</param>
    public void Fill(LinkTable table, int from, int count, ulong[] room, LongMarks marks)
    {
        var keys = room.AsSpan(0, _rules.Length * count);
        _blocking.KeysOfEach(_rules, table, from, keys, room.AsSpan(keys.Length, count), marks);
        Put(from, count, _rules.Length, keys);
    }

    /// <summary>The place of a rule among the keys of a row; -1 for a rule of several keys.</summary>
    public int SlotOf(int rule) => _slots[rule];

    /// <summary>The key at a place; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint At(int row, int slot) => _keys[row * Width + slot];

    /// <summary>Writes the key of consecutive rows at a place.</summary>
    public void Copy(int slot, int from, Span<uint> keys)
    {
        var at = from * Width + slot;
        for (var i = 0; i < keys.Length; i++, at += Width)
        {
            keys[i] = _keys[at];
        }
    }

    /// <summary>The places at which two rows have one key, a bit each, by the fastest means there are.</summary>
    /// <param name="left">The first key of a row.</param>
    /// <param name="right">The first key of another row.</param>
    /// <param name="width">Keys of a row, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shared(ref readonly uint left, ref readonly uint right, int width) =>
        Vector256.IsHardwareAccelerated ? SharedVectors(in left, in right, width) : SharedWords(in left, in right, width);

    /// <summary>The places, eight keys at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SharedVectors(ref readonly uint left, ref readonly uint right, int width)
    {
        ulong shared = 0;
        for (var i = 0; i < width; i += 8)
        {
            var mine = Vector256.LoadUnsafe(in left, (nuint)i);
            var same = Vector256.Equals(mine, Vector256.LoadUnsafe(in right, (nuint)i)) & ~Vector256.Equals(mine, Vector256<uint>.Zero);
            shared |= (ulong)same.ExtractMostSignificantBits() << i;
        }

        return shared;
    }

    /// <summary>The places, a key at a time.</summary>
    public static ulong SharedWords(ref readonly uint left, ref readonly uint right, int width)
    {
        ulong shared = 0;
        for (var i = 0; i < width; i++)
        {
            var mine = Unsafe.Add(ref Unsafe.AsRef(in left), i);
            shared |= mine != 0 && mine == Unsafe.Add(ref Unsafe.AsRef(in right), i) ? 1UL << i : 0;
        }

        return shared;
    }

    private void Put(int from, int count, int rules, ReadOnlySpan<ulong> keys)
    {
        for (var i = 0; i < count; i++)
        {
            var mine = _keys.AsSpan((from + i) * Width, Width);
            for (var r = 0; r < rules; r++)
            {
                mine[r] = keys[r * count + i] is var key && key == 0 ? 0 : KeyMix.Fold(key);
            }

            mine[rules..].Clear();
        }
    }
}
