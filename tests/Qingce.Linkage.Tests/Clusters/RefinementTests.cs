using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class RefinementTests
{
    [Fact]
    public void Find_TwoDenseGroupsOverOneBridge_PartsThem()
    {
        ScoredPair[] pairs = [.. Clique(0, 3, 12), .. Clique(3, 4, 10), new(2, 3, 2, 0)];

        var clustering = DrawnPairs.Find(pairs, new ClusterOptions(), 7);

        Assert.Equal([[0, 1, 2], [3, 4, 5, 6]], clustering.Groups());
        Assert.Equal(1, clustering.Refined);
    }

    [Fact]
    public void Find_ChainWithoutEvidenceAgainst_StaysTogether()
    {
        ScoredPair[] pairs = [new(0, 1, 12, 0), new(1, 2, 12, 0)];

        Assert.Single(DrawnPairs.Find(pairs, new ClusterOptions { Weight = (_, _) => -3 }, 3).Groups());
    }

    [Fact]
    public void Find_ChainWithStrongEvidenceAgainst_IsParted()
    {
        ScoredPair[] pairs = [new(0, 1, 12, 0), new(1, 2, 8, 0)];

        Assert.Equal([[0, 1]], DrawnPairs.Find(pairs, new ClusterOptions { Weight = (_, _) => -20 }, 3).Groups());
    }

    [Theory]
    [InlineData(18, 14, 9, 1)]
    [InlineData(18, 14, -30, 2)]
    [InlineData(18, 11, 9, 2)]
    public void Find_ChainThatTheRowBetweenExplains_StaysTogetherWhereItsLinksAreStrong(float first, float second, double through, int clusters)
    {
        ScoredPair[] pairs = [new(0, 1, first, 0), new(1, 2, second, 0)];
        var options = new ClusterOptions { Weight = (_, _) => -40, WeightThrough = (a, b, between) => (a, b, between) == (0, 2, 1) ? through : -40 };

        Assert.Equal(clusters, DrawnPairs.Find(pairs, options, 3).Count);
    }

    [Theory]
    [InlineData(0.5f, -1.5, 2)]
    [InlineData(1.5f, -1.5, 1)]
    [InlineData(0.5f, 0.5, 1)]
    public void Find_SeveralRowsOnEitherSide_NeedAFirmLinkAgainstTheirAverage(float link, double others, int clusters)
    {
        ScoredPair[] pairs = [new(0, 1, 9, 0), new(2, 3, 9, 0), new(1, 2, link, 0)];

        Assert.Equal(clusters, DrawnPairs.Find(pairs, new ClusterOptions { Weight = (_, _) => others }, 4).Count);
    }

    [Fact]
    public void Find_EveryPairLinked_AsksForNoWeight()
    {
        ScoredPair[] pairs = [.. Clique(0, 4, 1)];

        var clustering = DrawnPairs.Find(pairs, new ClusterOptions { Weight = (_, _) => throw new InvalidOperationException("asked") }, 4);

        Assert.Single(clustering.Groups());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Find_LargeGroupsOverFewBridges_PartsThem(bool scores)
    {
        const int Size = 150;
        ScoredPair[] pairs = [.. Clique(0, Size, 9), .. Clique(Size, Size, 8), .. Clique(2 * Size, 3, 9), new(1, Size + 1, 5, 0), new(5, 2 * Size, 1, 0)];
        var options = new ClusterOptions { Weight = scores ? (_, _) => -12 : null };

        var clustering = DrawnPairs.Find(pairs, options, 2 * Size + 3);

        Assert.Equal([Size, Size, 3], clustering.Groups(1).Select(g => g.Length));
    }

    [Fact]
    public void Find_AnyPairs_RefinesTheConnectedComponents() => Gen.Select(DrawnPairs.Any, Gen.Int[-8, 4]).Sample((pairs, splitBelow) =>
    {
        var connected = DrawnPairs.Find(pairs, new ClusterOptions { Refine = false }).Clusters.ToArray();

        var refined = DrawnPairs.Find(pairs, new ClusterOptions { Weight = DrawnPairs.WeightOf(pairs), SplitBelow = splitBelow });

        Assert.All(refined.Groups(), group =>
        {
            Assert.Single(group.Select(row => connected[row]).Distinct());
            Assert.Equal(group.Length - 1, LinksNeeded(group, pairs));
        });
    });

    [Fact]
    public void Find_AnyPairs_LeavesNoTwoLinkedGroupsThatBelongTogether() => DrawnPairs.Any.Sample(pairs =>
    {
        var weight = DrawnPairs.WeightOf(pairs);

        int[][] groups = [.. DrawnPairs.Find(pairs, new ClusterOptions { Weight = weight, SplitBelow = 0 }).Groups(1)];

        foreach (var (a, b) in groups.SelectMany((a, i) => groups.Skip(i + 1).Select(b => (a, b))))
        {
            var across = a.SelectMany(l => b.Select(r => weight(l, r))).Average();
            var linked = pairs.Any(p => p.Weight >= 0 && ((a.Contains(p.Left) && b.Contains(p.Right)) || (b.Contains(p.Left) && a.Contains(p.Right))));
            Assert.False(linked && across > 1e-9, $"{string.Join(' ', a)} and {string.Join(' ', b)}: {across}");
        }
    });

    // Merges that links within the group bring about.
    private static int LinksNeeded(int[] group, ScoredPair[] pairs)
    {
        var sets = new DisjointRows(DrawnPairs.Rows);
        return pairs.Count(p => p.Weight >= 0 && group.Contains(p.Left) && group.Contains(p.Right) && sets.Join(p.Left, p.Right));
    }

    private static IEnumerable<ScoredPair> Clique(int first, int size, float weight) =>
        from a in Enumerable.Range(first, size)
        from b in Enumerable.Range(a + 1, first + size - a - 1)
        select new ScoredPair(a, b, weight, 0);
}
