using System.Globalization;

namespace Qingce.Linkage.Tests;

/// <summary>Households of two, recorded once or twice: twins, parent and child of one name, brothers and sisters; and people who live alone.</summary>
public sealed class HouseholdKinTests
{
    private const int Households = 900;

    private enum Kind
    {
        Twins,
        ParentAndChild,
        Siblings,
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Link_MembersOfAHousehold_AreKeptApart(int seed)
    {
        var (rows, persons, model) = Link(seed, alone: false);

        foreach (var kind in Enum.GetValues<Kind>())
        {
            var pairs = rows.Index().Where(r => !r.Item.IsSecond && KindOf(r.Item.Household) == kind).GroupBy(r => r.Item.Household).ToList();
            var merged = pairs.Count(pair => persons[pair.First().Index] == persons[pair.Last().Index]);
            Assert.True(merged <= 0.01 * pairs.Count, $"seed {seed}: {merged} of {pairs.Count} {kind} were taken for one.");
        }

        Assert.True(Recall(rows, persons) >= 0.97, $"seed {seed}: recall {Recall(rows, persons)}");
        Assert.Equal("kin", model.Shared!.Kin);
        Assert.Equal(["perhaps twins", "parent and child", "none"], model.Comparisons.Single(c => c.Name == "kin").Levels.Select(l => l.Name));
        Assert.Equal(model.Shared.Kin, LinkageModel.Read(model.Write()).Shared!.Kin);
    }

    // Nobody lives with anybody: who has another given name in the second record is no twin.
    [Fact]
    public void Link_PeopleWhoLiveAlone_JudgementsOnKinSayNothing()
    {
        var (rows, persons, model) = Link(13, alone: true);

        Assert.All(model.Comparisons.Single(c => c.Name == "kin").Levels, level => Assert.Equal(0, level.Weight));
        Assert.True(Recall(rows, persons) >= 0.97, $"recall {Recall(rows, persons)}");
    }

    private static Kind KindOf(int household) => (Kind)(household % 3);

    private static double Recall(List<Row> rows, string[] persons)
    {
        var seconds = rows.Index().Where(r => r.Item.IsSecond).ToList();
        return seconds.Count(r => persons[r.Index] == persons[r.Index - 1]) / (double)seconds.Count;
    }

    private static (List<Row> Rows, string[] Persons, LinkageModel Model) Link(int seed, bool alone)
    {
        var random = new Random(seed);
        var rows = new List<Row>();
        for (var household = 0; household < Households; household++)
        {
            var one = new Row(household, false, Name(random), Name(random), Day(random, 1940, 25_000), $"{random.Next(1, 200)} {Name(random)} Street", $"0176{random.Next(10_000_000):0000000}");
            Add(rows, one, random, alone);
            if (!alone)
            {
                Add(rows, KindOf(household) switch
                {
                    Kind.Twins => one with { Given = Name(random) },
                    Kind.ParentAndChild => one with { Born = one.Born.AddDays(-random.Next(6_600, 14_600)) },
                    _ => one with { Given = Name(random), Born = one.Born.AddDays(random.Next(400, 3000)) },
                }, random, alone);
            }
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, rows.Select((r, i) => $"{i},{r.Given},{r.Family},{r.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{r.Address},{r.Phone}").Prepend("id,first_name,surname,dob,address,phone"));
            (string, IReadOnlyList<string>)[] files = [("people", [file])];
            var proposal = ModelProposal.Of(files, LinkageVocabulary.General);
            var table = LinkTableReader.Read(files, proposal.IdColumn, proposal.Model.Columns!, LinkageVocabulary.General, threads: 2);
            var linker = new Linker(table, LinkageVocabulary.General, new SearchOptions { Threads = 2 });
            var model = linker.Train(proposal.Model).Model;
            var options = new ClusterOptions { Weight = (a, b) => linker.Explain(model, a, b).Sum(s => s.Weight) };
            var clustering = RowClusters.Find(table.Rows, linker.Find(model, 0).Pairs, options).Clustering!;
            var persons = new string[rows.Count];
            foreach (var (number, group) in clustering.Groups().Index())
            {
                foreach (var row in group)
                {
                    persons[row] = $"{number}";
                }
            }

            return (rows, [.. persons.Select((person, row) => person ?? $"alone {row}")], model);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A second record stands behind its first and has a slip; of those who live alone one in 120 has another given name in it.
    private static void Add(List<Row> rows, Row person, Random random, bool alone)
    {
        rows.Add(person);
        if (random.Next(2) == 0)
        {
            rows.Add((random.Next(3), alone && random.Next(120) == 0) switch
            {
                (_, true) => person with { IsSecond = true, Given = Name(random) },
                (0, _) => person with { IsSecond = true, Family = person.Family + "e" },
                (1, _) => person with { IsSecond = true, Phone = $"0176{random.Next(10_000_000):0000000}" },
                _ => person with { IsSecond = true, Given = person.Given[..^1] },
            });
        }
    }

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstvw"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));

    private static DateOnly Day(Random random, int year, int days) => new DateOnly(year, 1, 1).AddDays(random.Next(days));

    private sealed record Row(int Household, bool IsSecond, string Given, string Family, DateOnly Born, string Address, string Phone);
}
