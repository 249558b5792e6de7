using System.Buffers.Text;
using System.Text;

namespace Qingce.Tables;

/// <summary>
/// Writes CSV as in RFC 4180, with LF line ends. Fields are quoted where they hold a quote, a line end or any of the delimiters that a
/// reader may look for, so that finding the delimiter by looking never goes wrong on our own files.
/// </summary>
internal sealed class CsvWriter : TableWriter
{
    // Few enough that they are still in the processor's own memory when the system copies them.
    private const int FlushedBytes = 1 << 18;

    private readonly WriteOptions _options;
    private readonly FileStream _file;
    private readonly Encoding? _transcode;
    private readonly CodedFields?[] _coded;
    private byte[] _buffer = new byte[1 << 16];
    private byte[] _transcoded = [];
    private int _length;

    public CsvWriter(string path, TableSchema schema, WriteOptions options)
        : base(path, schema)
    {
        _options = options;
        _coded = new CodedFields?[schema.Columns.Count];
        _transcode = options.Encoding switch
        {
            TextEncoding.Utf8 => null,
            TextEncoding.Gb18030 => Gb18030.Strict,
            _ => throw new ArgumentException($"CSV is not written in {options.Encoding}.", nameof(options)),
        };
        try
        {
            _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TableWriteException.From(path, error);
        }

        if (_transcode is null && options.ByteOrderMark)
        {
            Put("\uFEFF"u8);
        }

        for (int i = 0; i < schema.Columns.Count; i++)
        {
            Ensure(1);
            if (i > 0)
            {
                _buffer[_length++] = (byte)',';
            }

            PutText(Encoding.UTF8.GetBytes(schema.Columns[i].Name));
        }

        Put("\n"u8);
    }

    public override void Finish()
    {
        Flush();
        IsFinished = true;
    }

    private protected override void Close() => _file.Dispose();

    private protected override void WriteRows(BatchBuilder batch, int rows)
    {
        bool alone = batch.Columns.Count == 1;
        for (int i = 0; i < _coded.Length; i++)
        {
            _coded[i] = batch[i] is TextBuilder { Dictionary: { } dictionary }
                ? _coded[i] is { } known && known.Serves(dictionary) ? known : new CodedFields(dictionary, Escape)
                : null;
        }

        for (int row = 0; row < rows; row++)
        {
            int start = _length;
            for (int i = 0; i < _coded.Length; i++)
            {
                Ensure(Column.ScratchLength);
                if (i > 0)
                {
                    _buffer[_length++] = (byte)',';
                }

                PutValue(batch[i], i, row);
            }

            if (alone && _length == start)
            {
                // A blank line would be no row.
                Put("\"\""u8);
            }

            Put("\n"u8);
            if (_length > FlushedBytes)
            {
                Flush();
            }
        }

        Flush();
    }

    private void PutValue(ColumnBuilder column, int position, int row)
    {
        if (column.Count == 0 || column.IsNull(row))
        {
            return;
        }

        int written;
        switch (column)
        {
            case TextBuilder text when _coded[position] is { } coded:
                Put(coded[text, row]);
                return;
            case TextBuilder text:
                PutText(text[row]);
                return;
            case Int64Builder whole:
                _ = Utf8Formatter.TryFormat(whole[row], _buffer.AsSpan(_length), out written);
                break;
            case DoubleBuilder real:
                _ = ValueText.TryFormat(real[row], _buffer.AsSpan(_length), out written);
                break;
            case DateBuilder date:
                _ = ValueText.TryFormatDate(date[row], _buffer.AsSpan(_length), out written);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(column), column, null);
        }

        _length += written;
    }

    private void PutText(ReadOnlySpan<byte> text)
    {
        Ensure(CsvField.MostBytes(text.Length));
        _length += Escape(text, _buffer.AsSpan(_length));
    }

    private int Escape(ReadOnlySpan<byte> text, Span<byte> field) => CsvField.Write(text, field, _options.FormulaGuard);

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Ensure(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Array.Resize(ref _buffer, checked(Math.Max(_buffer.Length * 2, _length + more)));
        }
    }

    private void Flush()
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _length);
        _length = 0;
        if (_transcode is not null)
        {
            string text = Encoding.UTF8.GetString(bytes);
            int most = _transcode.GetMaxByteCount(text.Length);
            if (_transcoded.Length < most)
            {
                _transcoded = new byte[most];
            }

            bytes = _transcoded.AsSpan(0, _transcode.GetBytes(text, _transcoded));
        }

        try
        {
            _file.Write(bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TableWriteException.From(Path, error);
        }
    }
}
