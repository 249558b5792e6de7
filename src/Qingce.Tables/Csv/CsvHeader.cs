using System.Text;

namespace Qingce.Tables;

/// <summary>The header record of a CSV file and what is found out from the bytes around it.</summary>
internal sealed class CsvHeader
{
    public required CsvDialect Dialect { get; init; }

    public required string[] Names { get; init; }

    /// <summary>Bytes up to the end of the header record, blank lines before it among them.</summary>
    public required int Bytes { get; init; }

    /// <summary>Line ends up to there.</summary>
    public required int Lines { get; init; }

    /// <summary>Bytes of an average row among the first ones; 0 without rows.</summary>
    public required double RowBytes { get; init; }

    public static CsvHeader Read(string path, Stream text, TextEncoding encoding, ReadOptions options)
    {
        byte[] first = GC.AllocateUninitializedArray<byte>(65536 + options.MaxRecordBytes);
        int length;
        try
        {
            using (text)
            {
                length = text.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            }
        }
        catch (IOException error)
        {
            throw TableFormatException.Unreadable(path, error);
        }

        ReadOnlySpan<byte> bytes = first.AsSpan(0, length);
        byte lineEnd = TextProbe.FindLineEnd(bytes);
        byte delimiter = options.Delimiter is { } given
            ? char.IsAscii(given) && given is not ('"' or '\r' or '\n')
                ? (byte)given
                : throw new ArgumentException($"'{given}' cannot be a delimiter.", nameof(options))
            : TextProbe.FindDelimiter(bytes, encoding);
        CsvDialect dialect = new(encoding, delimiter, lineEnd, options.MaxRecordBytes);
        int start = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (start < 0)
        {
            throw new TableFormatException(TableFault.Empty, path);
        }

        int end = RecordStart.RecordEnd(bytes, start, final: true, dialect);
        int width = RecordFields.Count(bytes[start..end], final: true, dialect, out _);
        CsvDialect whole = dialect with { MaxRecordBytes = int.MaxValue };
        PinnedBuffer record = new();
        record.Ensure(Gb18030.MaxUtf8Length(end - start) + BlockSource.Padding);
        int textLength = end - start;
        if (encoding == TextEncoding.Gb18030)
        {
            textLength = Gb18030.Decode(bytes[start..end], record.Span).Length;
        }
        else
        {
            bytes[start..end].CopyTo(record.Span);
        }

        RecordTable table = new();
        table.Read(record, textLength, width, whole, hasInvalid: true);
        if (table.Rows != 1)
        {
            throw new TableFormatException(TableFault.NoHeader, path);
        }

        ReadOnlySpan<byte> rest = bytes[end..];
        int lines = rest.Count(lineEnd);
        return new CsvHeader
        {
            Dialect = dialect,
            Names = Texts(table, record, width),
            Bytes = end,
            Lines = bytes[..end].Count(lineEnd),
            RowBytes = (double)rest.Length / Math.Max(1, lines),
        };
    }

    private static unsafe string[] Texts(RecordTable table, PinnedBuffer record, int width)
    {
        string[] names = new string[width];
        for (int i = 0; i < width; i++)
        {
            int from = table.Fields[2 * i];
            names[i] = Encoding.UTF8.GetString(record.Pointer + from, table.Fields[2 * i + 1] - from).Trim();
        }

        return names;
    }
}
