namespace Qingce.Tables;

/// <summary>What became of a quote that opens a field.</summary>
internal enum QuoteEnd
{
    /// <summary>The field is closed, and a delimiter, a line end or the end of the file follows.</summary>
    Closed,

    /// <summary>More bytes are needed to know.</summary>
    Unknown,

    /// <summary>It is not closed within the longest record, or text follows the closing quote.</summary>
    Broken,
}

/// <summary>
/// The one rule for quoted fields, which both the cutting of a file into blocks and the reading of a block follow. A quote opens a field
/// only as its first byte. Where a field is broken, only the physical line on which its record starts is given up, and reading goes on
/// with the next: one stray quote never swallows the rest of a file.
/// </summary>
internal static class QuotedField
{
    /// <param name="bytes">Bytes that hold the record from its start.</param>
    /// <param name="open">Where the opening quote is.</param>
    /// <param name="record">Where the record starts.</param>
    /// <param name="final">Whether nothing comes after the bytes.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <param name="close">Where the closing quote is, if it is closed.</param>
    /// <param name="escapes">Whether the field holds doubled quotes.</param>
    public static QuoteEnd Close(
        ReadOnlySpan<byte> bytes, int open, int record, bool final, in CsvDialect dialect, out int close, out bool escapes)
    {
        escapes = false;
        close = open + 1;
        while (true)
        {
            // Most fields are too short for a vector search to pay.
            int near = Math.Min(bytes.Length, close + 12);
            int quote = 0;
            while (close + quote < near && bytes[close + quote] != CsvDialect.Quote)
            {
                quote++;
            }

            if (close + quote == near)
            {
                int far = bytes[near..].IndexOf(CsvDialect.Quote);
                quote = far < 0 ? -1 : quote + far;
            }

            if (quote < 0)
            {
                return final || bytes.Length - record > dialect.MaxRecordBytes ? QuoteEnd.Broken : QuoteEnd.Unknown;
            }

            close += quote;
            if (close - record > dialect.MaxRecordBytes)
            {
                return QuoteEnd.Broken;
            }

            if (close + 1 == bytes.Length)
            {
                return final ? QuoteEnd.Closed : QuoteEnd.Unknown;
            }

            byte next = bytes[close + 1];
            if (next == CsvDialect.Quote)
            {
                escapes = true;
                close += 2;
                continue;
            }

            if (next == dialect.Delimiter || next == dialect.LineEnd)
            {
                return QuoteEnd.Closed;
            }

            if (next != '\r')
            {
                return QuoteEnd.Broken;
            }

            return close + 2 < bytes.Length ? bytes[close + 2] == dialect.LineEnd ? QuoteEnd.Closed : QuoteEnd.Broken
                : final ? QuoteEnd.Closed
                : QuoteEnd.Unknown;
        }
    }
}
