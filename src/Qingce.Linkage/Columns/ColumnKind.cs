namespace Qingce.Linkage;

/// <summary>What the values of a column are, and so how they are cleaned before they are compared. Stateless.</summary>
public abstract class ColumnKind
{
    /// <summary>Name in model files.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether what very many rows have in common can be what is filled in where nothing is known. Not so of a few words, and of quantities.
    /// </summary>
    public virtual bool MayHaveDefaults => true;

    /// <summary>Most bytes that cleaning a value can write, for its length in bytes.</summary>
    public virtual int MostBytes(int length) => length;

    /// <summary>Cleans a value, so that spellings that mean the same become the same.</summary>
    /// <param name="value">UTF-8 as it stands in the file; not empty.</param>
    /// <param name="cleaned">Room for <see cref="MostBytes"/>.</param>
    /// <returns>Bytes written; 0 when the value says nothing and is missing.</returns>
    public abstract int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned);

    /// <summary>
    /// The cell of a value as most of its kind are written, without making its clean text: the very cell that <see cref="Clean"/> and
    /// <see cref="Cell.Of"/> lead to. A long cell is given for a value only that is its own clean text.
    /// </summary>
    /// <param name="value">UTF-8 as it stands in the file; not empty.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>False for a value that has to be cleaned.</returns>
    public virtual bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        return false;
    }
}
