namespace Qingce.Linkage.Chinese;

/// <summary>
/// Blocking keys of addresses: the last characters of the place and its numbers. Two characters are the same whether divisions are named or not,
/// with all numbers (<c>door</c>) or the first (<c>house</c>); six mostly reach into the division (<c>place</c>), so that two towns' roads of one name
/// are told apart. Addresses without a number have no key.
/// </summary>
internal sealed class AddressKey(string name, bool wholeDoor, int characters = 2) : Derivation
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
        for (var i = 3; i <= Math.Min(characters, address.Place.Length); i++)
        {
            key = KeyMix.Of(key, (uint)address.Place[^i]);
        }

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
        place = characters > 2 ? AddressBytes.WithoutLastTwo(place) : [];
        for (var i = 3; i <= characters && AddressBytes.TryLast(ref place, out var code); i++)
        {
            key = KeyMix.Of(key, code);
        }

        foreach (var number in numbers)
        {
            key = KeyMix.Of(key, number);
        }

        return key | 1;
    }
}
