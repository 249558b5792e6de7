namespace Qingce.Linkage;

/// <summary>Counts the patterns of pairs, for training.</summary>
internal readonly struct CountingVisitor<TRow, TKernel>(TKernel kernel) : IPairVisitor<TRow>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private readonly TKernel _kernel = kernel;

    public PatternCounts Counts { get; } = new();

    public void Visit(int left, int right, in TRow leftRow, in TRow rightRow)
    {
        var pattern = _kernel.Compare(in leftRow, in rightRow);
        Counts.Add(_kernel.Hopeless(pattern) ? pattern : _kernel.Refine(left, right, pattern));
    }
}
