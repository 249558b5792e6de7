using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LinkConstraintsTests
{
    [Fact]
    public void Check_MustAndCannotContradict_NamesTheChain()
    {
        var constraints = new LinkConstraints { MustLink = [new(0, 1), new(1, 2)], CannotLink = [new(2, 0)] };

        var error = Assert.Single(constraints.Check(3));

        Assert.Equal([2, 1, 0], error.Chain);
        Assert.Equal("C and A must not be linked, but these must be: C and B, B and A.", error.Describe(row => "ABC"[row].ToString()));
        Assert.Equal([error.Constraint], RowClusters.Find(3, [], new ClusterOptions { Constraints = constraints }, TestContext.Current.CancellationToken).Errors.Select(e => e.Constraint));
    }

    [Theory]
    [InlineData(-1, 0, -1)]
    [InlineData(0, 7, 7)]
    public void Check_UnknownRow_IsAnError(int left, int right, int unknown)
    {
        var errors = new LinkConstraints { MustLink = [new(left, right)], CannotLink = [new(right, left)] }.Check(7);

        Assert.Equal([unknown, unknown], errors.Select(e => e.UnknownRow!.Value));
        Assert.All(errors, e => Assert.Contains($"row {unknown}", e.Describe()));
    }

    [Fact]
    public void Check_RowApartFromItself_IsAnError() =>
        Assert.Contains("itself", Assert.Single(new LinkConstraints { CannotLink = [new(2, 2)] }.Check(3)).Describe());

    [Fact]
    public void Find_CannotLinkWithinAComponent_PartsItAtTheWeakestPlace()
    {
        ScoredPair[] pairs = [new(0, 1, 9, 0), new(1, 2, 2, 0), new(2, 3, 9, 0)];

        var clustering = DrawnPairs.Find(pairs, new ClusterOptions { Refine = false, Constraints = new LinkConstraints { CannotLink = [new(0, 3)] } }, 4);

        Assert.Equal([[0, 1], [2, 3]], clustering.Groups());
    }

    [Fact]
    public void Find_CannotLinkWithinALargeComponent_IsKept()
    {
        const int Size = 300;
        ScoredPair[] pairs = [.. Enumerable.Range(0, Size - 1).Select(i => new ScoredPair(i, i + 1, i == 120 ? 1 : 9, 0))];

        var clustering = DrawnPairs.Find(pairs, new ClusterOptions { Refine = false, Constraints = new LinkConstraints { CannotLink = [new(0, Size - 1)] } }, Size);

        Assert.Equal([121, Size - 121], clustering.Groups().Select(g => g.Length));
    }

    [Fact]
    public void Find_AnyConstraints_AreKeptOrRefused() =>
        Gen.Select(DrawnPairs.Any, DrawnPairs.Constraints, DrawnPairs.Constraints, Gen.Bool, Gen.Bool).Sample((pairs, must, cannot, refine, single) =>
        {
            var constraints = new LinkConstraints { MustLink = must, CannotLink = cannot };
            var options = new ClusterOptions
            {
                Refine = refine,
                Weight = DrawnPairs.WeightOf(pairs),
                Constraints = constraints,
                OneToOne = single ? RowSources.FromCounts([5, 4, 5]) : null,
            };

            var result = RowClusters.Find(DrawnPairs.Rows, pairs, options, TestContext.Current.CancellationToken);

            var sets = new DisjointRows(DrawnPairs.Rows);
            foreach (var pair in must)
            {
                sets.Join(pair.Left, pair.Right);
            }

            Assert.Equal(cannot.Where(p => sets.Find(p.Left) == sets.Find(p.Right)), result.Errors.Select(e => e.Constraint));
            if (result.Succeeded)
            {
                var clusters = result.Clustering.Clusters.ToArray();
                Assert.All(must, pair => Assert.Equal(clusters[pair.Left], clusters[pair.Right]));
                Assert.All(cannot, pair => Assert.NotEqual(clusters[pair.Left], clusters[pair.Right]));
            }
            else
            {
                Assert.All(result.Errors, e => Assert.All(e.Chain.Zip(e.Chain.Skip(1)), step =>
                    Assert.Contains(must, m => (m.Left, m.Right) == step || (m.Right, m.Left) == step)));
            }
        });
}
