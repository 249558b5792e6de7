namespace Qingce.Linkage;

/// <summary>Derives blocking keys from a value: its first characters, the year of a date, each item of a set. Stateless.</summary>
public abstract class Derivation
{
    /// <summary>Name in model files; <c>first-3</c> is the derivation <c>first</c> with the argument 3.</summary>
    public abstract string Name { get; }

    /// <summary>The most keys one value has: 1 but for sets. At most 8.</summary>
    public virtual int MostKeys => 1;

    /// <summary>Writes the keys of a value.</summary>
    /// <param name="value">A value that is not missing.</param>
    /// <param name="argument">What follows the name in the model file; 0 when there is nothing.</param>
    /// <param name="keys">Room for <see cref="MostKeys"/>; a key is not 0, none is written twice.</param>
    /// <returns>How many; 0 leaves the row out of the rule.</returns>
    public abstract int Keys(in CellValue value, int argument, Span<ulong> keys);

    /// <summary>The one key of a value, where it can be told from its cell without its text.</summary>
    /// <param name="cell">A cell that is not missing.</param>
    /// <param name="argument">What follows the name in the model file.</param>
    /// <returns>What <see cref="Keys"/> would write; 0 when it has to be asked.</returns>
    public virtual ulong KeyOf(ulong cell, int argument) => 0;

    /// <summary>The one key of a value that is too long for its cell, where it can be told from the bytes of its text.</summary>
    /// <param name="utf8">The text, cleaned.</param>
    /// <param name="argument">What follows the name in the model file.</param>
    /// <returns>What <see cref="Keys"/> would write; 0 when it has to be asked.</returns>
    public virtual ulong KeyOf(ReadOnlySpan<byte> utf8, int argument) => TextMarks.Of(Marks, Mark, utf8);

    /// <summary>The marks among which is the key of a long text, whatever the argument; null when there are none. One object for all that share them.</summary>
    public virtual TextMarks? Marks => null;

    /// <summary>The 0-based place of the key among <see cref="Marks"/>.</summary>
    public virtual int Mark => 0;
}
