using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Qingce.Tables;

/// <summary>A row that was rejected, numbered within its block.</summary>
internal readonly record struct BlockReject(int Row, int Start, int End, RejectReason Reason, int Fields);

/// <summary>
/// The records of one block of UTF-8 as a table of (start, end) pairs, row by row. Fields stay where they are, except that those with
/// doubled quotes are written anew behind the block.
/// </summary>
internal sealed unsafe class RecordTable
{
    private readonly PinnedBuffer _fields = new();
    private readonly List<BlockReject> _rejects = [];
    private PinnedBuffer _bytes = null!;
    private CsvDialect _dialect;
    private byte* _at;
    private int _length;
    private int _tail;
    private int _width;
    private bool _hasNul;
    private bool _hasInvalid;

    /// <summary>Rows kept.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows rejected, in order.</summary>
    public List<BlockReject> Rejects => _rejects;

    /// <summary>Pairs of start and end, <c>2 × width</c> ints a row.</summary>
    public int* Fields => _fields.As<int>();

    /// <summary>Reads the records of a block.</summary>
    /// <param name="bytes">The block, with at least <see cref="BlockSource.Padding"/> bytes to spare. It may grow and move.</param>
    /// <param name="length">Its length.</param>
    /// <param name="width">Fields a record must have.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <param name="hasInvalid">Whether some bytes may be no text: then each row is looked at.</param>
    public void Read(PinnedBuffer bytes, int length, int width, in CsvDialect dialect, bool hasInvalid)
    {
        _bytes = bytes;
        _at = bytes.Pointer;
        _dialect = dialect;
        _length = length;
        _tail = length + BlockSource.Padding;
        _width = width;
        _hasNul = bytes.Span[..length].Contains((byte)0);
        _hasInvalid = hasInvalid;
        _rejects.Clear();
        Rows = 0;
        bytes.Span.Slice(length, BlockSource.Padding).Clear();
        _fields.EnsureFresh(8L * width * 64);
        Scan();
    }

    private void Scan()
    {
        byte delimiter = _dialect.Delimiter;
        byte lineEnd = _dialect.LineEnd;
        Vector256<byte> delimiters = Vector256.Create(delimiter);
        Vector256<byte> lineEnds = Vector256.Create(lineEnd);
        Vector256<byte> quotes = Vector256.Create(CsvDialect.Quote);
        bool vector = StructureMask.UseVector;
        int record = 0;
        int start = 0;
        int field = 0;
        int from = 0;
        int* row = RowRoom();
        while (from < _length)
        {
            uint mask = vector
                ? StructureMask.Vector(_at + from, delimiters, lineEnds, quotes)
                : StructureMask.Scalar(_at + from, delimiter, lineEnd, CsvDialect.Quote);
            if (_length - from < StructureMask.Width)
            {
                mask &= (1u << (_length - from)) - 1;
            }

            int next = from + StructureMask.Width;
            while (mask != 0)
            {
                int at = from + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                byte what = _at[at];
                if (what == delimiter)
                {
                    if (field < _width)
                    {
                        row[2 * field] = start;
                        row[2 * field + 1] = at;
                    }

                    field++;
                    start = at + 1;
                    continue;
                }

                if (what == lineEnd)
                {
                    row = EndRow(row, record, start, at, field);
                    field = 0;
                    record = start = at + 1;
                    continue;
                }

                if (at != start)
                {
                    continue;
                }

                // A quoted field that closes within the same 32 bytes, as most do: the scan goes on in the same mask.
                uint rest = mask;
                int behindQuote = 0;
                while (rest != 0)
                {
                    int quote = from + BitOperations.TrailingZeroCount(rest);
                    rest &= rest - 1;
                    if (_at[quote] == CsvDialect.Quote)
                    {
                        behindQuote = quote + 1;
                        break;
                    }
                }

                if (behindQuote > 0 && behindQuote < from + StructureMask.Width && behindQuote < _length
                    && behindQuote - record <= _dialect.MaxRecordBytes && (_at[behindQuote] == delimiter || _at[behindQuote] == lineEnd))
                {
                    if (field < _width)
                    {
                        row[2 * field] = at + 1;
                        row[2 * field + 1] = behindQuote - 1;
                    }

                    field++;
                    mask = rest & (rest - 1);
                    start = behindQuote + 1;
                    if (_at[behindQuote] == lineEnd)
                    {
                        row = EndRecord(row, record, behindQuote, field);
                        field = 0;
                        record = start;
                    }

                    continue;
                }

                // Any other quoted field: the scan begins anew behind it.
                ReadOnlySpan<byte> block = new(_at, _length);
                if (QuotedField.Close(block, at, record, final: true, _dialect, out int close, out bool escapes) == QuoteEnd.Broken)
                {
                    int line = block[record..].IndexOf(lineEnd);
                    int end = line < 0 ? _length : record + line;
                    Reject(record, end, RejectReason.BrokenQuote, 0);
                    record = start = next = Math.Min(end + 1, _length);
                    field = 0;
                    break;
                }

                int textStart = at + 1;
                int textEnd = close;
                if (escapes)
                {
                    Unescape(ref textStart, ref textEnd);
                }

                if (field < _width)
                {
                    row[2 * field] = textStart;
                    row[2 * field + 1] = textEnd;
                }

                field++;
                int behind = close + 1;
                if (behind < _length && _at[behind] == delimiter)
                {
                    start = next = behind + 1;
                    break;
                }

                int rowEnd = behind < _length && _at[behind] != lineEnd ? behind + 1 : behind;
                row = EndRecord(row, record, Math.Min(rowEnd, _length), field);
                field = 0;
                record = start = next = Math.Min(rowEnd + 1, _length);
                break;
            }

            from = next;
        }

        if (record < _length)
        {
            _ = EndRow(row, record, start, _length, field);
        }
    }

