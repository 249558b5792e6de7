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

    public override ulong KeyOf(ReadOnlySpan<byte> utf8, int argument)
    {
        Span<ulong> numbers = stackalloc ulong[AddressReading.MostNumbers];
        numbers = numbers[..AddressBytes.Read(utf8, wholeDoor ? numbers : numbers[..1], out var place)];
        if (numbers.IsEmpty || !AddressBytes.TryLastTwo(place, out var one, out var two))
        {
            return 0;
        }

        var key = KeyMix.Of(one, two);
        foreach (var number in numbers)
        {
            key = KeyMix.Of(key, number);
        }

        return key | 1;
    }
}
