namespace Qingce.Linkage.Tests;

public sealed class SortedNeighbourhoodTests
{
    private const int Window = 7;

    private static readonly LinkageModel Model = InventedPeople.Model with
    {
        Blocking =
        [
            new BlockingRule { Parts = [new("phone")] },
            new BlockingRule { Parts = [new("family"), new("given", "first-2")], Window = Window },
            new BlockingRule { Parts = [new("street")], Window = 3 },
        ],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(2, 5)]
    public void Find_RuleWithWindow_ComparesNeighboursOnce(int seed, int largest)
    {
        var people = new InventedPeople(200, 0.4, seed);
        var table = people.ToTable();

        var result = InventedPeople.Linker(table, new SearchOptions { Threads = 2, LargestBlock = largest }).Find(Model, -10_000, cancellationToken: Cancellation);

        var found = result.Pairs.Select(p => (p.Left, p.Right)).ToHashSet();
        Assert.Equal(result.Pairs.Count, found.Count);
        Assert.Equal(result.Pairs.Count, result.Passes.Sum(p => p.Compared));
        if (largest > 2 * Window)
        {
            Assert.Subset(found, Neighbours(people).ToHashSet());
        }
    }

    [Fact]
    public void Find_RowsInAnotherOrder_GivesTheSamePairs()
    {
        var people = new InventedPeople(150, 0.4, 3);
        int[] turned = [.. Enumerable.Range(0, people.Count).Reverse()];

        Assert.Equal(Named(people, [.. Enumerable.Range(0, people.Count)]), Named(people, turned));
    }

    [Fact]
    public void Train_RuleWithWindow_CountsEachPairOnce()
    {
        var people = new InventedPeople(200, 0.4, 4);
        var linker = InventedPeople.Linker(people.ToTable());

        var counted = linker.Train(Model, Cancellation).Candidates!.Ordered().Sum(p => p.Count);

        Assert.Equal(linker.Find(Model, -10_000, cancellationToken: Cancellation).Pairs.Count, counted);
    }

    [Fact]
    public void Analyse_RuleWithWindow_ShowsThePairsItBringsTogether()
    {
        var linker = InventedPeople.Linker(new InventedPeople(200, 0.4, 5).ToTable());
        var alone = Model with { Blocking = [Model.Blocking![1]] };

        var pairs = linker.Analyse(alone, Cancellation)[0].Pairs;

        Assert.Equal(linker.Find(alone, -10_000, cancellationToken: Cancellation).Pairs.Count, pairs);
        Assert.Equal("within 7 of family + first-2(given)", alone.Blocking[0].Name);
    }

    [Fact]
    public void RulesOf_Neighbours_NamesTheRule()
    {
        var people = new InventedPeople(200, 0.4, 6);
        var linker = InventedPeople.Linker(people.ToTable());

        Assert.All(Neighbours(people), p => Assert.Contains(Model.Blocking![1], linker.RulesOf(Model, p.Left, p.Right)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void Validate_WindowOutOfBounds_SaysSo(int window)
    {
        var model = Model with { Blocking = [new BlockingRule { Parts = [new("street")], Window = window }] };

        Assert.Contains("window", Assert.Throws<LinkageModelException>(model.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_WindowBeforeEqualParts_SaysSo()
    {
        var model = Model with { Blocking = [.. Model.Blocking!.Reverse()] };

        Assert.Contains("must come after", Assert.Throws<LinkageModelException>(model.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WindowOfWhatHasNoOrder_SaysSo()
    {
        var model = Model with { Blocking = [new BlockingRule { Parts = [new("street", "soundex")], Window = 5 }] };
        var linker = InventedPeople.Linker(new InventedPeople(10, 0, 1).ToTable());

        Assert.Contains("soundex", Assert.Throws<LinkageModelException>(() => linker.Train(model, Cancellation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_IndexOfAModelWithAWindow_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var table = new InventedPeople(10, 0, 1).ToTable();

        var error = Assert.Throws<LinkageModelException>(() => LinkIndex.Create(
            folder.Folder, table, Model, LinkageVocabulary.General, cancellationToken: Cancellation));

        Assert.Contains("within 7 of family", error.Message, StringComparison.Ordinal);
    }

    // Rows in the order of family and the first two letters of the given name, those that are within the window; ties have no order here and are left out.
    private static List<(int Left, int Right)> Neighbours(InventedPeople people)
    {
        var order = Enumerable.Range(0, people.Count).Where(r => people.Values(r)[1].Length > 0 && people.Values(r)[0].Length > 0)
            .Select(r => (Key: $"{people.Values(r)[1]}\0{people.Values(r)[0][..Math.Min(2, people.Values(r)[0].Length)]}", Row: r))
            .OrderBy(e => e.Key, StringComparer.Ordinal).ToList();
        var pairs = new List<(int, int)>();
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = i + 1; j < order.Count; j++)
            {
                var first = order.FindIndex(e => e.Key == order[i].Key);
                var last = order.FindLastIndex(e => e.Key == order[j].Key);
                if (last - first <= Window)
                {
                    pairs.Add((Math.Min(order[i].Row, order[j].Row), Math.Max(order[i].Row, order[j].Row)));
                }
            }
        }

        return pairs;
    }

    private static List<(int, int)> Named(InventedPeople people, int[] order) =>
        [.. InventedPeople.Linker(people.ToTable(order)).Find(Model, -10_000, cancellationToken: Cancellation).Pairs
            .Select(p => (Math.Min(order[p.Left], order[p.Right]), Math.Max(order[p.Left], order[p.Right]))).Order()];
}
