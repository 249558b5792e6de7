using System.Buffers;
using System.Globalization;
using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>The rows of one batch, packed.</summary>
internal sealed class RowPart
{
    private ulong[] _words;

    private RowPart(long sequence, int rows, ulong[] words, TextHeap.Part[] texts, TextHeap.Part keys)
    {
        Sequence = sequence;
        Rows = rows;
        _words = words;
        Texts = texts;
        Keys = keys;
    }

    public long Sequence { get; }

    public int Rows { get; }

    /// <summary>The long texts of each column.</summary>
    public TextHeap.Part[] Texts { get; }

    public TextHeap.Part Keys { get; }

    /// <summary>Rows that could not be read, and the first of them.</summary>
    public int Rejected { get; private init; }

    public RowReject? FirstReject { get; private init; }

    /// <summary>Packs a batch.</summary>
    /// <param name="batch">Its columns are those of the kinds, and then that of the ids.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="before">Null where there are ids; else the rows before those of the file, by which they are numbered.</param>
    public static RowPart Of(Batch batch, ColumnKind[] kinds, long? before)
    {
        var rows = batch.RowCount;
        var width = LinkTable.WidthOf(kinds.Length);
        var words = ArrayPool<ulong>.Shared.Rent(rows * width);
        words.AsSpan(0, rows * width).Clear();
        var texts = new TextHeap.Part[kinds.Length];
        for (var c = 0; c < kinds.Length; c++)
        {
            texts[c] = Pack(batch[c], kinds[c], words, c, width);
        }

        return new RowPart(batch.Sequence, rows, words, texts, before is { } numbered ? Numbers(batch, numbered) : Ids(batch[kinds.Length]))
        {
            Rejected = batch.Rejects.Count,
            FirstReject = batch.Rejects.Count > 0 ? batch.Rejects[0] : null,
        };
    }

    /// <summary>Copies the words and lets go of them.</summary>
    public void MoveTo(Span<ulong> words)
    {
        _words.AsSpan(0, words.Length).CopyTo(words);
        ArrayPool<ulong>.Shared.Return(_words);
        _words = [];
    }

    private static TextHeap.Part Pack(Column column, ColumnKind kind, ulong[] words, int place, int width)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        Span<byte> room = stackalloc byte[512];
        var known = new KnownCells();
        var bytes = new ByteBuffer();
        int[] starts = [];
        for (var row = 0; row < column.Count; row++)
        {
            var value = column.GetText(row, scratch);
            if (known.TryCell(value, out var before))
            {
                words[row * width + 1 + place] = before;
                words[row * width] |= before == Cell.Missing ? 0 : 1UL << place;
            }
            else if (!value.IsEmpty)
            {
                var most = kind.MostBytes(value.Length);
                var cleaned = most <= room.Length ? room : new byte[most];
                var length = kind.Clean(value, cleaned);
                var cell = Cell.Of(cleaned[..length]);
                words[row * width + 1 + place] = cell;
                words[row * width] |= cell == Cell.Missing ? 0 : 1UL << place;
                if (Cell.IsLong(cell))
                {
                    if (starts.Length == 0)
                    {
                        starts = new int[column.Count + 1];
                    }

                    bytes.Add(cleaned[..length]);
                }
                else
                {
                    known.Keep(value, cell);
                }
            }

            if (starts.Length > 0)
            {
                starts[row + 1] = bytes.Length;
            }
        }

        return new TextHeap.Part(starts, bytes.ToArray());
    }

    private static TextHeap.Part Ids(Column column)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        var starts = new int[column.Count + 1];
        var bytes = new ByteBuffer();
        for (var row = 0; row < column.Count; row++)
        {
            bytes.Add(column.GetText(row, scratch));
            starts[row + 1] = bytes.Length;
        }

        return new TextHeap.Part(starts, bytes.ToArray());
    }

    private static TextHeap.Part Numbers(Batch batch, long before)
    {
        Span<byte> scratch = stackalloc byte[20];
        var starts = new int[batch.RowCount + 1];
        var bytes = new ByteBuffer();
        for (var row = 0; row < batch.RowCount; row++)
        {
            (before + batch.RowNumber(row)).TryFormat(scratch, out var length, provider: CultureInfo.InvariantCulture);
            bytes.Add(scratch[..length]);
            starts[row + 1] = bytes.Length;
        }

        return new TextHeap.Part(starts, bytes.ToArray());
    }

    private struct ByteBuffer()
    {
        private byte[] _bytes = [];

        public int Length { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (Length + bytes.Length > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(1 << 14, (Length + bytes.Length) * 2));
            }

            bytes.CopyTo(_bytes.AsSpan(Length));
            Length += bytes.Length;
        }

        public readonly byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();
    }
}
