namespace Qingce.Linkage.Chinese;

/// <summary>
/// Blocking keys of addresses: the last characters of the place and its numbers. Two characters are the same whether divisions are named or not,
/// with all numbers (<c>door</c>) or the first (<c>house</c>); six mostly reach into the division (<c>place</c>), so that two towns' roads of one name
/// are told apart. Addresses without a number have no key.
/// </summary>
internal sealed class AddressKey(string name, bool wholeDoor, int characters = 2) : Derivation
{
    public override string Name => name;

    public override TextMarks? Marks => AddressMarks.Shared;

    public override int Mark => !wholeDoor ? AddressMarks.House : characters == 2 ? AddressMarks.Door : AddressMarks.Place;

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
}
