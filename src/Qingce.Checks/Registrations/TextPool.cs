namespace Qingce.Checks.Registrations;

/// <summary>
/// Many short UTF-8 texts without an object each, numbered from 0. Kept in blocks of 65,536 texts, so that no array nears 2 GiB. Once filled
/// it may be read by several threads.
/// </summary>
internal sealed class TextPool
{
    private const int BlockShift = 16;
    private const int BlockMask = (1 << BlockShift) - 1;

    // A verification of a few persons makes as many pools as one of a province.
    private const int FirstTexts = 64;
    private const int FirstBytes = 1024;

    private readonly List<byte[]> _bytes = [];
    private readonly List<int[]> _ends = [];
    private int _length;

    public static TextPool Empty { get; } = new();

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)Count);
            int[] ends = _ends[number >> BlockShift];
            int at = number & BlockMask;
            int start = at == 0 ? 0 : ends[at - 1];
            return _bytes[number >> BlockShift].AsSpan(start, ends[at] - start);
        }
    }

    /// <summary>Appends a text and gives its number.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        int at = Count & BlockMask;
        if (at == 0)
        {
            Trim();
            bool isFirst = _ends.Count == 0;
            _bytes.Add(new byte[isFirst ? FirstBytes : 1 << BlockShift]);
            _ends.Add(new int[isFirst ? FirstTexts : 1 << BlockShift]);
            _length = 0;
        }
        else if (at == _ends[^1].Length)
        {
            int[] ends = _ends[^1];
            Array.Resize(ref ends, ends.Length * 2);
            _ends[^1] = ends;
        }

        byte[] bytes = _bytes[^1];
        if (bytes.Length - _length < text.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, _length + text.Length));
            _bytes[^1] = bytes;
        }

        text.CopyTo(bytes.AsSpan(_length));
        _length += text.Length;
        _ends[^1][at] = _length;
        return Count++;
    }

    private void Trim()
    {
        if (_bytes.Count > 0)
        {
            byte[] bytes = _bytes[^1];
            Array.Resize(ref bytes, _length);
            _bytes[^1] = bytes;
        }
    }
}
