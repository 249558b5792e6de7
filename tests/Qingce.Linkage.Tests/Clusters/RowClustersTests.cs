using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class RowClustersTests
{
    private static readonly ClusterOptions Plain = new() { Refine = false };

    [Fact]
    public void Find_Chain_IsOneCluster()
    {
        var clustering = DrawnPairs.Find([Pair(2, 4, 3), Pair(0, 2, 1), Pair(3, 5, 0), Pair(0, 1, -1)], Plain, 6);

        Assert.Equal([0, 1, 0, 3, 0, 3], clustering.Clusters.ToArray());
        Assert.Equal(3, clustering.Count);
        Assert.Equal([[0, 2, 4], [3, 5]], clustering.Groups());
    }

    [Fact]
    public void Find_NoRows_GivesNoClusters() => Assert.Empty(DrawnPairs.Find([], new ClusterOptions(), 0).Groups(1));

    [Fact]
    public void Find_PairOutsideTheRows_Throws() =>
        Assert.Throws<ArgumentException>(() => RowClusters.Find(2, [Pair(0, 2, 1)], Plain, TestContext.Current.CancellationToken));

    [Fact]
    public void Find_Plain_GivesWhatReachabilityGives() => DrawnPairs.Any.Sample(pairs =>
    {
        var reached = new bool[DrawnPairs.Rows, DrawnPairs.Rows];
        for (var i = 0; i < DrawnPairs.Rows; i++)
        {
            reached[i, i] = true;
        }

        foreach (var pair in pairs.Where(p => p.Weight >= 0))
        {
            (reached[pair.Left, pair.Right], reached[pair.Right, pair.Left]) = (true, true);
        }

        for (var k = 0; k < DrawnPairs.Rows; k++)
        {
            for (var i = 0; i < DrawnPairs.Rows; i++)
            {
                for (var j = 0; j < DrawnPairs.Rows; j++)
                {
                    reached[i, j] |= reached[i, k] && reached[k, j];
                }
            }
        }

        var expected = Enumerable.Range(0, DrawnPairs.Rows).Select(i => Enumerable.Range(0, DrawnPairs.Rows).First(j => reached[i, j]));
        Assert.Equal(expected, DrawnPairs.Find(pairs, Plain).Clusters.ToArray());
    });

    [Fact]
    public void Find_AnyOrderOfPairsRowsAndThreads_GivesTheSameClusters() =>
        Gen.Select(DrawnPairs.Any, Gen.Shuffle(Enumerable.Range(0, DrawnPairs.Rows).ToArray()), Gen.Int[1, 3], Gen.Bool, Gen.Bool)
            .SelectMany((pairs, order, threads, scores, single) => Gen.Shuffle(pairs).Select(shuffled => (pairs, order, threads, scores, single, shuffled)))
            .Sample(t =>
            {
                var weight = DrawnPairs.WeightOf(t.pairs);
                var sources = Enumerable.Range(0, DrawnPairs.Rows).Select(row => (ushort)(row % 3)).ToArray();
                var names = new int[DrawnPairs.Rows];
                for (var row = 0; row < names.Length; row++)
                {
                    names[t.order[row]] = row;
                }

                var expected = DrawnPairs.Find(t.pairs, new ClusterOptions
                {
                    Weight = t.scores ? weight : null,
                    ContentKey = row => KeyMix.Of((ulong)row),
                    OneToOne = t.single ? RowSources.FromRows(sources) : null,
                });
                var moved = t.shuffled.Select(p => Pair(t.order[p.Left], t.order[p.Right], p.Weight)).ToArray();
                var actual = DrawnPairs.Find(moved, new ClusterOptions
                {
                    Weight = t.scores ? (a, b) => weight(names[a], names[b]) : null,
                    ContentKey = row => KeyMix.Of((ulong)names[row]),
                    OneToOne = t.single ? RowSources.FromRows(names.Select(name => sources[name]).ToArray()) : null,
                    Threads = t.threads,
                });

                Assert.Equal(DrawnPairs.Named(expected, [.. Enumerable.Range(0, names.Length)]), DrawnPairs.Named(actual, names));
            });

    [Fact]
    public void Find_OneToOne_IsWhatTakingTheBestLinkThatIsLeftGives() => DrawnPairs.Any.Sample(pairs =>
    {
        var distinct = pairs.Select((p, i) => p with { Weight = p.Weight + (i / 64f) }).ToArray();
        var partner = Enumerable.Range(0, DrawnPairs.Rows).ToArray();
        foreach (var pair in distinct.Where(p => p.Weight >= 0 && (p.Left < 6) != (p.Right < 6)).OrderByDescending(p => p.Weight))
        {
            if (partner[pair.Left] == pair.Left && partner[pair.Right] == pair.Right)
            {
                (partner[pair.Left], partner[pair.Right]) = (pair.Right, pair.Left);
            }
        }

        var clustering = DrawnPairs.Find(distinct, new ClusterOptions { OneToOne = RowSources.FromCounts([6, DrawnPairs.Rows - 6]) });

        Assert.Equal(partner.Select((other, row) => Math.Min(other, row)), clustering.Clusters.ToArray());
    });

    [Fact]
    public void Find_OneToOneOfManySources_HoldsOneRowOfEachSourceWithoutDuplicates() => DrawnPairs.Any.Sample(pairs =>
    {
        var sources = RowSources.FromCounts([5, 4, 0, 5], withDuplicates: [1]);

        var clustering = DrawnPairs.Find(pairs, new ClusterOptions { OneToOne = sources });

        Assert.All(clustering.Groups(), group => Assert.All(
            group.GroupBy(row => sources[row]).Where(source => source.Key != 1), source => Assert.Single(source)));
    });

    [Fact]
    public void Sources_OfCountsAndOfRows_AreTheSame()
    {
        var sources = RowSources.FromCounts([2, 0, 1]);

        Assert.Equal([0, 0, 2], Enumerable.Range(0, sources.Rows).Select(row => sources[row]));
        Assert.Throws<ArgumentOutOfRangeException>(() => sources[3]);
        Assert.Throws<ArgumentException>(() =>
            RowClusters.Find(4, [], new ClusterOptions { OneToOne = sources }, TestContext.Current.CancellationToken));
    }

    private static ScoredPair Pair(int left, int right, double weight) => new(Math.Min(left, right), Math.Max(left, right), weight, 0);
}
