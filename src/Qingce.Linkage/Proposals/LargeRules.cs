namespace Qingce.Linkage;

/// <summary>
/// Leaves out rules that proposers bring along for a kind of table where it is so large that they cannot be afforded: pairs grow with the square of the
/// rows, and what such a rule finds others find as well, as long as not everything else is wrong.
/// </summary>
internal static class LargeRules
{
    /// <summary>Rows up to which no rule is left out.</summary>
    public const long LargeTable = 30_000_000;

    /// <summary>Pairs a row from which a rule is left out.</summary>
    public const int MostPairsOfRow = 10;

    /// <summary>The rules that are left out, with the pairs to be expected of each.</summary>
    /// <param name="rules">All rules.</param>
    /// <param name="keysOf">The keys of a part in a sample of the rows, 0 where it has none.</param>
    /// <param name="allRows">Rows of the table.</param>
    /// <returns>None of a smaller table, nor all.</returns>
    public static IReadOnlyList<(BlockingRule Rule, double Pairs)> LeftOut(IReadOnlyList<BlockingRule> rules, Func<RulePart, ulong[]> keysOf, long allRows)
    {
        if (allRows < LargeTable)
        {
            return [];
        }

        var shares = rules.SelectMany(rule => rule.Parts).Distinct().ToDictionary(part => part, part => Share(keysOf(part)));
        List<(BlockingRule Rule, double Pairs)> large = [];
        foreach (var rule in rules)
        {
            var pairs = rule.Parts.Aggregate((double)allRows * allRows / 2, (product, part) => product * shares[part]);
            if (pairs > (double)MostPairsOfRow * allRows)
            {
                large.Add((rule, pairs));
            }
        }

        return large.Count < rules.Count ? large : [];
    }

    // Of all pairs of the sample, how many have one key.
    private static double Share(ulong[] keys)
    {
        var ordered = keys.Where(key => key != 0).Order().ToArray();
        var pairs = 0d;
        for (int from = 0, to; from < ordered.Length; from = to)
        {
            to = from + 1;
            while (to < ordered.Length && ordered[to] == ordered[from])
            {
                to++;
            }

            pairs += (to - from) * (to - from - 1d) / 2;
        }

        return pairs / Math.Max(1, keys.Length * (keys.Length - 1d) / 2);
    }
}
