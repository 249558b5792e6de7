namespace Qingce.Linkage;

/// <summary>
/// What the search needs to know of rows: their blocking keys and how two of them compare. Implemented by a struct, so that
/// the inner loops are compiled for it. Called from several threads at once; must not change anything.
/// </summary>
/// <typeparam name="TRow">A row packed into a struct of fixed size.</typeparam>
public interface IPairKernel<TRow>
    where TRow : unmanaged
{
    /// <summary>Most keys that <see cref="Keys"/> writes for one row in a pass, 1 to 64.</summary>
    /// <param name="pass">0-based blocking pass.</param>
    int MostKeys(int pass);

    /// <summary>The comparisons, as bits of a pattern, that only <see cref="Refine"/> makes.</summary>
    ulong RefinedMask { get; }

    /// <summary>The most bits that <see cref="Frequency"/> ever adds.</summary>
    double MostFrequency { get; }

    /// <summary>Writes the keys of a row in a pass. Rows that share a key are compared.</summary>
    /// <param name="pass">0-based blocking pass.</param>
    /// <param name="row">The row.</param>
    /// <param name="keys">Room for <see cref="MostKeys"/>; keys are not 0, none twice.</param>
    /// <returns>How many there are; 0 leaves the row out of the pass.</returns>
    int Keys(int pass, in TRow row, Span<ulong> keys);

    /// <summary>A further key by which the rows of an oversized block are parted.</summary>
    /// <param name="pass">0-based blocking pass.</param>
    /// <param name="depth">0 for the first parting, then 1 and so on.</param>
    /// <param name="row">The row.</param>
    ulong SplitKey(int pass, int depth, in TRow row);

    /// <summary>The comparisons that need nothing but the two packed rows. Symmetric.</summary>
    ulong Compare(in TRow left, in TRow right);

    /// <summary>
    /// Adds the comparisons of <see cref="RefinedMask"/>, for pairs that can still come to something. Symmetric. May change the others.
    /// </summary>
    ulong Refine(int left, int right, ulong pattern);

    /// <summary>Bits by which agreement on rare values says more, and on common ones less, than the weights do. Symmetric.</summary>
    double Frequency(int left, int right, ulong pattern);

    /// <summary>True for a pair that is not to be refined whatever its weight: no further evidence could make it one entity.</summary>
    bool Hopeless(ulong pattern);

    /// <summary>True for a pair to be handed out whatever its weight. Never true of a hopeless one.</summary>
    bool Wanted(ulong pattern);
}
