using CsCheck;

namespace Qingce.Linkage.Tests;

/// <summary>Drawn sets of scored pairs: each pair once, weights so coarse that ties are common.</summary>
internal static class DrawnPairs
{
    public const int Rows = 14;

    public static Gen<ScoredPair[]> Any { get; } =
        Gen.Select(Gen.Int[0, Rows - 1], Gen.Int[0, Rows - 1], Gen.Int[-6, 12]).Array[0, 40].Select(drawn => drawn
            .Where(d => d.Item1 != d.Item2)
            .Select(d => new ScoredPair(Math.Min(d.Item1, d.Item2), Math.Max(d.Item1, d.Item2), d.Item3, 0))
            .DistinctBy(p => (p.Left, p.Right))
            .ToArray());

    public static Gen<RowPair[]> Constraints { get; } =
        Gen.Select(Gen.Int[0, Rows - 1], Gen.Int[0, Rows - 1], (left, right) => new RowPair(left, right)).Array[0, 4];

    public static Clustering Find(ScoredPair[] pairs, ClusterOptions options, int rows = Rows)
    {
        var result = RowClusters.Find(rows, pairs, options, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Describe())));
        return result.Clustering;
    }

    /// <summary>The clusters as they would be called were each row called by its name.</summary>
    public static string[] Named(Clustering clustering, int[] names) =>
        [.. clustering.Groups(1).Select(group => string.Join(' ', group.Select(row => names[row]).Order())).Order(StringComparer.Ordinal)];

    /// <summary>A weight of any two rows, by their names, that the pairs given agree with.</summary>
    public static Func<int, int, double> WeightOf(ScoredPair[] pairs)
    {
        var weights = pairs.ToDictionary(p => (p.Left, p.Right), p => (double)p.Weight);
        return (a, b) => weights.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out var weight) ? weight : (Math.Min(a, b) * 7 + Math.Max(a, b) * 3) % 11 - 9;
    }
}
