using System.Runtime.CompilerServices;

namespace Qingce.Checks.Registrations;

/// <summary>Distinct texts, numbered from 0 in the order in which they were first added. Filled by one thread; then read by several.</summary>
internal sealed class TextTable
{
    /// <summary>How many texts <see cref="Touch"/> takes.</summary>
    public const int Together = 64;

    private readonly TextPool _texts;
    private ulong[] _slots;
    private int _count;

    public TextTable(int capacity = 1024)
    {
        _texts = new TextPool();
        _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 3L / 2))];
    }

    public TextPool Texts => _texts;

    public int Count => _count;

    /// <summary>The number of a text, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<byte> text) => Add(text, TextHash.Of(text), out _);

    /// <summary>The number of a text with a hash made before, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<byte> text, ulong hash, out bool isNew)
    {
        int slot = Slot(text, hash);
        ulong found = _slots[slot];
        isNew = found == 0;
        if (!isNew)
        {
            return (int)(uint)(found & 0xFFFFFFFF) - 1;
        }

        int number = _texts.Add(text);
        _slots[slot] = (hash & 0xFFFFFFFF00000000) | (uint)(number + 1);
        if (++_count * 3L > _slots.Length * 2L)
        {
            Grow();
        }

        return number;
    }

    /// <summary>
    /// Brings what adding some texts will look at close to the processor: for all of them side by side, where adding waits for memory once
    /// a text.
    /// </summary>
    /// <param name="hashes">Hashes of the texts, at most <see cref="Together"/>; others are left out.</param>
    /// <returns>Of no meaning.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Touch(ReadOnlySpan<ulong> hashes)
    {
        Span<ulong> found = stackalloc ulong[Together];
        int count = Math.Min(Together, hashes.Length);
        int mask = _slots.Length - 1;
        for (int i = 0; i < count; i++)
        {
            found[i] = _slots[(int)((hashes[i] >> 32) & (uint)mask)];
        }

        int seen = 0;
        for (int i = 0; i < count; i++)
        {
            if (found[i] != 0 && (found[i] ^ hashes[i]) >> 32 == 0 && _texts[(int)(uint)(found[i] & 0xFFFFFFFF) - 1] is [byte first, ..])
            {
                seen ^= first;
            }
        }

        return seen;
    }

    /// <summary>The number of a text, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        ulong found = _slots[Slot(text, TextHash.Of(text))];
        return (int)(uint)(found & 0xFFFFFFFF) - 1;
    }

    private int Slot(ReadOnlySpan<byte> text, ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)((hash >> 32) & (uint)mask);
        while (true)
        {
            ulong found = _slots[slot];
            if (found == 0 || ((found ^ hash) >> 32 == 0 && text.SequenceEqual(_texts[(int)(uint)(found & 0xFFFFFFFF) - 1])))
            {
                return slot;
            }

            slot = (slot + 1) & mask;
        }
    }

    private void Grow()
    {
        ulong[] old = _slots;
        _slots = new ulong[old.Length * 2];
        int mask = _slots.Length - 1;
        foreach (ulong entry in old)
        {
            if (entry != 0)
            {
                int slot = (int)((entry >> 32) & (uint)mask);
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                _slots[slot] = entry;
            }
        }
    }
}
