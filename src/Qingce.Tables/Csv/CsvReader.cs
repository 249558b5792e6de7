using System.Text;

namespace Qingce.Tables;

/// <summary>Reads CSV: a file is cut into blocks of whole records, which are read side by side.</summary>
internal sealed class CsvReader : TableReader
{
    private const int LeastRunBytes = 256;

    private readonly CsvDialect _dialect;
    private readonly int _markLength;
    private readonly int _headerBytes;
    private readonly int _headerLines;
    private readonly double _rowBytes;

    public CsvReader(string path, ReadOptions options)
        : base(path, options)
    {
        TextEncoding encoding;
        try
        {
            using FileStream file = OpenFile(path);
            encoding = options.Encoding ?? TextProbe.FindEncoding(path, file);
            file.Position = 0;
            byte[] head = new byte[4];
            int length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            _markLength = TextProbe.MarkLength(head.AsSpan(0, length), encoding);
        }
        catch (Exception error) when (error is IOException and not TableFormatException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(path, error);
        }

        CsvHeader header = CsvHeader.Read(path, OpenText(encoding), encoding, options);
        _dialect = header.Dialect;
        _headerBytes = header.Bytes;
        _headerLines = header.Lines;
        _rowBytes = header.RowBytes;
        ColumnNames = header.Names;
        HeaderRules.Check(path, ColumnNames);
        RowCountHint = header.RowBytes <= 0 ? 0 : (long)((new FileInfo(path).Length - _markLength - _headerBytes) / header.RowBytes);
    }

    public override string FormatName => $"CSV, {EncodingNames.Of(_dialect.Encoding)}";

    public override long RowCountHint { get; }

    protected override void Dispose(bool disposing)
    {
    }

    private protected override void ReadAll(int[] columns, int threads, Action<Batch> body, CancellationToken cancellation)
    {
        using BlockSource source = OpenBlocks();
        BlockOrder order = NewOrder();
        Workers.Run(threads, stop =>
        {
            CsvBlock block = NewBlock(columns);
            while (block.Read(source, order, stop))
            {
                stop.ThrowIfCancellationRequested();
                body(block.Batch);
            }
        }, cancellation);
    }

    private protected override IEnumerable<Batch> ReadInOrder(int[] columns)
    {
        using BlockSource source = OpenBlocks();
        BlockOrder order = NewOrder();
        CsvBlock block = NewBlock(columns);
        while (block.Read(source, order, CancellationToken.None))
        {
            yield return block.Batch;
        }
    }

    private protected override IEnumerable<Batch> ReadRunsAt(int[] columns, IReadOnlyList<double> places, int rows)
    {
        using Stream text = OpenText(_dialect.Encoding);
        if (!text.CanSeek)
        {
            yield break;
        }

        // A run of longer rows has fewer of them.
        int bytes = (int)Math.Clamp(1.25 * rows * _rowBytes, LeastRunBytes, Options.BlockBytes);
        CsvRuns runs = new(Path, text, _dialect, _markLength + _headerBytes, bytes);
        CsvBlock block = NewBlock(columns);
        for (int i = 0; i < places.Count; i++)
        {
            if (runs.Read(places[i], block))
            {
                block.Batch.Sequence = i;
                block.Batch.RowCount = Math.Min(block.Batch.RowCount, rows);
                yield return block.Batch;
            }
        }
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);

    private BlockOrder NewOrder() => new(firstRow: 1, firstLine: 1 + _headerLines);

    private CsvBlock NewBlock(int[] columns) => new(Path, _dialect, ColumnNames, columns, Options.UndoFormulaGuard);

    private BlockSource OpenBlocks()
    {
        Stream text = OpenText(_dialect.Encoding);
        try
        {
            if (text.CanSeek)
            {
                text.Position += _headerBytes;
            }
            else
            {
                text.ReadExactly(new byte[_headerBytes]);
            }
        }
        catch (IOException error)
        {
            text.Dispose();
            throw TableFormatException.Unreadable(Path, error);
        }

        return new BlockSource(Path, text, _dialect, Options.BlockBytes);
    }

    /// <summary>The text behind the byte-order mark: UTF-16 is made into UTF-8 on the way, other encodings are given as they are.</summary>
    private Stream OpenText(TextEncoding encoding)
    {
        FileStream? file = null;
        try
        {
            file = OpenFile(Path);
            file.Position = _markLength;
            return encoding switch
            {
                TextEncoding.Utf16LittleEndian => Encoding.CreateTranscodingStream(file, Encoding.Unicode, Encoding.UTF8),
                TextEncoding.Utf16BigEndian => Encoding.CreateTranscodingStream(file, Encoding.BigEndianUnicode, Encoding.UTF8),
                _ => file,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw TableFormatException.Unreadable(Path, error);
        }
    }
}
