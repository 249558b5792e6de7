using System.Runtime.InteropServices;

namespace Qingce.Checks.Registrations;

/// <summary>A hash of bytes that is the same in every run: eight bytes at a time, multiplied and folded.</summary>
internal static class TextHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            ulong hash = (ulong)text.Length * Prime;
            while (text.Length >= 8)
            {
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text));
                text = text[8..];
            }

            ulong tail = 0;
            for (int i = 0; i < text.Length; i++)
            {
                tail |= (ulong)text[i] << (8 * i);
            }

            return Fold(hash ^ tail);
        }
    }

    public static ulong Of(ulong value) => Fold(value);

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value ^ 0xD6E8FEB86659FD93, Prime, out ulong low);
        return high ^ low;
    }
}
