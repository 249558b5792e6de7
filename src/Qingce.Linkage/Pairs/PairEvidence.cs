namespace Qingce.Linkage;

/// <summary>Weighs and explains any two rows of a table by a model, whether or not blocking brought them together. For any number of threads.</summary>
public sealed class PairEvidence
{
    private readonly LinkTable _table;
    private readonly RowComparer _comparer;
    private readonly TermFrequencies _frequencies;
    private readonly TableTerms _terms;

    internal PairEvidence(LinkTable table, RowComparer comparer, TermFrequencies frequencies, TableTerms terms, PatternWeights weights)
    {
        _table = table;
        _comparer = comparer;
        _frequencies = frequencies;
        _terms = terms;
        Weights = weights;
    }

    /// <summary>The weights of the model for this table.</summary>
    public PatternWeights Weights { get; }

    /// <summary>The levels that hold for two rows, which may be the same. Symmetric.</summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    public ulong Pattern(int left, int right) => _comparer.Pattern(_table.View(left), _table.View(right));

    /// <summary>Bits that the frequencies of the values add. Symmetric.</summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    /// <param name="pattern">Their levels.</param>
    public double Frequency(int left, int right, ulong pattern) => _frequencies.Of(_table.Row(left), _table.Row(right), pattern, _terms);

    /// <summary>The weight of two rows in bits, prior and frequencies included. Symmetric.</summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    public double Weight(int left, int right)
    {
        var pattern = Pattern(left, right);
        return Weights.Weight(pattern) + Frequency(left, right, pattern);
    }

    /// <summary>
    /// The weight of two rows given that both are of one entity with a third: what they disagree in counts nothing where the third explains it, being a
    /// slip away from each of them. It explains all of it or nothing. Symmetric in the first two; at most the weight of the third with either of them.
    /// </summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    /// <param name="between">The third.</param>
    /// <returns>Bits; the weight of the two rows themselves where the third explains nothing.</returns>
    public double WeightThrough(int left, int right, int between)
    {
        var pattern = Pattern(left, right);
        var weight = Weights.Weight(pattern) + Frequency(left, right, pattern);
        return Weights.Explained(pattern, Pattern(left, between), Pattern(between, right)) is { } bits
            ? Math.Max(weight, Math.Min(weight + bits, Math.Min(Weight(left, between), Weight(between, right))))
            : weight;
    }

    /// <summary>The steps that add up to the weight of two rows.</summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    public IReadOnlyList<EvidenceStep> Steps(int left, int right) => Steps(left, right, Pattern(left, right));

    /// <summary>The steps that add up to the weight of two rows whose levels are known.</summary>
    /// <param name="left">0-based row.</param>
    /// <param name="right">0-based row.</param>
    /// <param name="pattern">Their levels.</param>
    public IReadOnlyList<EvidenceStep> Steps(int left, int right, ulong pattern) => Waterfall.Of(Weights, pattern, Frequency(left, right, pattern));
}
