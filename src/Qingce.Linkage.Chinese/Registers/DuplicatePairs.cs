namespace Qingce.Linkage.Chinese;

/// <summary>The suspected duplicates of a register, each pair once, by left row and then by right row, with their evidence.</summary>
public sealed class DuplicatePairs
{
    private readonly Func<DuplicatePair, IReadOnlyList<EvidenceStep>> _explain;

    internal DuplicatePairs(
        IReadOnlyList<DuplicatePair> pairs, IReadOnlyList<BlockingReport> passes, Func<DuplicatePair, IReadOnlyList<EvidenceStep>> explain)
    {
        Pairs = pairs;
        Passes = passes;
        _explain = explain;
    }

    /// <summary>
    /// All pairs from the weight of review on, and all pairs that share a number. To be reported are those of
    /// which <see cref="DuplicatePair.SharesNumber"/> is true, and the others from the weight of link on.
    /// </summary>
    public IReadOnlyList<DuplicatePair> Pairs { get; }

    /// <summary>What each blocking pass did, and which pairs were not compared.</summary>
    public IReadOnlyList<BlockingReport> Passes { get; }

    /// <summary>The steps whose weights add up to the weight of the pair, the prior first. Missing values have none.</summary>
    /// <param name="pair">A pair of <see cref="Pairs"/>.</param>
    public IReadOnlyList<EvidenceStep> Explain(DuplicatePair pair) => _explain(pair);
}
