using System.Buffers;

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

        while (text.IndexOf((byte)'"') is int quote and >= 0)
        {
            text[..(quote + 1)].CopyTo(field[at..]);
            at += quote + 1;
            field[at++] = (byte)'"';
            text = text[(quote + 1)..];
        }

        text.CopyTo(field[at..]);
        at += text.Length;
        field[at++] = (byte)'"';
        return at;
    }
}
