namespace Qingce.Linkage.Tests;

/// <summary>Rules without parts: every pair is compared, however many rows there are.</summary>
public sealed class AllRowsTests
{
    private static readonly LinkageModel Model = SmallPeople.Model with { Blocking = [new BlockingRule { Parts = [] }] };

    [Theory]
    [InlineData(2)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1700)]
    public void Tiles_AnyRows_BringEachPairTogetherOnce(int rows)
    {
        var tiles = new PairTiles(rows);
        var met = new HashSet<(int, int)>();
        var of = new int[PairTiles.MostRows];
        for (var tile = 0; tile < tiles.Count; tile++)
        {
            var block = tiles.Fill(tile, of);
            for (var i = block.FirstMeeting; i < block.Length; i++)
            {
                for (var j = block.Start; j < block.EndOfMet(i); j++)
                {
                    Assert.True(of[j] < of[i]);
                    Assert.True(met.Add((of[j], of[i])));
                }
            }
        }

        Assert.Equal(rows * (rows - 1) / 2, met.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Find_MoreRowsThanALargestBlock_ComparesEveryPair(int threads)
    {
        var table = Table(1100);
        var whole = Find(table, new SearchOptions { Threads = 1, LargestBlock = 2000 });

        var result = Find(table, new SearchOptions { Threads = threads, LargestBlock = 100 });

        Assert.Equal(whole.Pairs, result.Pairs);
        Assert.NotEmpty(result.Pairs);
        var rule = Assert.Single(result.Passes);
        Assert.Equal((1100L * 1099 / 2, 0L, 0L), (rule.Compared, rule.Oversized, rule.NotCompared));
    }

    [Fact]
    public void Find_ARuleAfterIt_ComparesNothingAgain()
    {
        var model = Model with { Blocking = [new BlockingRule { Parts = [] }, new BlockingRule { Parts = [new("born")] }] };
        var linker = new Linker(Table(300), LinkageVocabulary.General, new SearchOptions { Threads = 2, LargestBlock = 50 });

        var result = linker.Find(model, 0, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([300L * 299 / 2, 0L], result.Passes.Select(p => p.Compared));
    }

    [Fact]
    public void Find_MorePairsThanAllowed_IsRefusedWithTheirCount()
    {
        var error = Assert.Throws<TooManyPairsException>(() => Find(Table(300), new SearchOptions { LargestBlock = 50, MostPairs = 44_849 }));

        Assert.Equal(44_850, error.Pairs);
        Assert.NotEmpty(Find(Table(300), new SearchOptions { LargestBlock = 50, MostPairs = 44_850 }).Pairs);
    }

    [Fact]
    public void Find_InAnIndex_ComparesEveryRecord()
    {
        using var temporary = new TemporaryFolder();
        var table = Table(200);
        using var index = SmallPeople.Index(temporary.Folder, table, Model, new LinkIndexOptions { LargestBlock = 12 });

        var live = SmallPeople.Live(index, Enumerable.Range(0, table.Rows).Select(row => SmallPeople.IdOf(table, row)), 0);

        Assert.Equal(SmallPeople.Batch(table, Model, 12, 0), live);
        Assert.Equal(199, index.FindOthers("p0", 0)!.Compared);
    }

    [Fact]
    public void Find_StoppedWithinABlock_EndsThere()
    {
        using var source = new CancellationTokenSource();
        var measure = new Stopping(source);
        var comparison = new Comparison
        {
            Name = "street",
            Levels = [new ComparisonLevel { Name = "near", When = new LevelCondition { Measure = measure.Name, Bound = 0.5 }, M = 0.9, U = 0.1 }, new ComparisonLevel { Name = "different", M = 0.1, U = 0.9 }],
        };
        var vocabulary = LinkageVocabulary.General.With([], [measure], []);
        var linker = new Linker(Table(600), vocabulary, new SearchOptions { Threads = 1 });

        Assert.ThrowsAny<OperationCanceledException>(() => linker.Find(Model with { Comparisons = [comparison] }, -1000, cancellationToken: source.Token));

        Assert.InRange(measure.Asked, 1, 600);
    }

    private static PairSearchResult Find(LinkTable table, SearchOptions options) =>
        new Linker(table, LinkageVocabulary.General, options).Find(Model, 0, cancellationToken: TestContext.Current.CancellationToken);

    private static LinkTable Table(int rows) =>
        SmallPeople.ToTable(Enumerable.Range(0, rows).Select(i => KeyValuePair.Create($"p{i}", new[] { $"name{i / 2}", $"street {i / 3}", $"{i % 7}" })));

    private sealed class Stopping(CancellationTokenSource source) : Measure
    {
        public int Asked { get; private set; }

        public override string Name => "stopping";

        public override bool IsSimilarity => true;

        public override double Between(in CellValue left, in CellValue right)
        {
            Asked++;
            source.Cancel();
            return 0;
        }
    }
}
