using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Qingce.Tables;

/// <summary>One block of a CSV file in the hands of one thread, used again for the next: bytes, records, and the batch over them.</summary>
internal sealed unsafe class CsvBlock
{
    private const int MaxRawText = 4096;

    private readonly string _path;
    private readonly CsvDialect _dialect;
    private readonly CsvDialect _decodedDialect;
    private readonly int[] _columns;
    private readonly IReadOnlyList<string> _names;
    private readonly int _width;
    private readonly bool _unguard;
    private readonly PinnedBuffer _raw = new();
    private readonly PinnedBuffer _decoded = new();
    private readonly RecordTable _records = new();

    public CsvBlock(string path, CsvDialect dialect, IReadOnlyList<string> names, int[] columns, bool unguard)
    {
        _path = path;
        _dialect = dialect;
        // UTF-8 of one text is at most so much longer than GB 18030; the cutting of the file has seen to the limit already.
        _decodedDialect = dialect with { MaxRecordBytes = checked((int)Math.Min(int.MaxValue, Gb18030.MaxUtf8Length(dialect.MaxRecordBytes))) };
        _columns = columns;
        _names = names;
        _width = names.Count;
        _unguard = unguard;
        Batch = new Batch { File = path, ColumnArray = [.. columns.Select(column => new TextColumn { Name = names[column] })] };
    }

    public Batch Batch { get; }

    /// <summary>Reads the next block.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="TableFormatException">The file cannot be read, or a record is too long.</exception>
    public bool Read(BlockSource source, BlockOrder order, CancellationToken stop)
    {
        if (!source.Next(_raw, out int length, out long sequence, out int tooLong))
        {
            return false;
        }

        if (tooLong >= 0)
        {
            throw TooLong(tooLong, order.Enter(sequence, 0, 0, stop));
        }

        PinnedBuffer text = _raw;
        if (_dialect.Encoding == TextEncoding.Gb18030)
        {
            text = _decoded;
            text.EnsureFresh(Gb18030.MaxUtf8Length(length) + BlockSource.Padding);
            (length, _, int invalid) = Gb18030.Decode(_raw.Span[..length], text.Span);
            _records.Read(text, length, _width, _decodedDialect, invalid > 0);
        }
        else
        {
            ReadOnlySpan<byte> bytes = text.Span[..length];
            bool invalid = _dialect.Encoding == TextEncoding.Utf8 ? !Utf8.IsValid(bytes) : bytes.IndexOf("\uFFFD"u8) >= 0;
            _records.Read(text, length, _width, _dialect, invalid);
        }

        int lines = text.Span[..length].Count(_dialect.LineEnd);
        (long row, long line) = order.Enter(sequence, _records.Rows + _records.Rejects.Count, lines, stop);
        if (_unguard)
        {
            Unguard(text.Pointer);
        }

        Fill(text, sequence, row, line);
        return true;
    }

    private TableFormatException TooLong(int field, (long Row, long Line) at) => new(
        TableFault.RecordTooLong, _path, "", null,
        _dialect.MaxRecordBytes.ToString(CultureInfo.InvariantCulture),
        at.Row.ToString(CultureInfo.InvariantCulture),
        at.Line.ToString(CultureInfo.InvariantCulture),
        field < _width ? _names[field] : (field + 1).ToString(CultureInfo.InvariantCulture));

    private void Fill(PinnedBuffer text, long sequence, long row, long line)
    {
        Batch.Sequence = sequence;
        Batch.FirstRow = row;
        Batch.RowCount = _records.Rows;
        for (int i = 0; i < _columns.Length; i++)
        {
            int* first = _records.Fields + 2 * _columns[i];
            ((TextColumn)Batch.ColumnArray[i]).SetSpans(text.Pointer, first, first + 1, 2 * _width, _records.Rows);
        }

        Batch.RejectList.Clear();
        int seen = 0;
        foreach (BlockReject reject in _records.Rejects)
        {
            line += text.Span[seen..reject.Start].Count(_dialect.LineEnd);
            seen = reject.Start;
            ReadOnlySpan<byte> raw = text.Span[reject.Start..Math.Min(reject.End, reject.Start + 4 * MaxRawText)];
            string rawText = Encoding.UTF8.GetString(raw).TrimEnd('\r');
            Batch.RejectList.Add(new RowReject(
                _path, row + reject.Row, line, null, reject.Reason, Arguments(reject),
                rawText.Length > MaxRawText ? rawText[..MaxRawText] : rawText));
        }
    }

    private string[] Arguments(BlockReject reject) => reject.Reason switch
    {
        RejectReason.TooManyFields or RejectReason.TooFewFields =>
        [
            reject.Fields.ToString(CultureInfo.InvariantCulture),
            _width.ToString(CultureInfo.InvariantCulture),
        ],
        RejectReason.InvalidEncoding => [EncodingNames.Of(_dialect.Encoding)],
        _ => [],
    };

    private void Unguard(byte* bytes)
    {
        for (int row = 0; row < _records.Rows; row++)
        {
            int* fields = _records.Fields + 2L * _width * row;
            foreach (int column in _columns)
            {
                int start = fields[2 * column];
                int length = fields[2 * column + 1] - start;
                if (length > 1 && bytes[start] == '\'' && FormulaGuard.Guards(new ReadOnlySpan<byte>(bytes + start + 1, length - 1)))
                {
                    fields[2 * column]++;
                }
            }
        }
    }
}
