using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class ConnectedRowsTests
{
    [Fact]
    public void Of_Chain_IsOneCluster() => Assert.Equal([0, 1, 0, 3, 0, 3], ConnectedRows.Of(6, [(4, 2), (2, 0), (5, 3)]));

    [Fact]
    public void Of_AnyOrderOfPairs_GivesTheSameClusters() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).Array[0, 40].SelectMany(pairs => Gen.Shuffle(pairs.ToArray()).Select(shuffled => (pairs, shuffled)))
            .Sample(t => ConnectedRows.Of(31, t.pairs).SequenceEqual(ConnectedRows.Of(31, t.shuffled)));
}
