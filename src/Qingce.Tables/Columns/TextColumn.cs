using System.Runtime.CompilerServices;

namespace Qingce.Tables;

/// <summary>
/// UTF-8 text. A missing value and an empty one both read as empty. A column that its file stores with a dictionary keeps it, so
/// that a consumer can look at each distinct value once and then at <see cref="Code"/> alone.
/// </summary>
public sealed unsafe class TextColumn : Column
{
    private byte* _bytes;
    private int* _starts;
    private int* _ends;
    private nint _stride;
    private int* _codes;
    private byte* _validity;
    private int _validityOffset;

    internal TextColumn()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <summary>Whether <see cref="Code"/>, <see cref="DictionaryCount"/> and <see cref="DictionaryValue"/> may be used.</summary>
    public bool HasDictionary => _codes != null;

    /// <summary>Number of dictionary values; 0 without a dictionary. A dictionary belongs to one batch and may hold values no row uses.</summary>
    public int DictionaryCount { get; private set; }

    /// <summary>The text of a row, in the memory of the batch; empty for null.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public ReadOnlySpan<byte> this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            CheckRow(row);
            nint at = row;
            if (_codes != null)
            {
                at = _codes[row];
                if (at < 0)
                {
                    return default;
                }
            }

            at *= _stride;
            int start = _starts[at];
            return new ReadOnlySpan<byte>(_bytes + start, _ends[at] - start);
        }
    }

    /// <summary>The dictionary code of a row: 0 to <see cref="DictionaryCount"/> - 1, or -1 for null.</summary>
    /// <param name="row">0-based row of the batch.</param>
    /// <exception cref="InvalidOperationException">The column has no dictionary.</exception>
    public int Code(int row)
    {
        CheckRow(row);
        return _codes != null ? _codes[row] : throw new InvalidOperationException($"Column '{Name}' has no dictionary.");
    }

    /// <summary>The text of a dictionary code.</summary>
    /// <param name="code">0 to <see cref="DictionaryCount"/> - 1.</param>
    public ReadOnlySpan<byte> DictionaryValue(int code)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)code, (uint)DictionaryCount);
        nint at = code * _stride;
        int start = _starts[at];
        return new ReadOnlySpan<byte>(_bytes + start, _ends[at] - start);
    }

    /// <inheritdoc/>
    /// <remarks>In a format that cannot tell null from empty (CSV, Excel), an empty text is null.</remarks>
    public override bool IsNull(int row)
    {
        CheckRow(row);
        if (_codes != null)
        {
            return _codes[row] < 0;
        }

        if (_validity != null)
        {
            int bit = row + _validityOffset;
            return (_validity[bit >> 3] >> (bit & 7) & 1) == 0;
        }

        nint at = row * _stride;
        return TreatsEmptyAsNull && _starts[at] == _ends[at];
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetText(int row, Span<byte> scratch) => this[row];

    internal bool TreatsEmptyAsNull { get; private set; }

    /// <summary>Rows whose texts lie anywhere in one buffer, as pairs of start and end that are <paramref name="stride"/> ints apart.</summary>
    internal void SetSpans(byte* bytes, int* starts, int* ends, nint stride, int count)
    {
        Clear();
        _bytes = bytes;
        _starts = starts;
        _ends = ends;
        _stride = stride;
        Count = count;
        TreatsEmptyAsNull = true;
    }

    /// <summary>Arrow's layout: row i is bytes from offsets[i] to offsets[i + 1].</summary>
    internal void SetOffsets(byte* bytes, int* offsets, byte* validity, int validityOffset, int count)
    {
        Clear();
        _bytes = bytes;
        _starts = offsets;
        _ends = offsets + 1;
        _stride = 1;
        _validity = validity;
        _validityOffset = validityOffset;
        Count = count;
    }

    /// <summary>Codes (-1 for null, checked by the caller) into a dictionary in Arrow's layout.</summary>
    internal void SetCodes(int* codes, byte* bytes, int* offsets, int dictionaryCount, int count)
    {
        SetOffsets(bytes, offsets, null, 0, count);
        _codes = codes;
        DictionaryCount = dictionaryCount;
    }

    private void Clear()
    {
        _codes = null;
        _validity = null;
        _validityOffset = 0;
        DictionaryCount = 0;
        TreatsEmptyAsNull = false;
    }
}
