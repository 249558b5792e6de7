namespace Qingce.Linkage.Tests;

public sealed class LinkIndexBatchTests
{
    private const double Everything = -1000;

    [Theory]
    [InlineData(2000)]
    [InlineData(12)]
    [InlineData(2)]
    public void FindOthers_EveryRecord_GivesTheWeightsOfTheBatchRun(int largestBlock)
    {
        using var temporary = new TemporaryFolder();
        var people = new InventedPeople(400, 0.4, 5);
        var table = people.ToTable();
        var model = InventedPeople.Linker(table).Train(InventedPeople.Model, TestContext.Current.CancellationToken).Model;
        using var index = SmallPeople.Index(temporary.Folder, table, model, new LinkIndexOptions { LargestBlock = largestBlock });

        var live = SmallPeople.Live(index, Enumerable.Range(0, table.Rows).Select(row => SmallPeople.IdOf(table, row)), Everything);

        Assert.Equal(table.Rows, index.Count);
        Assert.NotEmpty(live);
        Assert.Equal(SmallPeople.Batch(table, model, largestBlock, Everything), live);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(12)]
    public void Find_RowsThatAreInTheIndex_GivesTheWeightsOfTheBatchRun(int largestBlock)
    {
        using var temporary = new TemporaryFolder();
        var people = new InventedPeople(400, 0.4, 5);
        var table = people.ToTable();
        var model = InventedPeople.Linker(table).Train(InventedPeople.Model, TestContext.Current.CancellationToken).Model;
        using var index = SmallPeople.Index(temporary.Folder, table, model, new LinkIndexOptions { LargestBlock = largestBlock });
        var found = new Dictionary<(string, string), double>();
        for (var row = 0; row < table.Rows; row++)
        {
            var id = SmallPeople.IdOf(table, row);
            var finding = index.Find(table, row, Everything);
            Assert.True(finding.IsInIndex);
            Assert.Equal(finding.Matches, index.Find(id, people.Values(row), Everything).Matches);
            foreach (var match in finding.Matches)
            {
                found.Add((id, match.Id), match.Weight);
            }
        }

        Assert.Equal(SmallPeople.Batch(table, model, largestBlock, Everything), found);
        Assert.False(index.Find("somebody else", people.Values(0), Everything).IsInIndex);
        Assert.False(index.Find(SmallPeople.IdOf(table, 0), people.Values(1), Everything).IsInIndex);
    }

    [Fact]
    public void Find_RecordNotInTheIndex_GivesTheWeightsOfABatchRunWithIt()
    {
        using var temporary = new TemporaryFolder();
        var people = new InventedPeople(200, 0.5, 6);
        var all = people.ToTable();
        using var index = SmallPeople.Index(temporary.Folder, people.ToTable([.. Enumerable.Range(20, people.Count - 20)]), InventedPeople.Model);
        var found = 0;
        for (var row = 0; row < 20; row++)
        {
            var id = SmallPeople.IdOf(all, row);
            index.Put("other", people.Values(row));
            index.Remove("other");
            var finding = index.Find(people.Values(row), Everything);
            foreach (var match in finding.Matches)
            {
                Assert.Equal(match.Weight, index.Explain(people.Values(row), match.Id)!.Sum(s => s.Weight), 0.001);
            }

            var table = people.ToTable([.. Enumerable.Range(20, people.Count - 20), row]);
            var batch = SmallPeople.Batch(table, InventedPeople.Model, 2000, Everything).Where(p => p.Key.Left == id).ToDictionary(p => p.Key.Right, p => p.Value);
            Assert.Equal(batch, finding.Matches.ToDictionary(m => m.Id, m => m.Weight));
            found += finding.Matches.Count;
        }

        Assert.True(found > 5, $"{found} matches");
    }

    [Fact]
    public void Find_LargeBlock_ReportsWhatWasNotCompared()
    {
        using var temporary = new TemporaryFolder();
        var records = Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"p{i}", new[] { "anna", $"street {i}", "1900" }));
        using var index = SmallPeople.Index(temporary.Folder, SmallPeople.ToTable(records), options: new LinkIndexOptions { LargestBlock = 100 });

        var finding = index.Find(["anna", "street 7", "1900"], Everything);

        Assert.Equal("p7", Assert.Single(finding.Matches).Id);
        Assert.True(finding.NotCompared > 900, $"{finding.NotCompared}");
    }
}
