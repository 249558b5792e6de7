using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Qingce.Tables;

/// <summary>
/// A text as a field of a CSV file, for programs that format rows themselves. Fields are quoted where they hold a quote, a line end or
/// any of the delimiters that a reader may look for.
/// </summary>
public static class CsvField
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",;\t|\"\r\n"u8);

    /// <summary>The most bytes a text of so many bytes takes as a field.</summary>
    public static int MostBytes(int length) => 2 * length + 3;

    /// <summary>Writes a text as a field.</summary>
    /// <param name="text">UTF-8; empty writes nothing.</param>
    /// <param name="field">Room for <see cref="MostBytes"/>.</param>
    /// <param name="formulaGuard">See <see cref="WriteOptions.FormulaGuard"/>.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> field, bool formulaGuard)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        int at = 0;
        bool guard = formulaGuard && FormulaGuard.Guards(text);
        if (text.IndexOfAny(NeedsQuotes) < 0)
        {
            if (guard)
            {
                field[at++] = (byte)'\'';
            }

            text.CopyTo(field[at..]);
            return at + text.Length;
        }

        field[at++] = (byte)'"';
        if (guard)
        {
            field[at++] = (byte)'\'';
        }

        at += CopyDoublingQuotes(text, field[at..]);
        field[at++] = (byte)'"';
        return at;
    }

    // Sixteen bytes are copied whole, quotes or not, and those behind the first quote once more: JSON has one every few bytes.
    private static int CopyDoublingQuotes(ReadOnlySpan<byte> text, Span<byte> field)
    {
        int from = 0;
        int to = 0;
        while (text.Length - from >= Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.Create(text.Slice(from, Vector128<byte>.Count));
            block.CopyTo(field[to..]);
            uint quotes = Vector128.Equals(block, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            int copied = quotes == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(quotes) + 1;
            from += copied;
            to += copied;
            if (quotes != 0)
            {
                field[to++] = (byte)'"';
            }
        }

        for (; from < text.Length; from++)
        {
            field[to++] = text[from];
            if (text[from] == (byte)'"')
            {
                field[to++] = (byte)'"';
            }
        }

        return to;
    }
}
