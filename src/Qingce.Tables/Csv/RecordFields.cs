namespace Qingce.Tables;

/// <summary>Goes through the fields of one record without reading them.</summary>
internal static class RecordFields
{
    /// <summary>Counts the fields.</summary>
    /// <param name="record">The record, or its beginning.</param>
    /// <param name="final">Whether nothing comes after the bytes.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <param name="longest">The 0-based place of the longest of them.</param>
    public static int Count(ReadOnlySpan<byte> record, bool final, in CsvDialect dialect, out int longest)
    {
        int fields = 0, length = -1, start = 0;
        longest = 0;
        for (; start <= record.Length; fields++)
        {
            int from = start;
            if (from < record.Length && record[from] == CsvDialect.Quote
                && QuotedField.Close(record, from, record: 0, final, dialect, out int close, out _) == QuoteEnd.Closed)
            {
                from = close;
            }

            int end = record[from..].IndexOf(dialect.Delimiter);
            end = end < 0 ? record.Length : from + end;
            if (end - start > length)
            {
                (longest, length) = (fields, end - start);
            }

            start = end + 1;
        }

        return fields;
    }
}
