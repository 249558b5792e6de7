namespace Qingce.Tables;

/// <summary>Hands out a file in blocks of whole records, in order, to any number of threads.</summary>
internal sealed class BlockSource(string path, Stream stream, CsvDialect dialect, int blockBytes) : IDisposable
{
    // Vectors may be read from the last byte on.
    public const int Padding = 64;

    private readonly Lock _gate = new();
    private byte[] _carry = [];
    private int _carried;
    private long _sequence;
    private bool _atEnd;

    /// <summary>Reads the next block.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="length">How many.</param>
    /// <param name="sequence">Which block it is, from 0.</param>
    /// <param name="tooLong">The place of the longest field of the next record, where that is too long to be one: nothing is read, and the file ends here; otherwise -1.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="TableFormatException">The file cannot be read.</exception>
    public bool Next(PinnedBuffer buffer, out int length, out long sequence, out int tooLong)
    {
        lock (_gate)
        {
            tooLong = -1;
            length = 0;
            sequence = _sequence;
            if (_atEnd && _carried == 0)
            {
                return false;
            }

            int target = Math.Max(blockBytes, 2 * _carried);
            buffer.EnsureFresh(target + Padding);
            _carry.AsSpan(0, _carried).CopyTo(buffer.Span);
            int filled = _carried;
            while (true)
            {
                filled = Fill(buffer, filled, target);
                if (_atEnd)
                {
                    length = filled;
                    break;
                }

                length = RecordCutter.LastEnd(buffer, filled, dialect);
                if (length > 0)
                {
                    break;
                }

                if (filled > 2L * dialect.MaxRecordBytes)
                {
                    _ = RecordFields.Count(buffer.Span[..filled], final: false, dialect, out tooLong);
                    _atEnd = true;
                    _carried = 0;
                    return true;
                }

                target *= 2;
                buffer.Ensure(target + Padding);
            }

            _carried = filled - length;
            if (_carry.Length < _carried)
            {
                _carry = new byte[Math.Max(_carried, 4096)];
            }

            buffer.Span.Slice(length, _carried).CopyTo(_carry);
            if (length == 0)
            {
                return false;
            }

            _sequence++;
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    private int Fill(PinnedBuffer buffer, int filled, int target)
    {
        try
        {
            while (filled < target)
            {
                int read = stream.Read(buffer.Span[filled..target]);
                if (read == 0)
                {
                    _atEnd = true;
                    break;
                }

                filled += read;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(path, error);
        }

        return filled;
    }
}
