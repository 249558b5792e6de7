namespace Qingce.Linkage;

/// <summary>Many short texts in few arrays, numbered as they come.</summary>
internal sealed class PackedTexts
{
    private const int ChunkBytes = 1 << 20;
    private const int LengthBits = 20;
    private readonly List<byte[]> _chunks = [];
    private readonly List<ulong> _places = [];
    private int _used = ChunkBytes;

    public int Count => _places.Count;

    public ReadOnlySpan<byte> this[int text]
    {
        get
        {
            var place = _places[text];
            var start = place >> LengthBits;
            return _chunks[(int)(start / ChunkBytes)].AsSpan((int)(start % ChunkBytes), (int)(place & ((1 << LengthBits) - 1)));
        }
    }

    /// <summary>Adds a text of less than a megabyte.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(text.Length, ChunkBytes, nameof(text));
        if (_used + text.Length > ChunkBytes)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkBytes));
            _used = 0;
        }

        text.CopyTo(_chunks[^1].AsSpan(_used));
        _places.Add((((ulong)(_chunks.Count - 1) * ChunkBytes) + (ulong)_used << LengthBits) | (uint)text.Length);
        _used += text.Length;
        return _places.Count - 1;
    }
}
