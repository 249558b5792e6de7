namespace Qingce.Linkage.Tests;

public sealed class RowVisitorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, -1000)]
    [InlineData(2, -15)]
    [InlineData(3, 0)]
    [InlineData(4, 20)]
    public void Find_AnyThreshold_GivesWhatComparingEveryPairOfTheRulesGives(int seed, double threshold)
    {
        var people = new InventedPeople(250, 0.5, seed);
        var table = people.ToTable();
        var linker = InventedPeople.Linker(table);
        var model = linker.Train(InventedPeople.Model, Cancellation).Model;

        var found = linker.Find(model, threshold, cancellationToken: Cancellation).Pairs.Select(p => (p.Left, p.Right, p.Weight, p.Pattern));

        Assert.Equal(Slowly(table, model, threshold), found);
    }

    [Theory]
    [InlineData(5, -15)]
    [InlineData(6, 0)]
    [InlineData(7, 20)]
    public void Find_LevelOfTwoColumnsThatAreEqual_GivesWhatComparingEveryPairOfTheRulesGives(int seed, double threshold)
    {
        var both = new ComparisonLevel
        {
            Name = "with the street",
            When = new() { All = [new() { Measure = "exact" }, new() { Measure = "exact", Column = "street" }] },
            M = 0.6,
            U = 0.01,
            Frequency = 0.5,
        };
        var start = InventedPeople.Model with
        {
            Comparisons = [.. InventedPeople.Model.Comparisons.Select(c => c.Name == "postcode" ? c with { Levels = [both, .. c.Levels] } : c)],
        };
        var table = new InventedPeople(250, 0.5, seed).ToTable();
        var model = InventedPeople.Linker(table).Train(start, Cancellation).Model;

        var found = InventedPeople.Linker(table).Find(model, threshold, cancellationToken: Cancellation).Pairs.Select(p => (p.Left, p.Right, p.Weight, p.Pattern));

        Assert.Equal(Slowly(table, model, threshold), found);
    }

    [Fact]
    public void Find_LevelsOfManyColumns_GivesWhatComparingEveryPairOfTheRulesGives()
    {
        var found = 0;
        for (var seed = 100; seed < 120; seed++)
        {
            var model = JointComparisons.ModelOf(seed);
            var table = new InventedPeople(40, 0.5, seed).ToTable();
            foreach (var threshold in (double[])[-20, 0, 10])
            {
                var pairs = InventedPeople.Linker(table).Find(model, threshold, cancellationToken: Cancellation).Pairs.Select(p => (p.Left, p.Right, p.Weight, p.Pattern)).ToArray();

                Assert.True(Slowly(table, model, threshold).SequenceEqual(pairs), $"Seed {seed}, threshold {threshold}.");
                found += pairs.Length;
            }
        }

        Assert.True(found > 3000, $"{found} pairs in all.");
    }

    [Fact]
    public void Find_AcrossSources_FindsNoPairWithinOne()
    {
        var people = new InventedPeople(300, 0.5, 5);
        var table = people.ToTable([.. Enumerable.Range(0, people.Count).OrderBy(row => row % 3)]);
        var half = new LinkTableHalves(table);
        var model = InventedPeople.Linker(table).Train(InventedPeople.Model, Cancellation).Model;

        var all = InventedPeople.Linker(half.Table).Find(model, 0, cancellationToken: Cancellation).Pairs;
        var across = InventedPeople.Linker(half.Table, new SearchOptions { Threads = 2, AcrossSources = true }).Find(model, 0, cancellationToken: Cancellation).Pairs;

        Assert.Equal(all.Where(p => p.Left < half.First && p.Right >= half.First), across);
        Assert.True(across.Count < all.Count);
        Assert.NotEmpty(across);
    }

    private static List<(int, int, double, ulong)> Slowly(LinkTable table, LinkageModel model, double threshold)
    {
        var comparer = new RowComparer(model, table.Columns, LinkageVocabulary.General);
        var blocking = new RowBlocking(model, table.Columns, LinkageVocabulary.General);
        var frequencies = new TermFrequencies(model, table.Columns, comparer);
        var terms = new TableTerms(table, frequencies.Columns, 1, new WordRoom());
        var weights = new PatternWeights(model, table.Rows);
        var found = new List<(int, int, double, ulong)>();
        for (var left = 0; left < table.Rows; left++)
        {
            for (var right = left + 1; right < table.Rows; right++)
            {
                var pattern = comparer.Pattern(table.View(left), table.View(right));
                var weight = weights.Weight(pattern) + frequencies.Of(table.Row(left), table.Row(right), pattern, terms);
                if (weight >= threshold && Share(blocking, table, left, right))
                {
                    found.Add((left, right, weight, pattern));
                }
            }
        }

        return found;
    }

    private static bool Share(RowBlocking blocking, LinkTable table, int left, int right)
    {
        Span<ulong> one = stackalloc ulong[RowBlocking.MostKeysOfRule];
        Span<ulong> two = stackalloc ulong[RowBlocking.MostKeysOfRule];
        for (var rule = 0; rule < blocking.Rules; rule++)
        {
            var mine = one[..blocking.Keys(rule, table.View(left), one)];
            if (mine.ContainsAny(two[..blocking.Keys(rule, table.View(right), two)]))
            {
                return true;
            }
        }

        return false;
    }
}
