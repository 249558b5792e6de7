namespace Qingce.Linkage.Chinese;

/// <summary>
/// Blocking keys of addresses, the same whether divisions are named or not: the last two characters of the place and its numbers, all of
/// them (<c>door</c>) or the first (<c>house</c>). Addresses without a number have no key.
/// </summary>
internal sealed class AddressKey(string name, bool wholeDoor) : Derivation
{
    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        Span<ulong> room = stackalloc ulong[AddressReading.MostNumbers];
        var address = AddressReading.Of(value.Text, room);
        if (address.Numbers.IsEmpty || address.Place.Length < 2)
        {
            return 0;
        }

        var key = KeyMix.Of((uint)address.Place[^2], (uint)address.Place[^1]);
        foreach (var number in address.Numbers[..(wholeDoor ? address.Numbers.Length : 1)])
        {
            key = KeyMix.Of(key, number);
        }

        keys[0] = key | 1;
        return 1;
    }
}
