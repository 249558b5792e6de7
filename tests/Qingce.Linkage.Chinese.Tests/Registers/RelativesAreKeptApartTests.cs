using Entry = Qingce.Linkage.Chinese.Tests.SmallRegister.Entry;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class RelativesAreKeptApartTests
{
    private static readonly Entry Person = new()
    {
        Name = "周晓明",
        Sex = 1,
        Number = Entry.NumberFrom(320_503, 2001_05_06, 21),
        Birth = 2001_05_06,
        Phone = 13_911_112_222,
        Birthplace = 320_507,
        Household = 1,
        Address = 71,
    };

    public static TheoryData<string, object> Others() => new()
    {
        { "twin, one character apart", Person with { Name = "周晓亮", Number = Entry.NumberFrom(320_503, 2001_05_06, 23) } },
        { "twin whose name sounds alike", Person with { Name = "周晓鸣", Number = Entry.NumberFrom(320_503, 2001_05_06, 23) } },
        { "twin in another household", Person with { Name = "周晓月", Sex = 2, Number = Entry.NumberFrom(320_503, 2001_05_06, 22), Household = 2 } },
        { "father of one name", Person with { Number = Entry.NumberFrom(320_503, 1974_05_06, 31), Birth = 1974_05_06 } },
        { "brother", Person with { Name = "周晓亮", Number = Entry.NumberFrom(320_503, 2003_05_06, 13), Birth = 2003_05_06 } },
        { "neighbour of one name", Person with { Number = Entry.NumberFrom(320_503, 1999_09_17, 57), Birth = 1999_09_17, Phone = 0, Household = 2 } },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Find_TwoPeople_AreNotLinked(string relation, object second)
    {
        var register = new SmallRegister().AddTown(3000, 5);
        register.Add(Person with { Name = "周晓明", Number = Entry.NumberFrom(110_101, 1950_01_03, 11), Birth = 1950_01_03, Household = 9, Address = 0, Phone = 0 });
        var left = register.Add(Person);
        var right = register.Add((Entry)second);

        var found = register.Find();

        Assert.All(
            found.Pairs.Where(p => p.Left == left && p.Right == right),
            pair => Assert.True(pair.Weight < 3, $"{relation}: {pair.Weight}\n{string.Join('\n', found.Explain(pair))}"));
    }

    [Fact]
    public void Find_SameNameAndDefaultBirthday_AreNotLinked()
    {
        var register = new SmallRegister().AddTown(3000, 9);
        var rows = Enumerable.Range(0, 60)
            .Select(i => register.Add(new Entry { Name = i % 2 == 0 ? "王秀英" : "李秀英", Number = Entry.NumberFrom(320_503 + i, 1950_01_01, 20 + 2 * i), Birth = 1950_01_01 }))
            .ToArray();

        Assert.DoesNotContain(register.Find().Pairs, p => rows.Contains(p.Left) && p.Weight >= 3);
    }

    [Fact]
    public void Find_TownOfStrangers_LinksNobody()
    {
        var found = new SmallRegister().AddTown(20_000, 11).Find();

        Assert.DoesNotContain(found.Pairs, p => p.Kind == DuplicateKind.SamePerson && p.Weight >= 3);
    }
}
