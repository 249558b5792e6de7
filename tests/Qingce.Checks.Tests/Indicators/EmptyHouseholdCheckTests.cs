using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class EmptyHouseholdCheckTests
{
    private static readonly Person Head = new("R1") { Number = Numbers.Man1980, RegisteredOn = "1990-01-01" };
    private static readonly Person Wife =
        new("R2") { Relation = "12", Name = "李梅", Sex = "2", Birth = "1982-01-01", Number = Numbers.Of("1982-01-01", 22) };

    private static string[] Found(InputFolder folder) => folder.Verify().Causes(Indicator.I08);

    private static InputFolder Contact(InputFolder folder, Person person, string day, string division = "110105001") =>
        folder.Source(
            "12-health-record", "event_kind=contact", $"event_date={day}", $"citizen_number={person.Number}", $"name={person.Name}",
            $"division={division}", "status=");

    private static InputFolder Building(InputFolder folder, string address, string status, string day = "2024-01-01", string division = "110105001") =>
        folder.Source("20-real-estate", "event_kind=building", $"event_date={day}", $"address={address}", $"status={status}", $"division={division}");

    [Fact]
    public void Household_NobodySeenAtTheAddressForTwoYears_IsFoundOnAll()
    {
        using InputFolder folder = new();
        folder.Register(Head).Register(Wife).Cover("110000", 2016, 12, 16);
        Assert.Equal(["nobody_at_home:R1;R2"], Found(Contact(Contact(folder, Head, "2023-12-30"), Wife, "2025-05-01", "440105001")));
    }

    [Fact]
    public void Household_OneOfThemSeen_IsInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Head).Register(Wife).Cover("110000", 2016, 12, 16);
        Assert.Empty(Found(Contact(folder, Wife, "2024-06-01")));
    }

    [Theory]
    [InlineData(2024, 12, 16)]
    [InlineData(2016, 12, 13)]
    public void Household_OutsideCoverage_ConcludesNothing(int from, params int[] categories)
    {
        using InputFolder folder = new();
        Assert.Empty(Found(folder.Register(Head).Cover("110000", from, categories)));
    }

    [Fact]
    public void Household_Exempt_IsLeftAlone()
    {
        using InputFolder folder = new();
        folder.Cover("110000", 2016, 12, 16).Register(Head with { HouseholdType = "collective" })
            .Register(Wife with { Household = "H2", Relation = "02", Address = "幸福村3组" })
            .Register(Head with { Id = "R3", Household = "H3", MovedInOn = "2025-01-01" });
        Assert.Empty(Found(folder));
    }

    [Theory]
    [InlineData(5, "幸福路1号1单元101室", 5)]
    [InlineData(4, "幸福路1号1单元101室", 0)]
    [InlineData(5, "幸福村3组", 0)]
    public void Address_WithManyHouseholds_NamesEach(int households, string address, int expected)
    {
        using InputFolder folder = new();
        for (int i = 0; i < households; i++)
        {
            folder.Register(Head with { Id = $"R{i}", Household = $"H{i}", Number = Numbers.Of("1980-05-17", 11 + (2 * i)), Address = address });
        }

        Assert.Equal(Enumerable.Range(0, expected).Select(i => $"too_many_households:R{i}"), Found(folder));
    }

    [Fact]
    public void Address_OfOneStreetNameInTwoTownships_IsTwoAddresses()
    {
        using InputFolder folder = new();
        for (int i = 0; i < 6; i++)
        {
            folder.Register(Head with { Id = $"R{i}", Household = $"H{i}", Number = "", Division = i % 2 == 0 ? "110105001001" : "110105002001" });
        }

        Assert.Empty(Found(folder));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(6, 0)]
    public void Address_WithManyUnrelatedPeople_IsFound(int unrelated, int expected)
    {
        using InputFolder folder = new();
        folder.Register(Head);
        for (int i = 0; i < unrelated; i++)
        {
            folder.Register(Head with { Id = $"U{i}", Relation = "99", Number = "" });
        }

        Assert.Equal(expected, Found(folder).Length);
    }

    [Theory]
    [InlineData("demolished", "2024-01-01", "demolished:R1")]
    [InlineData("non_residential", "2024-01-01", "non_residential:R1")]
    [InlineData("demolished", "2025-06-01", null)]
    [InlineData("active", "2024-01-01", null)]
    public void Building_NobodyCanLiveIn_IsFoundAfterTheGrace(string status, string day, string? expected)
    {
        using InputFolder folder = new();
        Assert.Equal(expected is null ? [] : [expected], Found(Building(folder.Register(Head), "幸福路1号", status, day)));
    }

    [Fact]
    public void Building_OfAnotherNumberOrTownship_IsAnother()
    {
        using InputFolder folder = new();
        Building(folder.Register(Head), "幸福路11号", "demolished");
        Assert.Empty(Found(Building(folder, "幸福路1号", "demolished", division: "110105002")));
    }
}
