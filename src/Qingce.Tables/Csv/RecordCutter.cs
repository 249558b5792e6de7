using System.Numerics;
using System.Runtime.Intrinsics;

namespace Qingce.Tables;

/// <summary>Finds where the last whole record of a piece of a file ends. Without quotes this is one look for the last line end.</summary>
internal static unsafe class RecordCutter
{
    /// <param name="buffer">Holds bytes that start with a record and after which more come.</param>
    /// <param name="length">How many bytes, with <see cref="BlockSource.Padding"/> to spare.</param>
    /// <param name="dialect">The layout of the file.</param>
    /// <returns>The length of the whole records; 0 where not even the first is known to end.</returns>
    public static int LastEnd(PinnedBuffer buffer, int length, in CsvDialect dialect)
    {
        byte* bytes = buffer.Pointer;
        ReadOnlySpan<byte> piece = new(bytes, length);
        int at = piece.IndexOf(CsvDialect.Quote);
        if (at < 0)
        {
            return piece.LastIndexOf(dialect.LineEnd) + 1;
        }

        byte lineEnd = dialect.LineEnd;
        Vector256<byte> lineEnds = Vector256.Create(lineEnd);
        Vector256<byte> quotes = Vector256.Create(CsvDialect.Quote);
        bool vector = StructureMask.UseVector;
        int record = piece[..at].LastIndexOf(lineEnd) + 1;
        while (at < length)
        {
            uint mask = vector
                ? StructureMask.Vector(bytes + at, quotes, lineEnds, quotes)
                : StructureMask.Scalar(bytes + at, CsvDialect.Quote, lineEnd, CsvDialect.Quote);
            int window = at;
            at += StructureMask.Width;
            while (mask != 0)
            {
                int found = window + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                if (found >= length)
                {
                    return record;
                }

                if (bytes[found] == lineEnd)
                {
                    record = found + 1;
                    continue;
                }

                if (found > record && bytes[found - 1] != dialect.Delimiter)
                {
                    continue;
                }

                switch (QuotedField.Close(piece, found, record, final: false, dialect, out int close, out _))
                {
                    case QuoteEnd.Closed:
                        at = close + 1;
                        break;
                    case QuoteEnd.Unknown:
                        return record;
                    default:
                        int next = piece[record..].IndexOf(lineEnd);
                        if (next < 0)
                        {
                            return record;
                        }

                        at = record += next + 1;
                        break;
                }

                int passed = at - window;
                if (passed >= StructureMask.Width)
                {
                    break;
                }

                if (at <= found)
                {
                    break;
                }

                mask &= uint.MaxValue << passed;
                at = window + StructureMask.Width;
            }
        }

        return record;
    }
}
