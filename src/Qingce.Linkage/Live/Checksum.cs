using System.Numerics;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>CRC-32C over four interleaved lanes, so that the processor works on four words at a time.</summary>
internal static class Checksum
{
    /// <summary>The checksum of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="seed">Bytes that stand in the wrong place or file have another seed and so another checksum.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        uint a = ~0u, b = 1, c = 2, d = 3;
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = BitOperations.Crc32C(a, words[i]);
            b = BitOperations.Crc32C(b, words[i + 1]);
            c = BitOperations.Crc32C(c, words[i + 2]);
            d = BitOperations.Crc32C(d, words[i + 3]);
        }

        for (; i < words.Length; i++)
        {
            a = BitOperations.Crc32C(a, words[i]);
        }

        for (i = words.Length * sizeof(ulong); i < bytes.Length; i++)
        {
            a = BitOperations.Crc32C(a, bytes[i]);
        }

        a = BitOperations.Crc32C(a, (ulong)bytes.Length);
        a = BitOperations.Crc32C(a, (ulong)b << 32 | c);
        return BitOperations.Crc32C(BitOperations.Crc32C(a, d), seed);
    }
}