    /// <summary>Ends a row whose last field is not quoted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* EndRow(int* row, int record, int start, int end, int field)
    {
        int textEnd = end > start && _at[end - 1] == '\r' ? end - 1 : end;
        if (field < _width)
        {
            row[2 * field] = start;
            row[2 * field + 1] = textEnd;
        }

        // A blank line is no row, whatever the number of columns.
        return field == 0 && textEnd == start ? row : EndRecord(row, record, end, field + 1);
    }

    private int* EndRecord(int* row, int record, int end, int fields)
    {
        if (fields != _width)
        {
            Reject(record, end, fields > _width ? RejectReason.TooManyFields : RejectReason.TooFewFields, fields);
            return row;
        }

        if (_hasNul && new ReadOnlySpan<byte>(_at + record, end - record).Contains((byte)0))
        {
            Reject(record, end, RejectReason.NulByte, 0);
            return row;
        }

        if (_hasInvalid && IsInvalid(new ReadOnlySpan<byte>(_at + record, end - record)))
        {
            Reject(record, end, RejectReason.InvalidEncoding, 0);
            return row;
        }

        Rows++;
        return RowRoom();
    }

    // Decoding from GB 18030 or UTF-16 leaves U+FFFD where there was no text.
    private bool IsInvalid(ReadOnlySpan<byte> row) =>
        _dialect.Encoding == TextEncoding.Utf8 ? !Utf8.IsValid(row) : row.IndexOf("\uFFFD"u8) >= 0;

    private int* RowRoom()
    {
        long ints = 2L * _width * (Rows + 1);
        _fields.Ensure(4 * ints);
        return _fields.As<int>() + ints - 2 * _width;
    }

    private void Reject(int start, int end, RejectReason reason, int fields) =>
        _rejects.Add(new BlockReject(Rows + _rejects.Count, start, end, reason, fields));

    private void Unescape(ref int start, ref int end)
    {
        _bytes.Ensure((long)_tail + (end - start) + BlockSource.Padding);
        _at = _bytes.Pointer;
        int to = _tail;
        for (int i = start; i < end; i++)
        {
            byte b = _at[i];
            _at[to++] = b;
            if (b == CsvDialect.Quote)
            {
                i++;
            }
        }

        start = _tail;
        end = _tail = to;
    }
}
