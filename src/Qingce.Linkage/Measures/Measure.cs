namespace Qingce.Linkage;

/// <summary>
/// A way to measure how near two values of a column are. Stateless and symmetric: the same both ways round. Equal values have
/// the best result of the measure, and are not asked for.
/// </summary>
public abstract class Measure
{
    /// <summary>Name in model files.</summary>
    public abstract string Name { get; }

    /// <summary>True for a similarity, which must reach a bound; false for a distance, which must not exceed it.</summary>
    public abstract bool IsSimilarity { get; }

    /// <summary>The largest result of a similarity: a level with a bound beyond it never holds. Infinite when it is not known.</summary>
    public virtual double Largest => double.PositiveInfinity;

    /// <summary>The most that two values that are not equal can come to, or the least distance they can have; bounds beyond hold for equal ones alone.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    /// <returns>In the measure's unit; NaN when it has nothing to say of these values, so that no bound holds.</returns>
    public abstract double Between(in CellValue left, in CellValue right);

    /// <summary>What <see cref="Between"/> comes to, where it can be told from the cells of two values without their texts. Symmetric.</summary>
    /// <param name="left">A cell that is not missing.</param>
    /// <param name="right">Another cell that is not missing.</param>
    /// <param name="measured">The result, in the measure's unit.</param>
    /// <returns>False when the texts have to be asked.</returns>
    public virtual bool TryBetween(ulong left, ulong right, out double measured)
    {
        measured = 0;
        return false;
    }

    /// <summary>Whether the measure has sketches, which tell of most pairs without measuring them that they are too far apart.</summary>
    public virtual bool HasSketch => false;

    /// <summary>Whether the sketches of values that are too long for their cells tell anything, so that they are worth being kept.</summary>
    public virtual bool SketchesLongTexts => HasSketch;

    /// <summary>A sketch of a value for <see cref="Best"/>. Made once a value, not once a pair.</summary>
    /// <param name="value">A value.</param>
    /// <returns>Not 0.</returns>
    public virtual ulong Sketch(in CellValue value) => throw new NotSupportedException();

    /// <summary>As <see cref="Sketch(in CellValue)"/>, of a value that is too long for its cell, where the bytes of its text will do.</summary>
    /// <param name="utf8">The text, cleaned.</param>
    /// <returns>What the other makes of the text; 0 when that has to be asked.</returns>
    public virtual ulong Sketch(ReadOnlySpan<byte> utf8) => TextMarks.Of(Marks, Mark, utf8);

    /// <summary>As <see cref="Sketch(in CellValue)"/>, where the cell will do.</summary>
    /// <param name="cell">A cell that is neither missing nor of a text too long for it.</param>
    /// <returns>What the other makes of the value; 0 when that has to be asked.</returns>
    public virtual ulong Sketch(ulong cell) => 0;

    /// <summary>The marks among which is the sketch of a long text; null when there are none. One object for all that share them.</summary>
    public virtual TextMarks? Marks => null;

    /// <summary>The 0-based place of the sketch among <see cref="Marks"/>.</summary>
    public virtual int Mark => 0;

    /// <summary>
    /// The best that <see cref="Between"/> can come to for two values with these sketches that are not equal: never less than a similarity, never more
    /// than a distance. Called for most pairs, so it must be quick.
    /// </summary>
    /// <param name="left">The sketch of a value.</param>
    /// <param name="right">The sketch of another value.</param>
    /// <param name="isExact">True when it is what <see cref="Between"/> comes to, so that nothing is left to be measured.</param>
    public virtual double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = false;
        return IsSimilarity ? double.PositiveInfinity : double.NegativeInfinity;
    }
}

/// <summary>A value as measures see it.</summary>
/// <param name="cell">Its cell.</param>
/// <param name="text">Its code points, cleaned; never empty.</param>
public readonly ref struct CellValue(ulong cell, ReadOnlySpan<int> text)
{
    /// <summary>Its cell.</summary>
    public ulong Cell { get; } = cell;

    /// <summary>Its code points, cleaned; never empty.</summary>
    public ReadOnlySpan<int> Text { get; } = text;
}
