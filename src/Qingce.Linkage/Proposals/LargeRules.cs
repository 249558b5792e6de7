namespace Qingce.Linkage;

/// <summary>
/// Rules that make many pairs in a large table: pairs grow with the square of the rows. What such a rule finds others find as well, as long as not everything
/// else is wrong, so it is narrowed, or left out where it cannot be afforded at all.
/// </summary>
internal sealed class LargeRules
{
    /// <summary>Rows up to which no rule is left out, and up to which none is narrowed.</summary>
    public const long LargeTable = 30_000_000, FairlyLargeTable = 3_000_000;

    /// <summary>Pairs a row from which a rule is left out, and from which it is narrowed.</summary>
    public const int MostPairsOfRow = 10, ManyPairsOfRow = 2;
    private readonly IReadOnlyList<BlockingRule> _rules;
    private readonly Func<RulePart, ulong[]> _keysOf;
    private readonly Dictionary<RulePart, double> _shares = [];
    private readonly TableSample _sample;
    private readonly long _allRows;

    /// <param name="rules">All rules.</param>
    /// <param name="keysOf">The keys of a part in a sample of the rows, 0 where it has none.</param>
    /// <param name="sample">The sample.</param>
    public LargeRules(IReadOnlyList<BlockingRule> rules, Func<RulePart, ulong[]> keysOf, TableSample sample)
    {
        _rules = rules;
        _keysOf = keysOf;
        _sample = sample;
        _allRows = sample.AllRows;
    }

    /// <summary>The rules that cannot be afforded, with the pairs to be expected of each.</summary>
    /// <returns>None of a smaller table, nor all.</returns>
    public IReadOnlyList<(BlockingRule Rule, double Pairs)> LeftOut()
    {
        (BlockingRule Rule, double Pairs)[] large = _allRows < LargeTable ? [] : [.. _rules.Select(rule => (rule, PairsOf(rule))).Where(r => r.Item2 > (double)MostPairsOfRow * _allRows)];
        return large.Length < _rules.Count ? large : [];
    }

    /// <summary>A rule of many pairs with one more part; any other as it is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="by">A part that is hardly ever wrong; null for none.</param>
    public BlockingRule Narrowed(BlockingRule rule, RulePart? by) =>
        by is { } part && rule.Window is null && _allRows >= FairlyLargeTable && rule.Parts.All(p => p.Column != part.Column) && PairsOf(rule) > (double)ManyPairsOfRow * _allRows
            ? rule with { Parts = [.. rule.Parts, part] }
            : rule;

    private double PairsOf(BlockingRule rule) => rule.Parts.Aggregate((double)_allRows * _allRows / 2, (product, part) => product * ShareOf(part));

    // Of all pairs how many have one key.
    private double ShareOf(RulePart part)
    {
        if (_shares.TryGetValue(part, out var known))
        {
            return known;
        }

        var keys = _keysOf(part);
        int[] ordered = [.. Enumerable.Range(0, keys.Length).Where(row => keys[row] != 0).OrderBy(row => keys[row])];
        var pairs = 0d;
        for (int at = 1, same = 0, near = 0; at < ordered.Length; at++)
        {
            var (row, last) = (ordered[at], ordered[at - 1]);
            same = keys[row] == keys[last] ? same + 1 : 0;
            near = same > 0 && _sample.AreNeighbours(row, last) ? near + 1 : 0;
            pairs += same - near + (near * _sample.WeightOfNeighbours);
        }

        return _shares[part] = pairs / Math.Max(1, keys.Length * (keys.Length - 1d) / 2);
    }
}
