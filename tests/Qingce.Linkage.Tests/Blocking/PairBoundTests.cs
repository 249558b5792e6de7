namespace Qingce.Linkage.Tests;

public sealed class PairBoundTests
{
    [Fact]
    public void Find_LaterRuleOfTooManyPairs_IsRefusedBeforeAnyPairIsCompared()
    {
        var table = SmallPeople.ToTable(Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"p{i}", new[] { $"n{i / 2}", $"street {i}", "1900" })));
        var model = SmallPeople.Model with { Blocking = [new BlockingRule { Parts = [new("name")] }, new BlockingRule { Parts = [new("born")] }] };
        var told = new Told();

        var error = Assert.Throws<TooManyPairsException>(() => Linker(table, 10_000).Find(model, 0, told, TestContext.Current.CancellationToken));

        Assert.Equal(("born", 19_900L), (error.Rule, error.Pairs));
        Assert.Contains("19,900", error.Chinese);
        Assert.Equal(0, told.Times);
        Assert.NotEmpty(Linker(table, 19_900).Find(model, 0, told, TestContext.Current.CancellationToken).Pairs);
        Assert.NotEqual(0, told.Times);
    }

    [Fact]
    public void Find_OversizedBlocks_AreCountedByTheirParts()
    {
        var table = SmallPeople.ToTable(Enumerable.Range(0, 400).Select(i => KeyValuePair.Create($"p{i}", new[] { $"n{i % 4}", $"s{i % 2}", "1900" })));
        var model = SmallPeople.Model with { Blocking = [new BlockingRule { Parts = [new("born")] }] };

        // The block of 400 is parted into four of 100.
        var error = Assert.Throws<TooManyPairsException>(() => Linker(table, 15_000).Find(model, 0, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(4 * 100 * 99 / 2, error.Pairs);
        Linker(table, 4 * 100 * 99 / 2).Find(model, 0, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Find_ManyRows_AreEstimatedAndThenCounted()
    {
        var table = SmallPeople.ToTable(Enumerable.Range(0, 140_000).Select(i => KeyValuePair.Create($"p{i}", new[] { $"n{i % 100}", "", $"{i / 2}" })));
        var model = SmallPeople.Model with { Blocking = [new BlockingRule { Parts = [new("born")] }, new BlockingRule { Parts = [new("name")] }] };

        var error = Assert.Throws<TooManyPairsException>(() => Linker(table, 50_000_000).Find(model, 0, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(("name", 100L * 1400 * 1399 / 2), (error.Rule, error.Pairs));
    }

    private static Linker Linker(LinkTable table, long most) =>
        new(table, LinkageVocabulary.General, new SearchOptions { Threads = 1, MostPairs = most, LargestBlock = table.Rows > 1000 ? 2000 : 200 });

    private sealed class Told : IProgress<double>
    {
        public int Times { get; private set; }

        public void Report(double value) => Times++;
    }
}
