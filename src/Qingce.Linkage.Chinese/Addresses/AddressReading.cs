using System.Runtime.CompilerServices;

namespace Qingce.Linkage.Chinese;

/// <summary>An address in normal form as its place and the numbers that follow it, most general first, whatever their units.</summary>
internal ref struct AddressReading
{
    /// <summary>Numbers beyond this are left out.</summary>
    public const int MostNumbers = 8;

    private AddressReading(ReadOnlySpan<int> place, Span<ulong> numbers)
    {
        Place = place;
        Numbers = numbers;
    }

    /// <summary>What stands before the first number: divisions, road, estate or village.</summary>
    public ReadOnlySpan<int> Place { get; }

    /// <summary>House, building, staircase, room and so on, as numbers of base 64.</summary>
    public ReadOnlySpan<ulong> Numbers { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">In normal form.</param>
    /// <param name="room">Room for <see cref="MostNumbers"/>.</param>
    public static AddressReading Of(ReadOnlySpan<int> text, Span<ulong> room)
    {
        int count = 0, placeEnd = -1;
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            placeEnd = placeEnd < 0 ? i : placeEnd;
            ulong number = 0;
            for (; i < text.Length && IsPart(text[i]); i++)
            {
                number = unchecked(number * 64 + (ulong)(text[i] - '/'));
            }

            if (count < MostNumbers)
            {
                room[count++] = number;
            }
        }

        placeEnd = placeEnd < 0 ? text.Length : placeEnd;
        return new AddressReading(text[..placeEnd], room[..count]);
    }

    /// <summary>Whether a character is part of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPart(int code) => unchecked((uint)(code - '0') <= 9 || (uint)(code - 'A') <= 'Z' - 'A');
}
