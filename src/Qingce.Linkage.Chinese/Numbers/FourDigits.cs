namespace Qingce.Linkage.Chinese;

/// <summary>What four decimal digits come to, in arrays, so that the digits of a number need not be divided off one by one.</summary>
internal static class FourDigits
{
    private const int Count = 10_000;
    private static readonly ushort[] Coded = [.. Enumerable.Range(0, Count).Select(n => (ushort)(n / 1000 << 12 | n / 100 % 10 << 8 | n / 10 % 10 << 4 | n % 10))];
    private static readonly byte[] Doubled = [.. Enumerable.Range(0, Count).Select(n => (byte)((n / 1000 * 8 + n / 100 % 10 * 4 + n / 10 % 10 * 2 + n % 10) % 11))];

    /// <summary>The digits of a number, four bits each.</summary>
    /// <param name="number">0 to 9,999,999,999,999,999.</param>
    public static ulong Code(ulong number)
    {
        var (high, low) = ((uint)(number / 100_000_000), (uint)(number % 100_000_000));
        return (ulong)Coded[high / Count] << 48 | (ulong)Coded[high % Count] << 32 | (ulong)Coded[low / Count] << 16 | Coded[low % Count];
    }

    /// <summary>The check character that GB 11643 computes for seventeen digits, 10 for X.</summary>
    /// <param name="body">The digits, read as decimal.</param>
    public static int CheckOf(ulong body)
    {
        // The weights are the powers of two modulo 11, so four digits move the sum on by sixteen.
        var (high, low) = (body / 100_000_000, (uint)(body % 100_000_000));
        var (first, second) = ((uint)(high / 100_000_000), (uint)(high % 100_000_000));
        var sum = first;
        sum = sum * 16 + Doubled[second / Count];
        sum = sum * 16 + Doubled[second % Count];
        sum = sum * 16 + Doubled[low / Count];
        sum = sum * 16 + Doubled[low % Count];
        return (int)((12 - 2 * sum % 11) % 11);
    }
}
