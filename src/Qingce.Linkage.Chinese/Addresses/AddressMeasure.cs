namespace Qingce.Linkage.Chinese;

/// <summary><c>chinese-address</c>: how far two addresses agree by their parts, as one of the grades of <see cref="AddressGrade"/>, or 0.</summary>
internal sealed class AddressMeasure : Measure
{
    private const int MostRest = 64, HashBits = 20, HashShift = 64 - HashBits;
    private const ulong Hash = (1UL << HashBits) - 1;

    public override string Name => "chinese-address";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        Span<ulong> numbersLeft = stackalloc ulong[AddressReading.MostNumbers];
        Span<ulong> numbersRight = stackalloc ulong[AddressReading.MostNumbers];
        var a = AddressReading.Of(left.Text, numbersLeft);
        var b = AddressReading.Of(right.Text, numbersRight);
        var sameNumbers = a.Numbers.Length > 0 && a.Numbers.SequenceEqual(b.Numbers);
        if (ArePlacesOne(a.Place, b.Place))
        {
            return sameNumbers ? AddressGrade.Door : ByNumbers(a.Numbers, b.Numbers);
        }

        return sameNumbers && a.Numbers.Length >= 3 && ArePlacesNear(a.Place, b.Place) ? AddressGrade.NearlyDoor
            : ShareDivision(a.Place, b.Place) ? AddressGrade.Township
            : 0;
    }

    public override bool HasSketch => true;

    public override ulong Sketch(in CellValue value)
    {
        Span<ulong> room = stackalloc ulong[AddressReading.MostNumbers];
        var address = AddressReading.Of(value.Text, room);
        var place = address.Place;
        return SketchOf(
            place.Length < 2 ? 0 : Short(KeyMix.Of((uint)place[^2], (uint)place[^1])),
            place.Length < 3 ? 0 : Short(KeyMix.Of(KeyMix.Of((uint)place[0], (uint)place[1]), (uint)place[2])),
            address.Numbers);
    }

    public override TextMarks? Marks => AddressMarks.Shared;

    public override int Mark => AddressMarks.Sketch;

    /// <summary>The sketch of an address in parts.</summary>
    /// <param name="end">The last two characters of the place, mixed; 0 where there are fewer.</param>
    /// <param name="place">The place, UTF-8.</param>
    /// <param name="numbers">The numbers.</param>
    internal static ulong SketchOf(ulong end, ReadOnlySpan<byte> place, ReadOnlySpan<ulong> numbers) => SketchOf(
        end == 0 ? 0 : Short(end),
        AddressBytes.TryFirstThree(place, out var one, out var two, out var three) ? Short(KeyMix.Of(KeyMix.Of(one, two), three)) : 0,
        numbers);

    public override double Best(ulong left, ulong right, out bool isExact)
    {
        var apart = left ^ right;
        var best = (apart & Hash) == 0 && (left & Hash) != 0 ? AddressGrade.Door
            : (apart >> 2 * HashBits & Hash) == 0 && (left & right) >> 60 == 7 ? AddressGrade.NearlyDoor
            : (apart >> HashBits & Hash) == 0 && (left >> HashBits & Hash) != 0 ? AddressGrade.Township
            : 0;
        isExact = best == 0;
        return best;
    }

    // Twenty bits each of the end of the place, of its beginning and of the numbers, 0 where there is none; then how many numbers, up to three.
    private static ulong SketchOf(ulong end, ulong start, ReadOnlySpan<ulong> numbers)
    {
        var hash = 0UL;
        foreach (var number in numbers)
        {
            hash = KeyMix.Of(hash, number);
        }

        return end | start << HashBits | (numbers.IsEmpty ? 0 : Short(hash)) << 2 * HashBits | (ulong)Math.Min(3, numbers.Length) << 60 | 1UL << 62;
    }

    private static ulong Short(ulong hash) => hash >> HashShift | 1;

    private static double ByNumbers(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return AddressGrade.Community;
        }

        var shorter = Math.Min(a.Length, b.Length);
        var same = a.CommonPrefixLength(b);
        return same == shorter || (shorter >= 2 && (a.EndsWith(b) || b.EndsWith(a))) ? AddressGrade.Shortened
            : same >= 2 ? AddressGrade.Building
            : AddressGrade.Community;
    }

    // Equal, or equal at the end where one lacks divisions or their last words: 北京朝阳区建国路 and 北京市朝阳区建外街道建国路 and 建国路.
    private static bool ArePlacesOne(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length > b.Length)
        {
            return ArePlacesOne(b, a);
        }

        var end = CommonEnd(a, b);
        if (end < 2)
        {
            return false;
        }

        if (end == a.Length)
        {
            return true;
        }

        Span<int> restA = stackalloc int[MostRest];
        Span<int> restB = stackalloc int[MostRest];
        restA = WithoutWords(a[..^end], restA);
        restB = WithoutWords(b[..^end], restB);
        return end >= 3 && (restA.Length <= restB.Length ? IsEitherEnd(restA, restB) : IsEitherEnd(restB, restA));
    }

    private static bool ArePlacesNear(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a.Length < 4)
        {
            return false;
        }

        var start = a.CommonPrefixLength(b);
        return start + CommonEnd(a[start..], b[start..]) >= Math.Max(a.Length, b.Length) - 1;
    }

    private static bool ShareDivision(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var start = a[..a.CommonPrefixLength(b)];
        return start.Length >= 3 && start.IndexOfAny(['区', '县', '市', '镇', '乡', '旗', '村']) > 0;
    }

    private static bool IsEitherEnd(ReadOnlySpan<int> shorter, ReadOnlySpan<int> longer) => longer.StartsWith(shorter) || longer.EndsWith(shorter);

    private static int CommonEnd(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var end = 0;
        while (end < shorter && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return end;
    }

    private static Span<int> WithoutWords(ReadOnlySpan<int> place, Span<int> rest)
    {
        var length = 0;
        foreach (var code in place[..Math.Min(place.Length, MostRest)])
        {
            if (code is not ('省' or '市' or '区' or '县'))
            {
                rest[length++] = code;
            }
        }

        return rest[..length];
    }
}
