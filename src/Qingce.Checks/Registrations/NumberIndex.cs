namespace Qingce.Checks.Registrations;

/// <summary>From a citizen number to the rows that carry it: open addressing, one cache line for most look-ups.</summary>
internal sealed class NumberIndex
{
    private const int Together = 64;

    private readonly ulong[] _numbers;
    private readonly ulong[] _slots;
    private readonly int[] _next;

    public NumberIndex(ulong[] numbers)
    {
        _numbers = numbers;
        _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, numbers.Length * 3L / 2))];
        _next = new int[numbers.Length];
        Array.Fill(_next, -1);

        // From the last row to the first, so that the slot ends up at the first row of a number and the chain ascends.
        for (int row = numbers.Length - 1; row >= 0; row--)
        {
            if (numbers[row] != 0)
            {
                Insert(row);
            }
        }
    }

    public static NumberIndex Empty { get; } = new([]);

    /// <summary>First row with the number; -1 for none, and for 0.</summary>
    public int Find(ulong number)
    {
        if (number == 0)
        {
            return -1;
        }

        int slot = Slot(number, TextHash.Of(number));
        return (int)(uint)(_slots[slot] & 0xFFFFFFFF) - 1;
    }

    /// <summary>
    /// The first row with each number, as <see cref="Find(ulong)"/>. Many at a time are faster: their places in the table, each a wait for memory
    /// of its own, are fetched side by side.
    /// </summary>
    public void Find(ReadOnlySpan<ulong> numbers, Span<int> rows)
    {
        Span<ulong> hashes = stackalloc ulong[Together];
        Span<ulong> found = stackalloc ulong[Together];
        Span<ulong> there = stackalloc ulong[Together];
        int mask = _slots.Length - 1;
        while (!numbers.IsEmpty)
        {
            int count = Math.Min(Together, numbers.Length);
            for (int i = 0; i < count; i++)
            {
                hashes[i] = TextHash.Of(numbers[i]);
                found[i] = _slots[(int)((hashes[i] >> 32) & (uint)mask)];
            }

            for (int i = 0; i < count; i++)
            {
                int row = (int)(uint)(found[i] & 0xFFFFFFFF) - 1;
                there[i] = row < 0 ? 0 : _numbers[row];
            }

            for (int i = 0; i < count; i++)
            {
                rows[i] = numbers[i] == 0 || found[i] == 0 ? -1
                    : there[i] == numbers[i] ? (int)(uint)(found[i] & 0xFFFFFFFF) - 1
                    : (int)(uint)(_slots[Slot(numbers[i], hashes[i])] & 0xFFFFFFFF) - 1;
            }

            numbers = numbers[count..];
            rows = rows[count..];
        }
    }

    /// <summary>The next row with the same number, or -1.</summary>
    public int Next(int row) => _next[row];

    private int Slot(ulong number, ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)((hash >> 32) & (uint)mask);
        while (true)
        {
            ulong found = _slots[slot];
            if (found == 0 || ((found ^ hash) >> 32 == 0 && _numbers[(int)(uint)(found & 0xFFFFFFFF) - 1] == number))
            {
                return slot;
            }

            slot = (slot + 1) & mask;
        }
    }

    private void Insert(int row)
    {
        ulong hash = TextHash.Of(_numbers[row]);
        int slot = Slot(_numbers[row], hash);
        _next[row] = (int)(uint)(_slots[slot] & 0xFFFFFFFF) - 1;
        _slots[slot] = (hash & 0xFFFFFFFF00000000) | (uint)(row + 1);
    }
}
