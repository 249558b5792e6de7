namespace Qingce.Linkage.Tests;

public sealed class FoundPairsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 300)]
    [InlineData(256, 40_000)]
    public void Take_PairsOfAnother_AreThereOnceAndInOrder(int mine, int others)
    {
        var (all, second) = (new FoundPairs(), new FoundPairs());
        Add(all, 0, mine);
        Add(second, mine, others);

        all.Take(second);
        Add(all, mine + others, 3);

        Assert.Equal(0, second.Count);
        Assert.Empty(second.Parts());
        Assert.Equal(mine + others + 3, all.Count);
        Assert.Equal(Enumerable.Range(0, all.Count), all.Parts().SelectMany(part => part).Select(pair => pair.Left).Order());
    }

    [Fact]
    public void Distinct_PairsInAnyOrder_AreOrderedAndOnce()
    {
        var found = new FoundPairs();
        for (var i = 0; i < 20_000; i++)
        {
            var left = i * 7919 % 5000;
            found.Add(new ScoredPair(left, 5000 + left % 3, left, 1));
        }

        var ordered = PairOrder.Distinct(found, 5003, 2);

        Assert.Equal(Enumerable.Range(0, 5000), ordered.Select(pair => pair.Left));
    }

    private static void Add(FoundPairs pairs, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            pairs.Add(new ScoredPair(i, i + 1, 1, 0));
        }
    }
}
