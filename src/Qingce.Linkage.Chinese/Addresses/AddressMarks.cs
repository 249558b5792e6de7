namespace Qingce.Linkage.Chinese;

/// <summary>The keys and the sketch of an address from one look at its bytes: the door, the house, the door with its place, and the sketch.</summary>
internal sealed class AddressMarks : TextMarks
{
    /// <summary>Places among the marks.</summary>
    public const int Door = 0, House = 1, Place = 2, Sketch = 3;

    /// <summary>Characters of the place that <see cref="Place"/> takes.</summary>
    public const int PlaceCharacters = 6;

    public static readonly AddressMarks Shared = new();

    private AddressMarks()
    {
    }

    public override int Count => 4;

    public override void Read(ReadOnlySpan<byte> utf8, Span<ulong> marks)
    {
        Span<ulong> numbers = stackalloc ulong[AddressReading.MostNumbers];
        numbers = numbers[..AddressBytes.Read(utf8, numbers, out var place)];
        var hasEnd = AddressBytes.TryLastTwo(place, out var one, out var two);
        var end = KeyMix.Of(one, two);
        marks[Sketch] = AddressMeasure.SketchOf(hasEnd ? end : 0, place, numbers);
        (marks[Door], marks[House], marks[Place]) = (0, 0, 0);
        if (!hasEnd || numbers.IsEmpty)
        {
            return;
        }

        var (door, whole) = (end, end);
        place = AddressBytes.WithoutLastTwo(place);
        for (var i = 3; i <= PlaceCharacters && AddressBytes.TryLast(ref place, out var code); i++)
        {
            whole = KeyMix.Of(whole, code);
        }

        foreach (var number in numbers)
        {
            door = KeyMix.Of(door, number);
            whole = KeyMix.Of(whole, number);
        }

        (marks[Door], marks[House], marks[Place]) = (door | 1, KeyMix.Of(end, numbers[0]) | 1, whole | 1);
    }
}
