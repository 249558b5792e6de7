using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class AccuracyTests
{
    private static readonly Gen<(int Cluster, int Entity)[]> Labels = Gen.Select(Gen.Int[0, 5], Gen.Int[-1, 5]).Array[0, 25];

    [Fact]
    public void Pairwise_AnyLabels_IsWhatCountingAllPairsGives() => Labels.Sample(rows =>
    {
        var (both, clustersOnly, referenceOnly) = (0L, 0L, 0L);
        foreach (var (i, left) in rows.Index().Where(r => r.Item.Entity >= 0))
        {
            foreach (var right in rows[..i].Where(r => r.Entity >= 0))
            {
                var (together, belong) = (left.Cluster == right.Cluster, left.Entity == right.Entity);
                both += together && belong ? 1 : 0;
                clustersOnly += together && !belong ? 1 : 0;
                referenceOnly += !together && belong ? 1 : 0;
            }
        }

        Assert.Equal(new PairwiseAccuracy(both, clustersOnly, referenceOnly), PairwiseAccuracy.Of(Clusters(rows), Entities(rows)));
    });

    [Fact]
    public void Clusters_AnyLabels_AreWhatSetsGive() => Labels.Sample(rows =>
    {
        var known = rows.Index().Where(r => r.Item.Entity >= 0).ToArray();
        var clusters = known.GroupBy(r => r.Item.Cluster, r => r.Index).ToDictionary(g => g.Key, g => g.ToHashSet());
        var entities = known.GroupBy(r => r.Item.Entity, r => r.Index).ToDictionary(g => g.Key, g => g.ToHashSet());

        var actual = ClusterAccuracy.Of(Clusters(rows), Entities(rows));

        Assert.Equal((clusters.Count, entities.Count), (actual.Clusters, actual.Entities));
        Assert.Equal(clusters.Values.Count(c => entities.Values.Any(c.SetEquals)), actual.Exact);
        Assert.Equal(Average(r => Share(clusters[r.Cluster], entities[r.Entity])), actual.BCubedPrecision, 1e-12);
        Assert.Equal(Average(r => Share(entities[r.Entity], clusters[r.Cluster])), actual.BCubedRecall, 1e-12);

        double Average(Func<(int Cluster, int Entity), double> share) => known.Select(r => share(r.Item)).DefaultIfEmpty(1).Average();
        static double Share(HashSet<int> of, HashSet<int> among) => (double)of.Count(among.Contains) / of.Count;
    });

    [Fact]
    public void Pairwise_ManyRows_CountsInLong()
    {
        var rows = new int[100_000];

        Assert.Equal(new PairwiseAccuracy(4_999_950_000, 0, 0), PairwiseAccuracy.Of(rows, rows));
    }

    [Fact]
    public void Pairwise_NothingToFind_IsPerfect()
    {
        var accuracy = PairwiseAccuracy.Of([0, 1], [0, 1]);

        Assert.Equal((1, 1, 1), (accuracy.Precision, accuracy.Recall, accuracy.F1));
    }

    [Fact]
    public void Pairwise_OfLabelledPairs_CountsThemAlone()
    {
        LabelledPair[] labels = [new(0, 1, 1), new(0, 2, 0.5), new(1, 2, 0), new(3, 4, 0.1)];

        Assert.Equal(new PairwiseAccuracy(1, 1, 1), PairwiseAccuracy.Of([0, 0, 2, 3, 3], labels));
        Assert.Equal(new PairwiseAccuracy(1, 1, 0), PairwiseAccuracy.Of([0, 0, 2, 3, 3], labels, matchFrom: 0.6));
    }

    [Fact]
    public void Accuracy_DifferentLengths_Throws() => Assert.Throws<ArgumentException>(() => ClusterAccuracy.Of([0], [0, 1]));

    [Fact]
    public void ReferenceEntities_Names_AreNumbered() => Assert.Equal([0, 1, -1, 0, -1], ReferenceEntities.Number(["b", "a", null, "b", ""]));

    private static int[] Clusters((int Cluster, int Entity)[] rows) => [.. rows.Select(r => r.Cluster)];

    private static int[] Entities((int Cluster, int Entity)[] rows) => [.. rows.Select(r => r.Entity)];
}
