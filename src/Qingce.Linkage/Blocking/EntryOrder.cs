using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Brings the entries of a partition into the order of key and row. Scratch memory of one thread.</summary>
internal sealed class EntryOrder
{
    private const int Bits = 11;
    private const int Few = 24;
    private readonly int[] _counts = new int[(1 << Bits) + 1];
    private ulong[] _ordered = [];

    /// <summary>The entries in order, in memory that the next call uses again.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="alike">How many of the highest bits are the same in all.</param>
    public ReadOnlySpan<ulong> Of(ReadOnlySpan<ulong> entries, int alike = 0)
    {
        if (_ordered.Length < entries.Length)
        {
            _ordered = new ulong[entries.Length * 2];
        }

        var counts = _counts;
        Array.Clear(counts);
        foreach (var entry in entries)
        {
            counts[(int)(entry << alike >> (64 - Bits)) + 1]++;
        }

        for (var i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }

        var ordered = _ordered.AsSpan(0, entries.Length);
        foreach (var entry in entries)
        {
            ordered[counts[(int)(entry << alike >> (64 - Bits))]++] = entry;
        }

        // Each count now stands at the end of its bucket.
        for (int i = 0, from = 0; i < 1 << Bits; i++)
        {
            var to = counts[i];
            if (to - from > Few)
            {
                ordered[from..to].Sort();
            }
            else if (to - from > 1)
            {
                Insert(ordered[from..to]);
            }

            from = to;
        }

        return ordered;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(Span<ulong> few)
    {
        for (var i = 1; i < few.Length; i++)
        {
            var entry = few[i];
            var at = i - 1;
            while (at >= 0 && few[at] > entry)
            {
                few[at + 1] = few[at];
                at--;
            }

            few[at + 1] = entry;
        }
    }
}
