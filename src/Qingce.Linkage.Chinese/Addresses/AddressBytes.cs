using System.Buffers;
using System.Text;

namespace Qingce.Linkage.Chinese;

/// <summary>The parts of an <see cref="AddressReading"/> told from the bytes of an address in normal form, without its code points.</summary>
internal static class AddressBytes
{
    /// <summary>Finds the numbers.</summary>
    /// <param name="utf8">The address.</param>
    /// <param name="numbers">Room for <see cref="AddressReading.MostNumbers"/>, or for as many as are wanted.</param>
    /// <param name="place">What stands before the first of them.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<byte> utf8, Span<ulong> numbers, out ReadOnlySpan<byte> place)
    {
        var at = 0;
        while (at < utf8.Length && !AddressReading.IsPart(utf8[at]))
        {
            at++;
        }

        place = utf8[..at];
        var count = 0;
        for (; at < utf8.Length && count < numbers.Length; at++)
        {
            ulong number = 0;
            var start = at;
            for (; at < utf8.Length && AddressReading.IsPart(utf8[at]); at++)
            {
                number = unchecked(number * 64 + (ulong)(utf8[at] - '/'));
            }

            if (at > start)
            {
                numbers[count++] = number;
            }
        }

        return count;
    }

    /// <summary>The last two characters, the last but one first.</summary>
    /// <returns>False when there are fewer.</returns>
    public static bool TryLastTwo(ReadOnlySpan<byte> place, out uint one, out uint two)
    {
        (one, two) = (0, 0);
        if (Rune.DecodeLastFromUtf8(place, out var last, out var used) != OperationStatus.Done
            || Rune.DecodeLastFromUtf8(place[..^used], out var before, out _) != OperationStatus.Done)
        {
            return false;
        }

        (one, two) = ((uint)before.Value, (uint)last.Value);
        return true;
    }

    /// <summary>The first three characters.</summary>
    /// <returns>False when there are fewer.</returns>
    public static bool TryFirstThree(ReadOnlySpan<byte> place, out uint one, out uint two, out uint three)
    {
        (one, two, three) = (0, 0, 0);
        if (Rune.DecodeFromUtf8(place, out var first, out var used) != OperationStatus.Done
            || Rune.DecodeFromUtf8(place[used..], out var second, out var more) != OperationStatus.Done
            || Rune.DecodeFromUtf8(place[(used + more)..], out var third, out _) != OperationStatus.Done)
        {
            return false;
        }

        (one, two, three) = ((uint)first.Value, (uint)second.Value, (uint)third.Value);
        return true;
    }
}
