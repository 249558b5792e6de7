using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LinkerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_WithTrainedModel_FindsCorruptedCopies(int seed)
    {
        var people = new InventedPeople(800, 0.3, seed);
        var linker = InventedPeople.Linker(people.ToTable());

        var trained = linker.Train(InventedPeople.Model, Cancellation);
        var (precision, recall) = people.Score(linker.Find(trained.Model, 0, cancellationToken: Cancellation).Pairs);

        Assert.True(precision > 0.99, $"precision {precision}");
        Assert.True(recall > 0.97, $"recall {recall}");
        Assert.InRange(trained.Model.MatchesPerRow * people.Count, 150, 320);
    }

    [Fact]
    public void Find_AnyOrderAndThreads_GivesTheSamePairs()
    {
        var people = new InventedPeople(150, 0.4, 7);
        var expected = Named(people, [.. Enumerable.Range(0, people.Count)], 1);
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, people.Count).ToArray()), Gen.Int[1, 4])
            .Sample((order, threads) => expected.SequenceEqual(Named(people, order, threads)), iter: 10);
    }

    [Fact]
    public void Find_SmallBlocks_ComparesPairsOnceAndReportsTheRest()
    {
        var people = new InventedPeople(500, 0.4, 8);
        var linker = InventedPeople.Linker(people.ToTable(), new SearchOptions { Threads = 2, LargestBlock = 2 });

        var result = linker.Find(linker.Train(InventedPeople.Model, Cancellation).Model, -1000, cancellationToken: Cancellation);

        Assert.Equal(result.Pairs.Count, result.Pairs.DistinctBy(p => (p.Left, p.Right)).Count());
        Assert.Equal(result.Pairs.Count, result.Passes.Sum(p => p.Compared));
        Assert.Contains(result.Passes, p => p.NotCompared > 0);
    }

    [Fact]
    public void Explain_Steps_AddUpToTheWeight()
    {
        var people = new InventedPeople(500, 0.4, 9);
        var linker = InventedPeople.Linker(people.ToTable());
        var model = linker.Train(InventedPeople.Model, Cancellation).Model;

        Assert.All(linker.Find(model, 0, cancellationToken: Cancellation).Pairs, p => Assert.Equal(p.Weight, linker.Explain(model, p.Left, p.Right).Sum(s => s.Weight), 0.001));
    }

    [Fact]
    public void Evidence_LikeValuesBothInUse_CountNearlyAsDifferentOnes()
    {
        var file = Path.GetTempFileName();
        string[] names = [.. Enumerable.Repeat("carol", 4), .. Enumerable.Repeat("carolyn", 3), "carolym", "peter"];
        File.WriteAllLines(file, names.Prepend("name"));
        var model = new LinkageModel
        {
            Name = "names",
            MatchesPerRow = 0.1,
            Columns = [new ModelColumn { Name = "name", Kind = "name" }],
            Comparisons =
            [
                new Comparison
                {
                    Name = "name",
                    Levels =
                    [
                        new() { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.8, U = 0.01 },
                        new() { Name = "close", When = new LevelCondition { Measure = "jaro-winkler", Bound = 0.92 }, M = 0.1, U = 0.01, InUse = 1e-9 },
                        new() { Name = "different", M = 0.1, U = 0.98 },
                    ],
                },
            ],
        };
        var table = LinkTableReader.Read([("names", [file])], null, model.Columns, LinkageVocabulary.General, 1, cancellationToken: Cancellation);
        File.Delete(file);

        var evidence = new Linker(table, LinkageVocabulary.General, new SearchOptions()).Evidence(model);

        Assert.Equal(evidence.Weight(0, 8), evidence.Weight(0, 4), 1e-9);
        Assert.True(evidence.Weight(4, 7) > evidence.Weight(0, 4) + 5);
    }

    [Fact]
    public void Train_UnknownColumn_SaysSo()
    {
        var linker = InventedPeople.Linker(new InventedPeople(10, 0, 1).ToTable());
        var model = InventedPeople.Model with { Comparisons = [InventedPeople.Model.Comparisons[0] with { Name = "town" }] };

        var error = Assert.Throws<LinkageModelException>(() => linker.Train(model, Cancellation));

        Assert.Contains("town", error.Message);
    }

    private static List<(int, int, double)> Named(InventedPeople people, int[] order, int threads)
    {
        var linker = InventedPeople.Linker(people.ToTable(order), new SearchOptions { Threads = threads, LargestBlock = 20 });
        return [.. linker.Find(linker.Train(InventedPeople.Model, Cancellation).Model, 0, cancellationToken: Cancellation).Pairs
            .Select(p => (Math.Min(order[p.Left], order[p.Right]), Math.Max(order[p.Left], order[p.Right]), p.Weight))
            .Order()];
    }
}
