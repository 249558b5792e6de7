using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class HouseholdRelationsCheckTests
{
    private static readonly Person Head = new("R1") { Birth = "1980-05-17", Number = Numbers.Man1980 };
    private static readonly Person Wife = new("R2") { Relation = "12", Sex = "2", Name = "李梅", Birth = "1982-01-01" };
    private static readonly Person Son = new("R3") { Relation = "20", Name = "王小明", Birth = "2008-01-01" };

    private static string[] Found(params Person[] people)
    {
        using InputFolder folder = new();
        foreach (Person person in people)
        {
            folder.Register(person);
        }

        return folder.Verify().Causes(Indicator.I09);
    }

    [Fact]
    public void Household_InOrder_HasNoFinding() => Assert.Empty(Found(Head, Wife, Son));

    [Fact]
    public void Household_WithoutHead_NamesEveryLivingMember() =>
        Assert.Equal(["no_head:R2;R3"], Found(Head with { CancelledFor = "death" }, Wife, Son));

    [Fact]
    public void Household_OfOneWithoutHead_IsOneFinding() => Assert.Equal(["no_head:R3"], Found(Son));

    [Fact]
    public void Household_Collective_IsExempt() =>
        Assert.Empty(Found(Wife with { HouseholdType = "collective" }, Son with { HouseholdType = "collective" }));

    [Fact]
    public void Heads_Two_AreNamed() => Assert.Equal(["two_heads:R1;R3"], Found(Head, Wife, Son with { Relation = "01" }));

    [Fact]
    public void Heads_OneOfThemCancelled_AreInOrder() =>
        Assert.Empty(Found(Head, Wife, Son with { Relation = "02", CancelledOn = "2020-01-01" }));

    [Fact]
    public void Spouses_Two_AreNamed() =>
        Assert.Equal(["two_spouses:R2;R4"], Found(Head, Wife, Son, Wife with { Id = "R4", Relation = "10" }));

    [Fact]
    public void Spouses_OneCancelled_AreInOrder() =>
        Assert.Empty(Found(Head, Wife, Wife with { Id = "R4", CancelledFor = "moved_out" }));

    [Fact]
    public void Spouse_OfTheHeadsSex_NamesBoth() =>
        Assert.Equal(["spouse_sex:R1;R2"], Found(Head, Wife with { Relation = "10", Sex = "1" }));

    [Fact]
    public void Relation_AgainstSex_NamesThatOne() => Assert.Equal(["relation_sex:R3"], Found(Head, Wife, Son with { Sex = "2" }));

    [Theory]
    [InlineData("20", "1980-05-16", "child_older:R1;R3")]
    [InlineData("20", "1980-05-17", null)]
    [InlineData("20", "1980", null)]
    [InlineData("27", "1979-01-01", null)]
    [InlineData("28", "1979-01-01", null)]
    public void Child_OlderThanTheHead_NamesBoth(string relation, string birth, string? cause)
    {
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, Found(Head, Son with { Relation = relation, Birth = birth }));
    }

    [Theory]
    [InlineData("51", "1980-05-18", "child_older:R1;R3")]
    [InlineData("57", "1985-05-18", null)]
    public void Parent_YoungerThanTheHead_NamesBoth(string relation, string birth, string? cause)
    {
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, Found(Head, Son with { Relation = relation, Birth = birth }));
    }

    [Theory]
    [InlineData("category,division,from,to\n7,110000,2000-01-01,\n", false, "adopted_without_record:R3")]
    [InlineData("category,division,from,to\n7,110000,2000-01-01,\n", true, null)]
    [InlineData("category,division,from,to\n7,110000,2015-01-01,\n", false, null)]
    [InlineData("category,division,from,to\n7,310000,2000-01-01,\n", false, null)]
    public void Adoption_WithoutRecord_IsFoundWithinCoverage(string coverage, bool hasRecord, string? cause)
    {
        string number = Numbers.Of("2008-01-01", 11);
        using InputFolder folder = new();
        folder.Register(Head).Register(Son with { Relation = "27", Number = number, RegisteredFor = "adoption", RegisteredOn = "2012-03-01" });
        folder.Write("sources/coverage.csv", coverage);
        folder.Source(
            "07-adoption", "event_kind=adopted", "event_date=2012-02-01", $"citizen_number={(hasRecord ? number : Numbers.Of("2011-01-01", 13))}",
            "name=王小明");
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I09));
    }

    [Theory]
    [InlineData("joined_relatives", "R1", "2000-01-01", null)]
    [InlineData("joined_relatives", "nobody", "2000-01-01", "joined_no_relative:R2")]
    [InlineData("joined_relatives", "nobody", "2016-01-01", null)]
    [InlineData("joined_spouse", "nobody", "2000-01-01", null)]
    public void JoinedRelative_KnownToNoSource_IsFoundWithinCoverage(string reason, string relative, string from, string? cause)
    {
        string number = Numbers.Of("1990-01-01", 12);
        using InputFolder folder = new();
        folder.Register(Head);
        folder.Register(Wife with { Relation = "97", Number = number, Birth = "1990-01-01", MovedInFor = reason, MovedInOn = "2015-05-05" });
        folder.Write("sources/coverage.csv", $"category,division,from,to\n5,110000,{from},\n10,110000,{from},\n");
        string other = relative == "R1" ? Numbers.Man1980 : Numbers.Of("1985-01-01", 13);
        folder.Source(
            "18-school", "event_kind=enrolled", "event_date=2000-09-01", $"citizen_number={number}", "name=李梅",
            $"counterpart_citizen_number={other}", "counterpart_name=王建国", "division=110105", "status=ended");
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I09));
    }

    [Fact]
    public void JoinedRelative_ThroughAThirdPerson_IsKnown()
    {
        string number = Numbers.Of("1990-01-01", 12);
        string mother = Numbers.Of("1960-01-01", 14);
        using InputFolder folder = new();
        folder.Register(Head);
        folder.Register(Wife with { Relation = "77", Number = number, Birth = "1990-01-01", MovedInFor = "joined_relatives", MovedInOn = "2015-05-05" });
        folder.Write("sources/coverage.csv", "category,division,from,to\n5,110000,2000-01-01,\n10,110000,1976-01-01,\n");
        foreach (string child in new[] { number, Numbers.Man1980 })
        {
            folder.Source(
                "10-birth-certificate", "event_kind=born", "event_date=1990-01-01", $"citizen_number={child}", "name=李梅",
                $"counterpart_citizen_number={mother}", "counterpart_name=赵兰", "division=110105");
        }

        Assert.Empty(folder.Verify().Causes(Indicator.I09));
    }
}
