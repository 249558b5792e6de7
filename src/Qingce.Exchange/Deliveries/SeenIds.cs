using System.Runtime.InteropServices;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// The identifiers of the rows of one file so far, as 64-bit hashes: 8 bytes and a spare place an identifier. Among ten million, two that
/// differ meet in one hash in three files of a million; the later row is then rejected, and told. For one thread at a time.
/// </summary>
internal sealed class SeenIds
{
    private ulong[] _places = new ulong[1 << 12];
    private int _count;

    /// <summary>Adds an identifier.</summary>
    /// <returns>False when it is there already.</returns>
    public bool Add(ReadOnlySpan<byte> id)
    {
        // 0 marks a free place.
        ulong hash = Math.Max(1, Hash(id));
        if (_count > _places.Length / 4 * 3)
        {
            Grow();
        }

        if (!Put(_places, hash))
        {
            return false;
        }

        _count++;
        return true;
    }

    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        unchecked
        {
            ulong hash = Fold((ulong)id.Length);
            while (id.Length >= 8)
            {
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(id));
                id = id[8..];
            }

            ulong tail = 0;
            foreach (byte one in id)
            {
                tail = tail << 8 | one;
            }

            return Fold(hash ^ tail);
        }
    }

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value ^ 0xD6E8FEB86659FD93, 0x9E3779B97F4A7C15, out ulong low);
        return high ^ low;
    }

    private static bool Put(ulong[] places, ulong hash)
    {
        int mask = places.Length - 1;
        for (int at = (int)(hash & (uint)mask); ; at = at + 1 & mask)
        {
            if (places[at] == hash)
            {
                return false;
            }

            if (places[at] == 0)
            {
                places[at] = hash;
                return true;
            }
        }
    }

    private void Grow()
    {
        ulong[] larger = new ulong[_places.Length * 2];
        foreach (ulong hash in _places)
        {
            if (hash != 0)
            {
                Put(larger, hash);
            }
        }

        _places = larger;
    }
}
