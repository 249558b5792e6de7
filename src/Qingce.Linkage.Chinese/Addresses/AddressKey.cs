using System.Buffers;
using System.Text;

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
        var first = AddressReading.FirstNumber(utf8);
        if (first == utf8.Length || !TryLastTwo(utf8[..first], out var one, out var two))
        {
            return 0;
        }

        var key = KeyMix.Of((uint)one, (uint)two);
        var count = 0;
        for (var at = first; at < utf8.Length && count < (wholeDoor ? AddressReading.MostNumbers : 1); at++)
        {
            ulong number = 0;
            var start = at;
            for (; at < utf8.Length && AddressReading.IsPart(utf8[at]); at++)
            {
                number = unchecked(number * 64 + (ulong)(utf8[at] - '/'));
            }

            if (at > start)
            {
                key = KeyMix.Of(key, number);
                count++;
            }
        }

        return key | 1;
    }

    private static bool TryLastTwo(ReadOnlySpan<byte> place, out int one, out int two)
    {
        (one, two) = (0, 0);
        if (Rune.DecodeLastFromUtf8(place, out var last, out var used) != OperationStatus.Done
            || Rune.DecodeLastFromUtf8(place[..^used], out var before, out _) != OperationStatus.Done)
        {
            return false;
        }

        (one, two) = (before.Value, last.Value);
        return true;
    }
}
