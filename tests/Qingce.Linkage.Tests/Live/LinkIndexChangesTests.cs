using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LinkIndexChangesTests
{
    private const double Everything = -1000;

    private static readonly Gen<OneChange> s_change = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 15], SmallPeople.Values)
        .Select((what, who, values) => new OneChange(what, $"r{who}", values));

    [Fact]
    public void Changes_InAnyOrder_LeaveWhatABatchRunOverTheRecordsFinds() => Change(20);

    [Fact]
    [Trait("Category", "Long")]
    public void Changes_InAnyOrderManyTimes_LeaveWhatABatchRunOverTheRecordsFinds() => Change(1000);

    private static void Change(int times) =>
        Gen.Select(s_change.Array[1, 60], Gen.Int[1, 12], Gen.Int[2, 12]).Sample((changes, overlay, largest) =>
        {
            using var temporary = new TemporaryFolder();
            var options = new LinkIndexOptions { OverlayRows = overlay, LargestBlock = largest, Threads = 1 };
            var records = new SortedDictionary<string, string[]>(StringComparer.Ordinal) { ["r1"] = ["anna", "", "1901"], ["first"] = ["carl", "short", ""] };
            var index = SmallPeople.Index(temporary.Folder, SmallPeople.ToTable(records), options: options);
            foreach (var change in changes)
            {
                index = Make(change, index, records, temporary.Folder, options);
            }

            using (index)
            {
                RequireSame(index, records, largest);
            }

            using var reopened = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General, options with { ReadOnly = true });
            RequireSame(reopened, records, largest);
        }, iter: times, threads: 1);

    [Fact]
    public void Put_ManyAtOnce_IsThereAfterOpening()
    {
        using var temporary = new TemporaryFolder();
        using (var index = Empty(temporary.Folder, new LinkIndexOptions { OverlayRows = 100 }))
        {
            index.Put(Enumerable.Range(0, 1050).Select(i => new IndexRecord($"r{i % 1000}", ["anna", $"street {i}", "1900"])));
            Assert.InRange(index.Segments, 1, 8);
        }

        using var reopened = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
        Assert.Equal(1000, reopened.Count);
        Assert.Equal("r7", reopened.Find(["anna", "street 1007", "1900"], Everything).Matches[0].Id);
        Assert.Equal(["r7"], reopened.Find(["", "street 1007", ""], Everything).Matches.Select(m => m.Id));
        Assert.Empty(reopened.Find(["", "street 7", ""], Everything).Matches);
        reopened.Verify(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Put_FromSeveralThreads_KeepsAll()
    {
        using var temporary = new TemporaryFolder();
        using (var index = Empty(temporary.Folder, new LinkIndexOptions { OverlayRows = 50 }))
        {
            Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
            {
                for (var i = 0; i < 100; i++)
                {
                    index.Put($"t{thread}-{i}", "anna", $"street {i}", "1900");
                    Assert.NotEmpty(index.FindOthers($"t{thread}-{i}", Everything)!.Matches.DefaultIfEmpty());
                }
            });
        }

        using var reopened = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
        Assert.Equal(400, reopened.Count);
        Assert.Equal(4, reopened.Find(["", "street 42", ""], Everything).Matches.Count);
    }

    [Fact]
    public async Task PutAsync_ManyUnderWay_AreThereWhenTheIndexIsClosed()
    {
        using var temporary = new TemporaryFolder();
        var underWay = new List<Task>();
        using (var index = Empty(temporary.Folder, new LinkIndexOptions { OverlayRows = 150 }))
        {
            for (var i = 0; i < 1000; i++)
            {
                underWay.Add(index.PutAsync($"r{i}", "anna", $"street {i}", "1900"));
                Assert.Equal(i + 1, index.Count);
            }
        }

        await Task.WhenAll(underWay);
        using var reopened = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
        Assert.Equal((1000, 0), (reopened.Count, reopened.TornBytes));
        Assert.Throws<ArgumentException>(() => { _ = reopened.PutAsync("r", "too few"); });
        Assert.Throws<ArgumentException>(() => { _ = reopened.PutAsync("", "anna", "", ""); });
    }

    [Fact]
    public async Task PutAsync_OneThread_SharesTheWaitForTheDisk()
    {
        using var temporary = new TemporaryFolder();
        using var index = Empty(temporary.Folder);
        var underWay = new Queue<Task>();
        for (var i = 0; i < 5000; i++)
        {
            underWay.Enqueue(index.PutAsync($"r{i}", "anna", $"street {i}", "1900"));
            if (underWay.Count == 256)
            {
                await underWay.Dequeue();
            }
        }

        await Task.WhenAll(underWay);

        Assert.Equal("r4711", Assert.Single(index.Find(["", "street 4711", ""], Everything).Matches).Id);
    }

    [Fact]
    public void Refresh_AfterPuts_SeesThem()
    {
        using var temporary = new TemporaryFolder();
        using var index = Empty(temporary.Folder);
        using var reader = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General, new LinkIndexOptions { ReadOnly = true });
        index.Put("one", "anna", "", "1900");
        index.Compact();
        index.Put("two", "anna", "", "1900");

        Assert.Equal(0, reader.Count);
        reader.Refresh();

        Assert.Equal(2, reader.Count);
        Assert.Throws<LinkIndexException>(() => reader.Put("three", "anna", "", "1900"));
    }

    [Fact]
    public void Open_WhileAnotherWrites_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        using var index = Empty(temporary.Folder);

        var error = Assert.Throws<LinkIndexException>(() => LinkIndex.Open(temporary.Folder, LinkageVocabulary.General));

        Assert.Contains("in use", error.Message);
    }

    [Fact]
    public void Create_TwoRecordsOfOneId_SaysWhichAndLeavesNothing()
    {
        using var temporary = new TemporaryFolder();
        string[] values = ["anna", "", "1900"];

        var error = Assert.Throws<LinkIndexException>(
            () => SmallPeople.Index(temporary.Folder, SmallPeople.ToTable([new("a", values), new("b", values), new("a", values)])));

        Assert.Contains("Rows 1 and 3 have one id, 'a'", error.Message);
        Assert.False(Directory.Exists(temporary.Folder));
    }

    [Fact]
    public void Create_FolderOfOtherFiles_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Folder);
        File.WriteAllText(Path.Combine(temporary.Folder, "letter.txt"), "dear");

        Assert.Throws<LinkIndexException>(() => Empty(temporary.Folder));
        Assert.True(File.Exists(Path.Combine(temporary.Folder, "letter.txt")));
    }

    [Fact]
    public void Create_OverAnEarlierIndex_ReplacesItWhole()
    {
        using var temporary = new TemporaryFolder();
        using (var index = Empty(temporary.Folder))
        {
            index.Put("old", "anna", "", "1900");
        }

        using var again = SmallPeople.Index(temporary.Folder, SmallPeople.ToTable([new("new", ["anna", "", "1900"])]));

        Assert.Equal("new", Assert.Single(again.Find(["anna", "", "1900"], Everything).Matches).Id);
        Assert.Equal(5, Directory.GetFiles(temporary.Folder).Length);
    }

    public static LinkIndex Empty(string folder, LinkIndexOptions? options = null) =>
        SmallPeople.Index(folder, SmallPeople.ToTable([]), options: options);

    private static LinkIndex Make(
        OneChange change, LinkIndex index, SortedDictionary<string, string[]> records, string folder, LinkIndexOptions options)
    {
        switch (change.What)
        {
            case < 60:
                index.Put(change.Id, change.Values);
                records[change.Id] = change.Values;
                break;
            case < 85:
                Assert.Equal(records.Remove(change.Id), index.Remove(change.Id));
                break;
            case < 90:
                index.Flush();
                break;
            case < 93:
                index.Compact();
                break;
            default:
                index.Dispose();
                index = LinkIndex.Open(folder, LinkageVocabulary.General, options);
                Assert.Equal(0, index.TornBytes);
                break;
        }

        return index;
    }

    private static void RequireSame(LinkIndex index, SortedDictionary<string, string[]> records, int largest)
    {
        Assert.Equal(records.Count, index.Count);
        var batch = records.Count < 2 ? [] : SmallPeople.Batch(SmallPeople.ToTable(records), SmallPeople.Model, largest, Everything);
        Assert.Equal(batch, SmallPeople.Live(index, records.Keys, Everything));
        Assert.Null(index.FindOthers("nobody", Everything));
    }

    private sealed record OneChange(int What, string Id, string[] Values)
    {
        public override string ToString() => $"{What} {Id} {string.Join('|', Values)}";
    }
}
