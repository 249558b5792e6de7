using System.Text;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Papers;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class PaperCheckTests
{
    private static readonly Person Buyer = new("R1") { Number = Numbers.Man1980, MovedInFrom = "440105", MovedInOn = "2020-05-01" };
    private static readonly Person Other = new("R2") { Household = "H2", Number = Numbers.Of("1985-01-01", 31), Birth = "1985-01-01", Name = "李大山" };

    private static string[] Use(string id, string kind, string number, string agent = "", string day = "2020-05-01") =>
    [
        $"registration_id={id}", $"changed_on={day}", "field=registration", "reason=home_purchase", $"document_kind={kind}",
        $"document_number={number}", "handler=P1", $"agent={agent}",
    ];

    private static InputFolder Estate(InputFolder folder, string number, string owner, string name, string issued = "2019-03-01") =>
        folder.Source(
            "20-real-estate", "event_kind=owned", $"event_date={issued}", $"issued_on={issued}", $"citizen_number={owner}", $"name={name}",
            "division=110105", "document_kind=real_estate_certificate", $"document_number={number}");

    private static string[] Found(InputFolder folder) => folder.Verify().Causes(Indicator.I10);

    [Theory]
    [InlineData(1999, "(2019)不动产权第1号", "unknown:R1")]
    [InlineData(1999, "(1998)不动产权第1号", null)]
    [InlineData(2021, "(2019)不动产权第1号", null)]
    public void Paper_TheDepartmentDoesNotKnow_IsFoundInsideCoverage(int coveredFrom, string number, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Buyer).Cover("110000", coveredFrom, 20).Change(Use("R1", "real_estate_certificate", number));
        Assert.Equal(expected is null ? [] : [expected], Found(Estate(folder, "(2019)不动产权第2号", Other.Number, "李大山")));
    }

    [Fact]
    public void Paper_OfThePersonWrittenWithSpaces_IsKnown()
    {
        using InputFolder folder = new();
        folder.Register(Buyer).Cover("110000", 1999, 20).Change(Use("R1", "real_estate_certificate", "(2019) bj 1"));
        Assert.Empty(Found(Estate(folder, "(2019)BJ1", Buyer.Number, "王建国")));
    }

    [Fact]
    public void Paper_OfAnother_IsFoundAndOfTheHouseholdIsNot()
    {
        using InputFolder folder = new();
        folder.Register(Buyer).Change(Use("R1", "real_estate_certificate", "A1"));
        Estate(folder, "A1", Other.Number, "李大山");
        Assert.Equal(["of_another:R1"], Found(folder));
        Assert.Empty(Found(folder.Register(Other with { Household = "H1", Relation = "99" })));
    }

    [Theory]
    [InlineData("2020-05-02", "issued_after_use:R1")]
    [InlineData("2020-05-01", null)]
    public void Paper_IssuedAfterItsUse_IsFound(string issued, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Buyer).Change(Use("R1", "real_estate_certificate", "A1"));
        Assert.Equal(expected is null ? [] : [expected], Found(Estate(folder, "A1", Buyer.Number, "王建国", issued)));
    }

    [Theory]
    [InlineData("H2", new[] { "reused:R1", "reused:R2" })]
    [InlineData("H1", new string[0])]
    public void Paper_OfTwoHouseholds_IsFoundOnEach(string household, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Buyer).Register(Other with { Household = household, Relation = "99" })
            .Change(Use("R1", "real_estate_certificate", "A1")).Change(Use("R2", "real_estate_certificate", "A1"))
            .Source(
                "20-real-estate", "event_kind=owned", "event_date=2019-01-01", $"citizen_number={Buyer.Number}", "name=王建国",
                $"counterpart_citizen_number={Other.Number}", "counterpart_name=李大山", "document_number=A1");
        Assert.Equal(expected, Found(folder));
    }

    [Theory]
    [InlineData("张三", 8, 8)]
    [InlineData("张三", 7, 0)]
    [InlineData("学校:第一中学", 8, 0)]
    [InlineData("单位:某公司", 8, 0)]
    public void Agent_WithManyCasesInAYear_IsFoundUnlessASchoolOrEmployer(string agent, int cases, int expected)
    {
        using InputFolder folder = new();
        for (int i = 0; i < cases; i++)
        {
            folder.Register(Buyer with { Id = $"R{i}", Household = $"H{i}", Number = Numbers.Of("1980-05-17", 11 + (2 * i)) })
                .Change(Use($"R{i}", "labour_contract", $"C{i}", agent, $"2020-0{i + 1}-01"));
        }

        string[] found = Found(folder);
        Assert.Equal(expected, found.Length);
        Assert.All(found, cause => Assert.StartsWith("many_by_agent:", cause));
    }

    [Fact]
    public void Crowded_OnlyTheYearsWithTooMany_AreMarked()
    {
        int[] days = [0, 100, 200, 2000, 2001, 4000];
        bool[] marked = new bool[days.Length];
        PaperDecision.MarkCrowded(days, 3, marked);
        Assert.Equal([true, true, true, false, false, false], marked);
    }

    [Theory]
    [InlineData("J320501-2019-000123", 2019)]
    [InlineData("J22018320040001158", 2004)]
    [InlineData("(2018)龙井市不动产权第0000009号", 2018)]
    [InlineData("苏（2019）南京市不动产权第0012345号", 2019)]
    [InlineData("苏(2019)南京市不动产权第0012345号", 2019)]
    [InlineData("HT1", 0)]
    [InlineData("201512340001", 0)]
    [InlineData("ZS-2019-0001", 0)]
    [InlineData("(中)2019", 0)]
    [InlineData("", 0)]
    public void YearOf_WhereANumberNamesOne_IsRead(string number, int expected) =>
        Assert.Equal(expected, PaperUses.YearOf(Encoding.UTF8.GetBytes(number)));
}
