using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>A packed row wherever it lies: in a table, in an index or on its own.</summary>
/// <param name="words">A mask of the columns that have a value, then the cells.</param>
/// <param name="texts">Where its long texts lie.</param>
/// <param name="row">Its number there.</param>
internal readonly ref struct RowView(ReadOnlySpan<ulong> words, RowTexts texts, int row)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private readonly RowTexts _texts = texts;
    private readonly int _row = row;

    /// <summary>A mask of the columns that have a value, then the cells.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The cell of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong CellOf(int column) => _words[1 + column];

    /// <summary>The cleaned text of a value as code points.</summary>
    /// <param name="column">0-based column.</param>
    /// <param name="scratch">Used when it is long enough; an array is made otherwise.</param>
    /// <returns>Empty for a missing value.</returns>
    public ReadOnlySpan<int> Text(int column, Span<int> scratch)
    {
        var cell = CellOf(column);
        if (cell == Cell.Missing)
        {
            return [];
        }

        if (!Cell.IsLong(cell))
        {
            return scratch[..Cell.Decode(cell, scratch)];
        }

        var utf8 = LongText(column);
        var room = utf8.Length <= scratch.Length ? scratch : new int[utf8.Length];
        return room[..CodePoints.Decode(utf8, room)];
    }

    /// <summary>The cleaned text of a value that is too long for its cell, UTF-8; empty for another.</summary>
    public ReadOnlySpan<byte> LongText(int column) => _texts.Of(_row, column);
}

/// <summary>The texts of rows that are too long for their cells.</summary>
internal abstract class RowTexts
{
    /// <summary>The text of a value, UTF-8; empty when it stands in its cell.</summary>
    public abstract ReadOnlySpan<byte> Of(int row, int column);
}
