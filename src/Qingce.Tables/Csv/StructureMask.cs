using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qingce.Tables;

/// <summary>Which of the next 32 bytes are a delimiter, a line end or a quote: bit i stands for byte i.</summary>
internal static unsafe class StructureMask
{
    public const int Width = 32;

    /// <summary>For tests and measurements: leads every reader of this process over the scalar path.</summary>
    public static bool ForceScalar { get; set; }

    public static bool UseVector => Vector256.IsHardwareAccelerated && !ForceScalar;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Vector(byte* at, Vector256<byte> delimiter, Vector256<byte> lineEnd, Vector256<byte> quote)
    {
        Vector256<byte> bytes = Vector256.Load(at);
        return (Vector256.Equals(bytes, delimiter) | Vector256.Equals(bytes, lineEnd) | Vector256.Equals(bytes, quote))
            .ExtractMostSignificantBits();
    }

    public static uint Scalar(byte* at, byte delimiter, byte lineEnd, byte quote)
    {
        uint mask = 0;
        for (int i = 0; i < Width; i++)
        {
            byte b = at[i];
            if (b == delimiter || b == lineEnd || b == quote)
            {
                mask |= 1u << i;
            }
        }

        return mask;
    }
}
