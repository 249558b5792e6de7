using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>
/// The blocking keys of all rows by the rules of one key, 32 bits each, side by side: made once for training and search, and two rows are told
/// to share some by one comparison. Immutable, for any number of threads.
/// </summary>
internal sealed class RuleKeys
{
    private const int RowsPerTask = 1 << 14, RowsTogether = 512;
    private readonly uint[] _keys;
    private readonly int[] _slots;

    private RuleKeys(RowBlocking blocking, int rows)
    {
        var rules = blocking.RulesOfOneKey;
        _slots = [.. Enumerable.Range(0, blocking.Rules).Select(rule => Array.IndexOf(rules, rule))];
        Width = (rules.Length + 7) / 8 * 8;
        _keys = LargePages.Allocate<uint>(rows * Width);
    }

    /// <summary>Keys of a row, a multiple of eight; what no rule fills is 0.</summary>
    public int Width { get; }

    /// <summary>All keys, row after row.</summary>
    public ReadOnlySpan<uint> All => _keys;

    /// <summary>Makes the keys of a table.</summary>
    public static RuleKeys Of(LinkTable table, RowBlocking blocking, ParallelOptions parallel)
    {
        var made = new RuleKeys(blocking, table.Rows);
        var rules = blocking.RulesOfOneKey;
        Parallel.For(
            0,
            (table.Rows + RowsPerTask - 1) / RowsPerTask,
            parallel,
            () => (Keys: new ulong[rules.Length * RowsTogether], Scratch: new ulong[RowsTogether]),
            (task, _, room) =>
            {
                var end = Math.Min(table.Rows, (task + 1) * RowsPerTask);
                for (var from = task * RowsPerTask; from < end; from += RowsTogether)
                {
                    var count = Math.Min(RowsTogether, end - from);
                    var keys = room.Keys.AsSpan(0, rules.Length * count);
                    blocking.KeysOfEach(rules, table, from, keys, room.Scratch.AsSpan(0, count));
                    made.Put(from, count, rules.Length, keys);
                }

                return room;
            },
            _ => { });
        return made;
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
