using System.Buffers.Binary;

namespace Qingce.Linkage;

/// <summary>A hash of 64 bits that is the same on every machine and in every run.</summary>
internal static class KeyHash
{
    public static ulong Of(ReadOnlySpan<byte> key)
    {
        var hash = unchecked(0x9E3779B97F4A7C15UL * (ulong)(key.Length + 1));
        for (; key.Length >= sizeof(ulong); key = key[sizeof(ulong)..])
        {
            hash = KeyMix.Of(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key));
        }

        var rest = 0UL;
        for (var i = 0; i < key.Length; i++)
        {
            rest |= (ulong)key[i] << (8 * i);
        }

        return KeyMix.Of(hash ^ rest);
    }
}
