using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Qingce.Linkage.Chinese;

/// <summary>The parts of an <see cref="AddressReading"/> told from the bytes of an address in normal form, without its code points.</summary>
internal static class AddressBytes
{
    private static readonly SearchValues<byte> Parts = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <summary>Finds the numbers.</summary>
    /// <param name="utf8">The address.</param>
    /// <param name="numbers">Room for <see cref="AddressReading.MostNumbers"/>, or for as many as are wanted.</param>
    /// <param name="place">What stands before the first of them.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<byte> utf8, Span<ulong> numbers, out ReadOnlySpan<byte> place)
    {
        var at = utf8.IndexOfAny(Parts);
        at = at < 0 ? utf8.Length : at;
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
        one = 0;
        return TryLast(ref place, out two) && TryLast(ref place, out one);
    }

    /// <summary>A place without its last two characters, which it must have.</summary>
    public static ReadOnlySpan<byte> WithoutLastTwo(ReadOnlySpan<byte> place) => TryLast(ref place, out _) && TryLast(ref place, out _) ? place : [];

    /// <summary>Takes the last character off a place.</summary>
    /// <returns>False when there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLast(ref ReadOnlySpan<byte> place, out uint code)
    {
        code = 0;
        if (place.Length >= 3 && TryThree(place[^3..], out code))
        {
            place = place[..^3];
            return true;
        }

        return TryLastRune(ref place, out code);
    }

    private static bool TryLastRune(ref ReadOnlySpan<byte> place, out uint code)
    {
        code = 0;
        if (Rune.DecodeLastFromUtf8(place, out var last, out var used) != OperationStatus.Done)
        {
            return false;
        }

        code = (uint)last.Value;
        place = place[..^used];
        return true;
    }

    /// <summary>The first three characters.</summary>
    /// <returns>False when there are fewer.</returns>
    public static bool TryFirstThree(ReadOnlySpan<byte> place, out uint one, out uint two, out uint three)
    {
        if (place.Length >= 9 && TryThree(place, out one) && TryThree(place[3..], out two) && TryThree(place[6..], out three))
        {
            return true;
        }

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

    // A character of three bytes, as nearly all of a place are; the text is valid.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryThree(ReadOnlySpan<byte> utf8, out uint code)
    {
        code = ((uint)utf8[0] & 15) << 12 | ((uint)utf8[1] & 63) << 6 | (uint)utf8[2] & 63;
        return utf8[0] >> 4 == 14;
    }
}
