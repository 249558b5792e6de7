using System.Buffers;
using System.Globalization;
using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Cleans and packs batches of one table. Keeps what it needs for the next one; for one thread at a time.</summary>
/// <param name="kinds">The kinds of the columns.</param>
internal sealed class RowPacker(ColumnKind[] kinds)
{
    // No cell: its letters would be ones that there are not.
    private const ulong NotYet = ulong.MaxValue;
    private readonly KnownCells[] _known = [.. kinds.Select(_ => new KnownCells())];
    private readonly JoinedValues _joined = new();
    private byte[] _cleaned = new byte[512];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;
    private int[] _starts = [];
    private ulong[] _entries = [];

    /// <summary>Packs a batch.</summary>
    /// <param name="batch">Columns of a file.</param>
    /// <param name="at">For each kind the column of the batch that it cleans.</param>
    /// <param name="behind">For each kind the column whose values stand behind those; -1 for none.</param>
    /// <param name="ids">The column of the ids.</param>
    /// <param name="before">Null where there are ids; else the rows before those of the file, by which they are numbered.</param>
    public RowPart Pack(Batch batch, int[] at, int[] behind, int ids, long? before)
    {
        var rows = batch.RowCount;
        var width = LinkTable.WidthOf(kinds.Length);
        var words = ArrayPool<ulong>.Shared.Rent(rows * width);
        words.AsSpan(0, rows * width).Clear();
        var texts = new TextLines[kinds.Length];
        for (var c = 0; c < kinds.Length; c++)
        {
            texts[c] = Pack(batch[at[c]], behind[c] < 0 ? null : batch[behind[c]], c, words, width);
        }

        return new RowPart(batch.Sequence, rows, words, texts, before is { } numbered ? Numbers(batch, numbered) : Ids(batch[ids]))
        {
            Rejected = batch.Rejects.Count,
            FirstReject = batch.Rejects.Count > 0 ? batch.Rejects[0] : null,
        };
    }

    private TextLines Pack(Column column, Column? behind, int place, ulong[] words, int width)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        var text = behind is null ? column as TextColumn : null;
        var entries = text is { HasDictionary: true } coded ? Entries(coded) : [];
        var hasLong = false;
        _length = 0;
        for (var row = 0; row < column.Count; row++)
        {
            var value = text is not null ? text[row] : behind is null ? column.GetText(row, scratch) : _joined.Of(column, behind, row);
            if (!value.IsEmpty)
            {
                var entry = entries.IsEmpty ? -1 : text!.Code(row);
                ReadOnlySpan<byte> cleaned = value;
                var cell = entry < 0 || entries[entry] == NotYet ? CellOf(value, place, out cleaned) : entries[entry];
                words[row * width + 1 + place] = cell;
                words[row * width] |= cell == Cell.Missing ? 0 : 1UL << place;
                if (Cell.IsLong(cell))
                {
                    if (!hasLong)
                    {
                        hasLong = true;
                        Starts(column.Count)[..(row + 1)].Clear();
                    }

                    Add(cleaned);
                }
                else if (entry >= 0)
                {
                    entries[entry] = cell;
                }
            }

            if (hasLong)
            {
                _starts[row + 1] = _length;
            }
        }

        return hasLong ? Lines(column.Count) : TextLines.None;
    }

    private ulong CellOf(ReadOnlySpan<byte> value, int place, out ReadOnlySpan<byte> cleaned)
    {
        cleaned = value;
        if (kinds[place].TryCell(value, out var cell) || _known[place].TryCell(value, out cell))
        {
            return cell;
        }

        var most = kinds[place].MostBytes(value.Length);
        if (_cleaned.Length < most)
        {
            _cleaned = new byte[2 * most];
        }

        cleaned = _cleaned.AsSpan(0, kinds[place].Clean(value, _cleaned));
        cell = Cell.Of(cleaned);
        if (!Cell.IsLong(cell))
        {
            _known[place].Keep(value, cell);
        }

        return cell;
    }

    // The cells of a dictionary, which are made at their first use.
    private Span<ulong> Entries(TextColumn column)
    {
        if (_entries.Length < column.DictionaryCount)
        {
            _entries = new ulong[column.DictionaryCount];
        }

        var entries = _entries.AsSpan(0, column.DictionaryCount);
        entries.Fill(NotYet);
        return entries;
    }

    private TextLines Ids(Column column)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        var starts = Starts(column.Count);
        _length = starts[0] = 0;
        for (var row = 0; row < column.Count; row++)
        {
            Add(column.GetText(row, scratch));
            starts[row + 1] = _length;
        }

        return Lines(column.Count);
    }

    private TextLines Numbers(Batch batch, long before)
    {
        Span<byte> scratch = stackalloc byte[20];
        var starts = Starts(batch.RowCount);
        _length = starts[0] = 0;
        for (var row = 0; row < batch.RowCount; row++)
        {
            (before + batch.RowNumber(row)).TryFormat(scratch, out var length, provider: CultureInfo.InvariantCulture);
            Add(scratch[..length]);
            starts[row + 1] = _length;
        }

        return Lines(batch.RowCount);
    }

    private Span<int> Starts(int rows)
    {
        if (_starts.Length <= rows)
        {
            _starts = new int[rows + 1];
        }

        return _starts.AsSpan(0, rows + 1);
    }

    private TextLines Lines(int rows) => new(_starts.AsSpan(0, rows + 1), _bytes.AsSpan(0, _length).ToArray());

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (_length + bytes.Length) * 2);
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
