using Entry = Qingce.Linkage.Chinese.Tests.SmallRegister.Entry;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class DuplicatesAreFoundTests
{
    private static readonly Entry Person = new() { Name = "阎慧芳", Phone = 13_911_112_222, Birthplace = 320_507, Household = 1, Address = 71 };

    public static TheoryData<string, object> Errors() => new()
    {
        { "same in every respect", Person with { Household = 2 } },
        { "homophone", Person with { Name = "阎惠芳", Household = 2 } },
        { "variant surname", Person with { Name = "闫慧芳", Household = 2 } },
        { "traditional", Person with { Name = "閻慧芳", Household = 2 } },
        { "lost character", Person with { Name = "阎慧?", Household = 2 } },
        { "look-alike, digit slip", Person with { Name = "阎慧劳", Number = Slip(Person.Number, 9), Household = 2 } },
        { "digit slip", Person with { Number = Slip(Person.Number, 15), Household = 2 } },
        { "digit swap", Person with { Number = Swap(Person.Number, 10), Household = 2 } },
        { "fifteen digits", Person with { Number = Person.Number[..6] + Person.Number[8..17], Household = 2 } },
        { "another number", Person with { Number = Entry.NumberFrom(510_104, Person.Birth, 482), Household = 2, Address = 99 } },
        { "lunar birthday", Person with { Number = Entry.NumberFrom(320_503, 1968_02_16, 48), Birth = 1968_02_16, Household = 2 } },
        { "former number", Person with { FormerNumber = Person.Number, Number = Entry.NumberFrom(510_104, 1969_07_02, 482), Birth = 1969_07_02, Phone = 0, Household = 2 } },
        { "former name", Person with { Name = "阎丽", FormerName = "阎慧芳", Number = Entry.NumberFrom(510_104, Person.Birth, 482), Household = 2 } },
        { "birth date swapped in its column", Person with { Birth = 1968_03_41 - 27, Number = Slip(Person.Number, 17), Household = 2 } },
    };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void Find_OnePersonTwice_IsLinked(string error, object second)
    {
        var register = new SmallRegister().AddTown(3000, 5);
        var left = register.Add(Person);
        var right = register.Add((Entry)second);

        var found = register.Find();

        var pair = Assert.Single(found.Pairs, p => p.Left == left && p.Right == right);
        Assert.True(pair.Weight >= new DuplicateOptions().LinkWeight, $"{error}: {pair.Weight}\n{string.Join('\n', found.Explain(pair))}");
        Assert.Equal(DuplicateKind.SamePerson, pair.Kind);
    }

    [Fact]
    public void Find_PartOfARegister_WithWhatTheWholeHas_WeighsAsInTheWhole()
    {
        var register = new SmallRegister().AddTown(3000, 5);
        var left = register.Add(Person);
        var right = register.Add(Person with { Name = "阎惠芳", Household = 2 });
        var whole = register.ToColumns();
        var part = register.ToColumns([left, right, 17]);
        int[] Counted<T>(ReadOnlyMemory<T> all, ReadOnlyMemory<T> some) => [.. some.ToArray().Select(value => all.ToArray().Count(other => Equals(other, value)))];
        var known = new WholeRegister
        {
            Registrations = whole.Count,
            Names = new[] { left, right, 17 }.Select(row => whole.NameIds.ToArray().Count(id => id == whole.NameIds.Span[row])).ToArray(),
            BirthDates = Counted(whole.BirthDates, part.BirthDates),
            Phones = Counted(whole.Phones, part.Phones),
            Addresses = Counted(whole.AddressKeys, part.AddressKeys),
            Birthplaces = Counted(whole.BirthplaceIds, part.BirthplaceIds),
        };

        var among = Assert.Single(register.Find().Pairs, p => p.Left == left && p.Right == right);
        var alone = Assert.Single(RegisterDuplicates.Find(part, new DuplicateOptions { Threads = 1, Whole = known }, null, TestContext.Current.CancellationToken).Pairs);

        Assert.Equal((among.Weight, among.Pattern), (alone.Weight, alone.Pattern));
        Assert.Throws<ArgumentException>(
            () => RegisterDuplicates.Find(part, new DuplicateOptions { Whole = known with { Phones = new int[2] } }, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Find_MinorityNameWrittenOtherwise_IsLinked()
    {
        var register = new SmallRegister().AddTown(3000, 6);
        var left = register.Add(Person with { Name = "买买提·吐尔逊", Sex = 1, Number = Entry.NumberFrom(650_102, 1968_03_14, 33) });
        var right = register.Add(Person with { Name = "麦麦提吐尔逊", Sex = 1, Number = Entry.NumberFrom(653_101, 1968_03_14, 71), Household = 3, Address = 7 });

        Assert.Contains(register.Find().Pairs, p => p.Left == left && p.Right == right && p.Weight >= 3);
    }

    [Fact]
    public void Find_OneNumberOnTwoPeople_IsHandedOutAsSuch()
    {
        var register = new SmallRegister().AddTown(3000, 7);
        var left = register.Add(Person);
        var right = register.Add(Person with { Name = "孙国强", Sex = 1, Birth = 1981_11_02, Phone = 0, Birthplace = 320_512, Household = 3, Address = 7 });

        var pair = Assert.Single(register.Find().Pairs, p => p.Left == left && p.Right == right);

        Assert.Equal(DuplicateKind.OneNumberTwoPeople, pair.Kind);
    }

    [Fact]
    public void Find_CancelledRegistration_IsLeftOut()
    {
        var register = new SmallRegister().AddTown(100, 8);
        var left = register.Add(Person);
        register.Add(Person with { Living = false });

        Assert.DoesNotContain(register.Find().Pairs, p => p.Left == left);
    }

    private static string Slip(string number, int at) => number[..at] + (char)('0' + (number[at] - '0' + 3) % 10) + number[(at + 1)..];

    private static string Swap(string number, int at) => number[..at] + number[at + 1] + number[at] + number[(at + 2)..];
}
