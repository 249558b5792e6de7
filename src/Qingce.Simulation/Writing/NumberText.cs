using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>Writes citizen numbers (GB 11643-1999).</summary>
internal static class NumberText
{
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static int Write(in Person person, Span<byte> into) =>
        Write(person.Prefix * 100_000_000_000L + DayNumber.ToCode(person.Birth) * 1000L + person.Sequence, into);

    /// <summary>Writes the 17 digits and the check character.</summary>
    public static int Write(long body, Span<byte> into)
    {
        int sum = 0;
        for (int i = 16; i >= 0; i--)
        {
            int digit = (int)(body % 10);
            body /= 10;
            into[i] = (byte)('0' + digit);
            sum += digit * Weights[i];
        }

        into[17] = "10X98765432"u8[sum % 11];
        return 18;
    }
}
