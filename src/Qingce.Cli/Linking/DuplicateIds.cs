using System.Buffers.Binary;
using System.Numerics;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>
/// Finds rows whose id an earlier row has: 64-bit hashes, parted by their highest bits so that each part is looked through in the cache;
/// where hashes agree the ids themselves are compared.
/// </summary>
internal static class DuplicateIds
{
    private const int RowsPerPart = 4096;
    private const int Chunks = 64;

    /// <summary>Finds the rows, in order.</summary>
    /// <param name="keys">The ids.</param>
    /// <param name="first">The first row to look at.</param>
    /// <param name="rows">How many.</param>
    /// <param name="parallel">Threads, and what stops the search.</param>
    public static IReadOnlyList<(int Earlier, int Later)> Find(RowKeys keys, int first, int rows, ParallelOptions parallel)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, rows / RowsPerPart)) + 1, 1, 14);
        int shift = 64 - bits;
        ulong[] hashes = GC.AllocateUninitializedArray<ulong>(rows);
        int[][] counts = new int[Chunks][];
        Parallel.For(0, Chunks, parallel, chunk =>
        {
            int[] mine = new int[1 << bits];
            (int from, int to) = Part(rows, chunk);
            int place = 0;
            for (int row = from; row < to; row++)
            {
                ulong hash = Hash(keys.Get(first + row, ref place));
                hashes[row] = hash;
                mine[(int)(hash >> shift)]++;
            }

            counts[chunk] = mine;
        });
        int[] starts = Lay(counts, 1 << bits);
        int[] order = GC.AllocateUninitializedArray<int>(rows);
        Parallel.For(0, Chunks, parallel, chunk =>
        {
            int[] at = counts[chunk];
            (int from, int to) = Part(rows, chunk);
            for (int row = from; row < to; row++)
            {
                order[at[(int)(hashes[row] >> shift)]++] = row;
            }
        });
        List<(int Earlier, int Later)> found = [];
        Parallel.For(
            0,
            1 << bits,
            parallel,
            () => new Slots(),
            (part, _, slots) =>
            {
                slots.Look(order.AsSpan(starts[part], starts[part + 1] - starts[part]), hashes, keys, first);
                return slots;
            },
            slots =>
            {
                lock (found)
                {
                    found.AddRange(slots.Found);
                }
            });
        found.Sort((a, b) => a.Later.CompareTo(b.Later));
        return found;
    }

    private static (int From, int To) Part(int rows, int chunk) => ((int)((long)rows * chunk / Chunks), (int)((long)rows * (chunk + 1) / Chunks));

    private static int[] Lay(int[][] counts, int parts)
    {
        int[] starts = new int[parts + 1];
        int place = 0;
        for (int part = 0; part < parts; part++)
        {
            starts[part] = place;
            foreach (int[] chunk in counts)
            {
                (place, chunk[part]) = (place + chunk[part], place);
            }
        }

        starts[parts] = place;
        return starts;
    }

    /// <summary>A hash of an id, the same in every run.</summary>
    public static ulong Hash(ReadOnlySpan<byte> id)
    {
        unchecked
        {
            ulong hash = (ulong)id.Length * 0x9E3779B97F4A7C15;
            for (; id.Length >= 8; id = id[8..])
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
            }

            ulong rest = 0;
            for (int i = 0; i < id.Length; i++)
            {
                rest |= (ulong)id[i] << (8 * i);
            }

            return Mix(hash ^ rest);
        }
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, 0xD6E8FEB86659FD93, out ulong low);
        return high ^ low ^ BitOperations.RotateLeft(value, 29);
    }

    /// <summary>An open table of the rows of one part, used again for the next.</summary>
    private sealed class Slots
    {
        private int[] _rows = [];

        public List<(int Earlier, int Later)> Found { get; } = [];

        public void Look(ReadOnlySpan<int> rows, ulong[] hashes, RowKeys keys, int first)
        {
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)rows.Length * 2 + 1);
            if (_rows.Length < size)
            {
                _rows = new int[size];
            }

            Span<int> slots = _rows.AsSpan(0, size);
            slots.Clear();
            foreach (int row in rows)
            {
                // The highest bits are the same for the whole part.
                int at = (int)(hashes[row] & (ulong)(size - 1));
                while (slots[at] != 0 && !(hashes[slots[at] - 1] == hashes[row] && keys[first + slots[at] - 1].SequenceEqual(keys[first + row])))
                {
                    at = (at + 1) & (size - 1);
                }

                if (slots[at] != 0)
                {
                    Found.Add((first + slots[at] - 1, first + row));
                }
                else
                {
                    slots[at] = row + 1;
                }
            }
        }
    }
}
