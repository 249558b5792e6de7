namespace Qingce.Linkage;

/// <summary>Scores pairs and keeps those that reach the threshold. What only refining tells is asked of pairs it can lift that far.</summary>
internal readonly struct ScoringVisitor<TRow, TKernel> : IPairVisitor<TRow>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly TKernel _kernel;
    private readonly PatternWeights _weights;
    private readonly double _threshold;
    private readonly double _worthRefining;

    public ScoringVisitor(TKernel kernel, PatternWeights weights, double threshold)
    {
        _kernel = kernel;
        _weights = weights;
        _threshold = threshold;
        _worthRefining = threshold - weights.Ceiling(kernel.RefinedMask) - kernel.MostFrequency;
        Found = [];
    }

    public List<ScoredPair> Found { get; }

    public void Visit(int left, int right, in TRow leftRow, in TRow rightRow)
    {
        var pattern = _kernel.Compare(in leftRow, in rightRow);
        if (_kernel.Hopeless(pattern) || (_weights.Weight(pattern) < _worthRefining && !_kernel.Wanted(pattern)))
        {
            return;
        }

        pattern = _kernel.Refine(left, right, pattern);
        var weight = _weights.Weight(pattern) + _kernel.Frequency(left, right, pattern);
        if (weight >= _threshold || _kernel.Wanted(pattern))
        {
            Found.Add(new ScoredPair(left, right, (float)weight, pattern));
        }
    }
}
