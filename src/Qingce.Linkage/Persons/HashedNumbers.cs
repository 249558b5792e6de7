namespace Qingce.Linkage;

/// <summary>Numbers by hashes of 64 bits: open addressing over two packed arrays.</summary>
internal sealed class HashedNumbers
{
    private ulong[] _hashes;
    private int[] _numbers;

    public HashedNumbers(int expected)
    {
        var size = 16;
        while (size / 3 * 2 < expected && size < 1 << 30)
        {
            size *= 2;
        }

        (_hashes, _numbers) = (new ulong[size], new int[size]);
    }

    public int Count { get; private set; }

    /// <summary>The slot where the search for a hash begins.</summary>
    public int First(ulong hash) => (int)(hash & (ulong)(_hashes.Length - 1));

    /// <summary>The slot after a slot.</summary>
    public int Next(int slot) => (slot + 1) & (_hashes.Length - 1);

    /// <summary>The number in a slot, or -1 when the slot is empty.</summary>
    public int NumberIn(int slot) => _numbers[slot] - 1;

    /// <summary>The hash in a slot that is not empty.</summary>
    public ulong HashIn(int slot) => _hashes[slot];

    /// <summary>The first number of a hash, or -1.</summary>
    public int Find(ulong hash)
    {
        var slot = First(hash);
        while (_numbers[slot] != 0 && _hashes[slot] != hash)
        {
            slot = Next(slot);
        }

        return NumberIn(slot);
    }

    /// <summary>Adds a number, 0 or more, beside those the hash has already.</summary>
    public void Add(ulong hash, int number)
    {
        if (Count >= _hashes.Length / 3 * 2)
        {
            Grow();
        }

        Put(hash, number + 1);
        Count++;
    }

    private void Put(ulong hash, int stored)
    {
        var slot = First(hash);
        while (_numbers[slot] != 0)
        {
            slot = Next(slot);
        }

        (_hashes[slot], _numbers[slot]) = (hash, stored);
    }

    private void Grow()
    {
        var (hashes, numbers) = (_hashes, _numbers);
        (_hashes, _numbers) = (new ulong[hashes.Length * 2], new int[numbers.Length * 2]);
        for (var i = 0; i < hashes.Length; i++)
        {
            if (numbers[i] != 0)
            {
                Put(hashes[i], numbers[i]);
            }
        }
    }
}
