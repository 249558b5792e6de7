using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class PersonIdsTests
{
    private static readonly Gen<(int Before, int Now)[]> TwoRuns = Gen.Select(Gen.Int[-1, 6], Gen.Int[-1, 6]).Array[1, 20];

    [Fact]
    public void Assign_FirstRun_CallsAPersonByTheSmallestKey()
    {
        var ids = PersonIds.Assign(Clustered([0, 0, 1]), Keys(["b", "a", "c"]), new PreviousPersons());

        Assert.Equal(["a", "a", "c"], Enumerable.Range(0, 3).Select(ids.TextOf));
        Assert.Equal(["a", "c"], ids.Changes.New);
        Assert.Empty(ids.Changes.Gone);
    }

    [Fact]
    public void Assign_Merge_KeepsTheIdOfTheLargerPart()
    {
        var ids = PersonIds.Assign(Clustered([0, 0, 0]), Keys(["a", "b", "c"]), Previous(("a", "P1"), ("b", "P2"), ("c", "P2"), ("d", "P3")));

        Assert.Equal("P2", ids.TextOf(0));
        var merged = Assert.Single(ids.Changes.Merged);
        Assert.Equal(["P1", "P2"], merged.Previous);
        Assert.Equal("P2", merged.Person);
        Assert.Equal(["P3"], ids.Changes.Gone);
        Assert.Empty(ids.Changes.Split);
    }

    [Fact]
    public void Assign_Split_KeepsTheIdOnceAndNeverUsesAnOldIdForSomebodyElse()
    {
        var ids = PersonIds.Assign(Clustered([0, 1, 1, 2]), Keys(["a", "b", "c", "a-2"]), Previous(("a", "a"), ("b", "a"), ("c", "a")));

        Assert.Equal(["a-3", "a", "a", "a-2"], Enumerable.Range(0, 4).Select(ids.TextOf));
        var split = Assert.Single(ids.Changes.Split);
        Assert.Equal("a", split.Previous);
        Assert.Equal(["a", "a-3"], split.Persons);
        Assert.Equal(["a-2"], ids.Changes.New);
        Assert.Empty(ids.Changes.Merged);
    }

    [Fact]
    public void Assign_EqualOverlaps_GoToTheFirstIdAndTheFirstKey()
    {
        var previous = Previous(("a", "Q"), ("b", "P"), ("c", "R"), ("d", "R"));

        var ids = PersonIds.Assign(Clustered([0, 0, 2, 1]), Keys(["a", "b", "c", "d"]), previous);

        Assert.Equal(["P", "P", "R", "d"], Enumerable.Range(0, 4).Select(ids.TextOf));
    }

    [Fact]
    public void Add_RecordTwice_KeepsTheFirst()
    {
        var previous = Previous(("a", "P"));

        Assert.False(previous.Add("a"u8, "Q"u8));
        Assert.Equal((1, 1), (previous.Records, previous.Persons));
    }

    [Fact]
    public void Assign_ManyRecords_FindsEachAgain()
    {
        const int Records = 60_000;
        var previous = new PreviousPersons();
        for (var i = 0; i < Records; i++)
        {
            Assert.True(previous.Add(Encoding.UTF8.GetBytes($"record {i}"), Encoding.UTF8.GetBytes($"person number {i / 2}")));
        }

        var ids = PersonIds.Assign(Clustered([.. Enumerable.Range(0, Records).Select(i => i / 2)]), row => Encoding.UTF8.GetBytes($"record {row}"), previous);

        Assert.Equal(Records / 2, previous.Persons);
        Assert.All(Enumerable.Range(0, Records), row => Assert.Equal($"person number {row / 2}", ids.TextOf(row)));
        Assert.Empty(ids.Changes.New);
    }

    [Fact]
    public void Assign_AnyTwoRuns_GivesEachClusterOneIdThatHoldsOverOrderAndTime() =>
        TwoRuns.SelectMany(rows => Gen.Shuffle(Enumerable.Range(0, rows.Length).ToArray()).Select(order => (rows, order))).Sample(t =>
        {
            var (first, labels) = Run(t.rows, [.. Enumerable.Range(0, t.rows.Length)]);
            var (second, _) = Run(t.rows, t.order);

            // Each row its cluster's id, each cluster its own, whatever the order of rows.
            Assert.Equal(Enumerable.Range(0, t.rows.Length).Select(row => first.TextOf(row)), Enumerable.Range(0, t.rows.Length).Select(row => second.TextOf(Array.IndexOf(t.order, row))));
            Assert.Equal(labels.Distinct().Count(), Enumerable.Range(0, t.rows.Length).Select(first.TextOf).Distinct().Count());
            Assert.Equal(first.Changes.New.Order(StringComparer.Ordinal), second.Changes.New.Order(StringComparer.Ordinal));
            Assert.Equal(Words(first.Changes), Words(second.Changes));

            // Run again after itself, nothing changes.
            var again = Previous([.. Enumerable.Range(0, t.rows.Length).Select(row => (Key(row), first.TextOf(row)))]);
            var third = PersonIds.Assign(Clustered(labels), Keys([.. Enumerable.Range(0, t.rows.Length).Select(Key)]), again);
            Assert.All(Enumerable.Range(0, t.rows.Length), row => Assert.Equal(first.TextOf(row), third.TextOf(row)));
            Assert.Equal((0, 0, 0, 0), (third.Changes.Merged.Count, third.Changes.Split.Count, third.Changes.New.Count, third.Changes.Gone.Count));
        });

    [Fact]
    public void Assign_AnyTwoRuns_SaysWhatCameOfEveryPersonBefore() => TwoRuns.Sample(rows =>
    {
        var (ids, _) = Run(rows, [.. Enumerable.Range(0, rows.Length)]);

        var now = rows.Select((r, row) => (r.Before, Now: ids.TextOf(row))).Where(r => r.Before >= 0).ToArray();
        var split = now.GroupBy(r => $"P{r.Before}", r => r.Now).Where(g => g.Distinct().Count() > 1);
        var merged = now.GroupBy(r => r.Now, r => $"P{r.Before}").Where(g => g.Distinct().Count() > 1);
        Assert.Equal(split.Select(g => (g.Key, string.Join(' ', g.Distinct().Order(StringComparer.Ordinal)))).Order(), ids.Changes.Split.Select(s => (s.Previous, string.Join(' ', s.Persons))).Order());
        Assert.Equal(merged.Select(g => (g.Key, string.Join(' ', g.Distinct().Order(StringComparer.Ordinal)))).Order(), ids.Changes.Merged.Select(m => (m.Person, string.Join(' ', m.Previous))).Order());
        Assert.Equal(["gone"], ids.Changes.Gone);
    });

    private static (PersonIds Ids, int[] Labels) Run((int Before, int Now)[] rows, int[] order)
    {
        var labels = rows.Select((r, row) => r.Now < 0 ? 100 + row : r.Now).ToArray();
        var previous = Previous([("no longer", "gone"), .. rows.Index().Where(r => r.Item.Before >= 0).Select(r => (Key(r.Index), $"P{r.Item.Before}"))]);
        return (PersonIds.Assign(Clustered([.. order.Select(row => labels[row])]), Keys([.. order.Select(Key)]), previous), labels);
    }

    private static string Words(PersonChanges changes) => string.Join('\n', changes.Merged.Select(m => $"{string.Join(' ', m.Previous)} > {m.Person}")
        .Concat(changes.Split.Select(s => $"{s.Previous} < {string.Join(' ', s.Persons)}")).Concat(changes.Gone));

    private static string Key(int row) => $"P{(row * 7) % 20}";

    private static RecordKey Keys(string[] keys) => row => Encoding.UTF8.GetBytes(keys[row]);

    private static PreviousPersons Previous(params (string Record, string Person)[] records)
    {
        var previous = new PreviousPersons(records.Length);
        foreach (var (record, person) in records)
        {
            Assert.True(previous.Add(Encoding.UTF8.GetBytes(record), Encoding.UTF8.GetBytes(person)));
        }

        return previous;
    }

    private static Clustering Clustered(int[] labels)
    {
        var pairs = labels.SelectMany((label, row) => Array.IndexOf(labels, label) is var first && first < row ? [new ScoredPair(first, row, 1, 0)] : Array.Empty<ScoredPair>());
        return DrawnPairs.Find([.. pairs], new ClusterOptions { Refine = false }, labels.Length);
    }
}
