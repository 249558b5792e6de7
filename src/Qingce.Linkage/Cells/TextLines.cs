using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// Short texts of some consecutive rows, one behind the other. Where each begins takes two bytes and a quarter of a row, and nothing where all are of one
/// length. Immutable.
/// </summary>
internal sealed class TextLines
{
    private const int Together = 16, Head = 2, Group = Head + Together;
    private readonly byte[] _bytes;

    // Of each sixteen rows where the first begins, in two halves, and by how much later the others do.
    private readonly ushort[] _places;

    // Only where texts are so long that two bytes do not do.
    private readonly int[] _starts;
    private readonly int _length;

    /// <summary>Packs texts.</summary>
    /// <param name="starts">Where each begins, and where the last ends.</param>
    /// <param name="bytes">The texts; kept.</param>
    public TextLines(ReadOnlySpan<int> starts, byte[] bytes)
    {
        (_bytes, _places, _starts) = (bytes, [], []);
        Rows = Math.Max(0, starts.Length - 1);
        _length = LengthOfEach(starts);
        if (_length < 0 && !TryPlaces(starts, out _places))
        {
            _starts = starts.ToArray();
        }
    }

    /// <summary>No texts, of any number of rows.</summary>
    public static TextLines None { get; } = new([], []);

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Bytes of memory that it takes.</summary>
    public long Bytes => _bytes.Length + (long)_places.Length * sizeof(ushort) + (long)_starts.Length * sizeof(int);

    /// <summary>A text, UTF-8.</summary>
    /// <param name="row">0-based.</param>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            if (_length >= 0)
            {
                return _bytes.AsSpan(row * _length, _length);
            }

            if (_starts.Length > 0)
            {
                return _bytes.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
            }

            var (group, at) = (row / Together * Group, row % Together);
            var first = FirstOf(group);
            var start = first + _places[group + Head + at];
            return _bytes.AsSpan(start, (at + 1 < Together ? first + _places[group + Head + at + 1] : FirstOf(group + Group)) - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstOf(int group) => _places[group] | _places[group + 1] << 16;

    private static int LengthOfEach(ReadOnlySpan<int> starts)
    {
        if (starts.Length < 2)
        {
            return 0;
        }

        var length = starts[1] - starts[0];
        for (var row = 1; row < starts.Length - 1; row++)
        {
            if (starts[row + 1] - starts[row] != length)
            {
                return -1;
            }
        }

        return length;
    }

    private static bool TryPlaces(ReadOnlySpan<int> starts, out ushort[] places)
    {
        places = GC.AllocateUninitializedArray<ushort>((starts.Length - 1) / Together * Group + Group);
        for (int from = 0, at = 0; from < starts.Length; from += Together)
        {
            (places[at], places[at + 1]) = ((ushort)(starts[from] & ushort.MaxValue), (ushort)(starts[from] >> 16));
            for (var i = 0; i < Together; i++)
            {
                var later = starts[Math.Min(from + i, starts.Length - 1)] - starts[from];
                if (later > ushort.MaxValue)
                {
                    places = [];
                    return false;
                }

                places[at + Head + i] = (ushort)later;
            }

            at += Group;
        }

        return true;
    }
}
