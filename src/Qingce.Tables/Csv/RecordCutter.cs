namespace Qingce.Tables;

/// <summary>Finds where the last whole record of a piece of a file ends. Without quotes this is one look for the last line end.</summary>
internal static class RecordCutter
{
    /// <param name="bytes">Bytes that start with a record and after which more come.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <returns>The length of the whole records; 0 where not even the first is known to end.</returns>
    public static int LastEnd(ReadOnlySpan<byte> bytes, in CsvDialect dialect)
    {
        int record = 0;
        int at = 0;
        while (true)
        {
            int quote = bytes[at..].IndexOf(CsvDialect.Quote);
            int lineEnd = (quote < 0 ? bytes[at..] : bytes.Slice(at, quote)).LastIndexOf(dialect.LineEnd);
            if (lineEnd >= 0)
            {
                record = at + lineEnd + 1;
            }

            if (quote < 0)
            {
                return record;
            }

            at += quote;
            if (at > record && bytes[at - 1] != dialect.Delimiter)
            {
                at++;
                continue;
            }

            switch (QuotedField.Close(bytes, at, record, final: false, dialect, out int close, out _))
            {
                case QuoteEnd.Closed:
                    at = close + 1;
                    break;
                case QuoteEnd.Unknown:
                    return record;
                default:
                    int next = bytes[record..].IndexOf(dialect.LineEnd);
                    if (next < 0)
                    {
                        return record;
                    }

                    at = record += next + 1;
                    break;
            }
        }
    }
}
