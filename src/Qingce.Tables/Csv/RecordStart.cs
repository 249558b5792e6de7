namespace Qingce.Tables;

/// <summary>Finds where records begin in a piece from the middle of a file.</summary>
internal static class RecordStart
{
    /// <summary>
    /// Finds the first record that is known to begin in the piece. A line end alone does not tell, as it may be within quotes: the first quote that can
    /// only open a field or only close one says which it is.
    /// </summary>
    /// <param name="piece">From anywhere in the file; its first byte is only looked at for what stands before the second.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <returns>Where it begins; -1 where the piece is too short to know.</returns>
    public static int Find(ReadOnlySpan<byte> piece, in CsvDialect dialect)
    {
        // Quotes at the very beginning may be the rest of doubled ones.
        int outside = Math.Max(1, piece.IndexOfAnyExcept(CsvDialect.Quote));
        bool unsure = false;
        for (int at = outside, behind; at < piece.Length && piece[at..].IndexOf(CsvDialect.Quote) is int found and >= 0; at = behind)
        {
            at += found;
            int same = piece[at..].IndexOfAnyExcept(CsvDialect.Quote);
            behind = same < 0 ? piece.Length : at + same;

            // Doubled quotes are text, or an empty field: what was open stays so.
            bool opens = (behind - at) % 2 == 1 && (piece[at - 1] == dialect.Delimiter || piece[at - 1] == dialect.LineEnd);
            bool closes = (behind - at) % 2 == 1 && (same < 0 || piece[behind] == dialect.Delimiter || piece[behind] == dialect.LineEnd || piece[behind] == '\r');
            outside = closes ? behind : outside;
            unsure = opens ? closes : unsure && !closes;
            if (opens != closes)
            {
                break;
            }
        }

        int end = unsure || outside >= piece.Length ? -1 : RecordEnd(piece, outside, final: false, dialect);
        return end < piece.Length ? end : -1;
    }

    /// <summary>Finds the end of a record, which is where the next begins.</summary>
    /// <param name="bytes">Bytes that hold it.</param>
    /// <param name="start">Where it begins, or goes on outside of quotes.</param>
    /// <param name="final">Whether nothing comes after the bytes.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <returns>The place behind its line end; where there is none, -1 or, if nothing comes after, the length.</returns>
    public static int RecordEnd(ReadOnlySpan<byte> bytes, int start, bool final, in CsvDialect dialect)
    {
        int at = start;
        while (true)
        {
            int next = bytes[at..].IndexOfAny(dialect.LineEnd, CsvDialect.Quote);
            if (next < 0)
            {
                return final ? bytes.Length : -1;
            }

            at += next;
            if (bytes[at] == dialect.LineEnd)
            {
                return at + 1;
            }

            if (at == start || bytes[at - 1] == dialect.Delimiter)
            {
                switch (QuotedField.Close(bytes, at, start, final, dialect, out int close, out _))
                {
                    case QuoteEnd.Closed:
                        at = close;
                        break;
                    case QuoteEnd.Unknown:
                        return -1;
                }
            }

            at++;
        }
    }
}
