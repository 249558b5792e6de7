using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class BirthCheckTests
{
    private static readonly string MotherNumber = Numbers.Of("1982-01-01", 22);
    private static readonly Person Mother = new("M") { Name = "李梅", Sex = "2", Birth = "1982-01-01", Number = MotherNumber };
    private static readonly Person Child = new("C1")
    {
        Relation = "20",
        Name = "王小明",
        Birth = "2015-03-01",
        Number = Numbers.Of("2015-03-01", 11),
        RegisteredOn = "2015-03-20",
        RegisteredFor = "birth",
    };

    private static readonly Person Sibling = Child with { Id = "C2", Name = "王小强", Number = Numbers.Of("2015-03-01", 13) };

    private static InputFolder Born(InputFolder folder, string certificate, string birth = "2015-03-01", string number = "", string mother = "") =>
        folder.Source(
            "10-birth-certificate", "event_kind=born", $"event_date={birth}", $"birth_date={birth}", "sex=1", $"citizen_number={number}",
            $"counterpart_citizen_number={(mother.Length > 0 ? mother : MotherNumber)}", "counterpart_name=李梅", $"document_number={certificate}", "status=");

    private static string[] Use(string id, string certificate) =>
    [
        $"registration_id={id}", "changed_on=2015-03-20", "field=registration", "reason=birth", "document_kind=birth_certificate",
        $"document_number={certificate}",
    ];

    private static string[] Found(InputFolder folder) => folder.Verify().Causes(Indicator.I11);

    [Theory]
    [InlineData("2020-01-01", "not_registered:M")]
    [InlineData("2025-12-01", "not_registered:M")]
    [InlineData("2025-12-02", null)]
    public void Birth_WithoutARegistrationAfterTheDays_NamesTheMother(string birth, string? expected)
    {
        using InputFolder folder = new();
        Assert.Equal(expected is null ? [] : [expected], Found(Born(folder.Register(Mother), "B1", birth)));
    }

    [Fact]
    public void Birth_OfAMotherRegisteredElsewhere_ConcludesNothing()
    {
        using InputFolder folder = new();
        Assert.Empty(Found(Born(folder.Register(Mother with { CancelledFor = "moved_out" }), "B1")));
        Assert.Empty(Found(Born(folder, "B2", mother: Numbers.Of("1990-01-01", 22))));
    }

    [Theory]
    [InlineData("name=王小明", new string[0])]
    [InlineData("name=王大明", new[] { "no_certificate:C1" })]
    public void Birth_OfAChildRegisteredAwayFromItsMother_IsMatchedByItsName(string name, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Child with { Household = "H9" }).Cover("110000", 1996, 10).Source(
            "10-birth-certificate", "event_kind=born", "event_date=2015-03-01", "birth_date=2015-03-01", "sex=1", "citizen_number=", name,
            $"counterpart_citizen_number={Numbers.Of("1990-01-01", 22)}", "counterpart_name=李梅", "document_number=B9", "status=");

        Assert.Equal(expected, Found(folder));
    }

    [Fact]
    public void Birth_MatchedByTheChildsNumber_IsInOrder()
    {
        using InputFolder folder = new();
        Assert.Empty(Found(Born(folder.Register(Mother).Register(Child with { Household = "H9" }).Cover("110000", 1996, 10), "B1", number: Child.Number)));
    }

    [Fact]
    public void Birth_MatchedByTheCertificate_IsInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child with { Household = "H9" }).Cover("110000", 1996, 10).Change(Use("C1", "B1"));
        Assert.Empty(Found(Born(folder, "B1")));
    }

    [Fact]
    public void Birth_MatchedByMotherDateAndSex_IsInOrder()
    {
        using InputFolder folder = new();
        Assert.Empty(Found(Born(folder.Register(Mother).Register(Child).Cover("110000", 1996, 10), "B1")));
    }

    [Fact]
    public void Birth_RegisteredWithTheFatherElsewhere_IsInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(new Person("F") { Household = "H9", Number = Numbers.Man1980 }).Register(Child with { Household = "H9" })
            .Cover("110000", 1996, 10)
            .Source(
                "05-marriage", "event_kind=married", "event_date=2010-01-01", $"citizen_number={Numbers.Man1980}", "name=王建国",
                $"counterpart_citizen_number={MotherNumber}", "counterpart_name=李梅");
        Assert.Empty(Found(Born(folder, "B1")));
    }

    [Fact]
    public void Birth_OfAChildWhoDied_NeedsNoRegistration()
    {
        using InputFolder folder = new();
        Born(folder.Register(Mother), "B1").Source(
            "11-death-certificate", "event_kind=died", "event_date=2015-03-05", "birth_date=2015-03-01", "sex=1", "name=王某", "division=110105", "status=");
        Assert.Empty(Found(folder));
    }

    [Theory]
    [InlineData("birth", "2015-03-01", 1996, new[] { "no_certificate:C1" })]
    [InlineData("birth", "2015-03-01", 2016, new string[0])]
    [InlineData("birth", "2000-03-01", 1996, new string[0])]
    [InlineData("birth", "2025-12-15", 1996, new string[0])]
    [InlineData("late", "2015-03-01", 1996, new string[0])]
    [InlineData("adoption", "2015-03-01", 1996, new string[0])]
    public void Child_WithoutACertificate_IsFoundInsideCoverage(string reason, string birth, int coveredFrom, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child with { RegisteredFor = reason, Birth = birth, Number = Numbers.Of(birth, 11) });
        Assert.Equal(expected, Found(folder.Cover("110000", coveredFrom, 10)));
    }

    [Fact]
    public void Child_WhoMovedIn_IsJudgedByThePlaceItCameFrom()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child with { MovedInOn = "2018-01-01", MovedInFrom = "440105" });
        Assert.Empty(Found(folder.Cover("110000", 1996, 10)));
        Assert.Equal(["no_certificate:C1"], Found(folder.Cover("440000", 1996, 10)));
    }

    [Fact]
    public void Certificate_OfTwoChildren_NamesBoth()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child).Register(Sibling with { Household = "H9" }).Change(Use("C1", "B1")).Change(Use("C2", "B1"));
        Assert.Equal(["certificate_used_twice:C1;C2"], Found(Born(folder, "B1")));
    }

    [Fact]
    public void Certificate_OfOneChildTwice_IsOneChild()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child).Register(Child with { Id = "C9", Household = "H9" }).Change(Use("C1", "B1")).Change(Use("C9", "B1"));
        Assert.Empty(Found(Born(folder, "B1")));
    }

    [Fact]
    public void Twins_WithACertificateEach_AreTwins()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child).Register(Sibling).Cover("110000", 1996, 10);
        Assert.Empty(Found(Born(Born(folder, "B1", number: Child.Number), "B2", number: Sibling.Number)));
    }

    [Fact]
    public void Twins_WithOneCertificate_AreNone()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child).Register(Sibling).Cover("110000", 1996, 10);
        Assert.Equal(["no_certificate:C2", "no_twins:C1;C2"], Found(Born(folder, "B1", number: Child.Number)));
    }

    [Fact]
    public void Twins_OfTwoMothers_AreNone()
    {
        using InputFolder folder = new();
        folder.Register(Mother).Register(Child).Register(Sibling).Cover("110000", 1996, 10);
        Born(folder, "B1", number: Child.Number);
        Assert.Equal(["no_twins:C1;C2"], Found(Born(folder, "B2", number: Sibling.Number, mother: Numbers.Of("1990-01-01", 22))));
    }
}
