using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.EmptyHouseholds;

/// <summary>
/// A cheap mark of an address, by which the few doors that many households may share are found without reading every address: the end of
/// the street's name and the figures after it. Two writings of one door have one mark, however its division is written; two doors may
/// have one mark too, and are told apart by reading them.
/// </summary>
internal static class DoorMark
{
    // The bytes of three characters before the first figure.
    private const int StreetBytes = 9;

    /// <summary>The mark; 0 for an address without figures or one that ends in a village group, which is no door.</summary>
    /// <param name="address">The address as written, UTF-8.</param>
    /// <param name="township">Nine digits; marks of two townships differ.</param>
    public static ulong Of(ReadOnlySpan<byte> address, int township)
    {
        if (address.EndsWith("组"u8))
        {
            return 0;
        }

        ulong figures = 0;
        int first = -1;
        for (int i = 0; i < address.Length; i++)
        {
            int digit = unchecked((byte)(address[i] - '0'));

            // Full-width figures are EF BC 90 to EF BC 99.
            if (digit > 9 && address[i] == 0xEF && i + 2 < address.Length && address[i + 1] == 0xBC && address[i + 2] is >= 0x90 and <= 0x99)
            {
                digit = address[i + 2] - 0x90;
                first = first < 0 ? i : first;
                i += 2;
            }

            if (digit <= 9)
            {
                first = first < 0 ? i : first;
                figures = unchecked(figures * 11 + (ulong)digit + 1);
            }
        }

        return first < 0 ? 0 : Math.Max(1, TextHash.Of(unchecked(TextHash.Of(address[Math.Max(0, first - StreetBytes)..first]) + figures + ((ulong)township << 32))));
    }
}
