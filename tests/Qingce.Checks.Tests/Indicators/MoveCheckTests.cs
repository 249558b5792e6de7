using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class MoveCheckTests
{
    private const string Elsewhere = "440105";

    private static readonly Person Left =
        new("R1") { Number = Numbers.Man1980, CancelledOn = "2020-03-01", CancelledFor = "moved_out", MovedOutTo = "440105广东省广州市海珠区" };

    private static readonly Person Entered =
        new("R2") { Household = "H2", Number = Numbers.Man1980, MovedInOn = "2020-03-01", MovedInFrom = "440105广东省广州市海珠区", MovedInFor = "moved_in" };

    private static string[] Found(InputFolder folder) => folder.Verify().Causes(Indicator.I12);

    private static InputFolder Permit(InputFolder folder, string kind, string day, string status, string until = "", string name = "王建国", string division = "110105") =>
        folder.Source(
            "04-migration-permit", $"event_kind={kind}", $"event_date={day}", $"citizen_number={Numbers.Man1980}", $"name={name}",
            $"division={division}", $"status={status}", $"valid_until={until}");

    [Theory]
    [InlineData(Elsewhere, "never_in:R1")]
    [InlineData("330000", null)]
    public void Left_WithoutAnEntry_IsFoundWhereTheDestinationIsCovered(string covered, string? expected)
    {
        using InputFolder folder = new();
        Assert.Equal(expected is null ? [] : [expected], Found(folder.Register(Left).Cover(covered, 2015, 1, 4)));
    }

    [Theory]
    [InlineData("2025-10-02", "never_in:R1")]
    [InlineData("2025-10-03", null)]
    public void Left_WithinTheDays_IsNotLate(string day, string? expected)
    {
        using InputFolder folder = new();
        Assert.Equal(expected is null ? [] : [expected], Found(folder.Register(Left with { CancelledOn = day }).Cover(Elsewhere, 2015, 4)));
    }

    [Theory]
    [InlineData("enlistment")]
    [InlineData("settled_abroad")]
    public void Left_ForTheArmyOrAbroad_IsClosed(string reason)
    {
        using InputFolder folder = new();
        Assert.Empty(Found(folder.Register(Left with { CancelledFor = reason }).Cover(Elsewhere, 2015, 1, 4)));
    }

    [Theory]
    [InlineData("active", "2020-03-31", "permit_expired:R1")]
    [InlineData("active", "", "never_in:R1")]
    [InlineData("used", "2020-03-31", null)]
    [InlineData("paperless", "", null)]
    public void Permit_NotTakenIn_IsFoundAlsoWithoutCoverage(string status, string until, string? expected)
    {
        using InputFolder folder = new();
        Assert.Equal(expected is null ? [] : [expected], Found(Permit(folder.Register(Left), "moved_out", "2020-03-01", status, until)));
    }

    [Fact]
    public void Permit_StillActiveButTakenInAtTheOtherEnd_IsClosed()
    {
        using InputFolder folder = new();
        Permit(folder.Register(Left), "moved_out", "2020-03-01", "active", "2020-03-31");
        Assert.Empty(Found(Permit(folder, "moved_in", "2020-03-20", "used", division: Elsewhere)));
    }

    [Fact]
    public void Left_AndEnteredInTheRegister_IsClosed()
    {
        using InputFolder folder = new();
        Assert.Empty(Found(folder.Register(Left).Register(Entered with { MovedInFrom = "110105" }).Cover("110000", 2015, 1, 4).Cover(Elsewhere, 2015, 1, 4)));
    }

    [Fact]
    public void Left_AndEnteredUnderAMistypedNumber_IsClosed()
    {
        using InputFolder folder = new();
        folder.Register(Left).Cover(Elsewhere, 2015, 1, 4)
            .Register(Entered with { Number = Numbers.Of("1980-05-17", 13), MovedInFrom = "110105北京市朝阳区", Division = "440105001001" });
        Assert.Empty(Found(folder));
    }

    [Theory]
    [InlineData(2015, "", "in_without_out:R2")]
    [InlineData(2015, "2020-02-20", null)]
    [InlineData(2021, "", null)]
    public void Entered_WithoutAnExit_IsFoundInsideCoverage(int coveredFrom, string exit, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Entered).Cover(Elsewhere, coveredFrom, 4);
        if (exit.Length > 0)
        {
            Permit(folder, "moved_out", exit, "used", division: Elsewhere);
        }

        Assert.Equal(expected is null ? [] : [expected], Found(folder));
    }

    [Theory]
    [InlineData("discharged")]
    [InlineData("naturalised")]
    public void Entered_FromTheArmyOrAbroad_NeedsNoExit(string reason)
    {
        using InputFolder folder = new();
        Assert.Empty(Found(folder.Register(Entered with { MovedInFor = reason }).Cover(Elsewhere, 2015, 4)));
    }

    [Fact]
    public void Entered_Paperless_IsClosed()
    {
        using InputFolder folder = new();
        Assert.Empty(Found(Permit(folder.Register(Entered).Cover(Elsewhere, 2015, 4), "moved_in", "2020-03-01", "paperless")));
    }

    [Fact]
    public void Registrations_TwoLivingAfterAnExit_AreAtTwoPlaces()
    {
        using InputFolder folder = new();
        folder.Register(Left with { CancelledOn = "", CancelledFor = "", MovedOutTo = "", Division = "440105001001" }).Register(Entered);
        Assert.Equal(["in_at_two_places:R1;R2"], Found(Permit(folder, "moved_out", "2020-02-20", "used", division: Elsewhere)));
    }

    [Fact]
    public void Registrations_TwoLivingWithoutAnExit_NameTheOneEntered()
    {
        using InputFolder folder = new();
        folder.Register(Left with { CancelledOn = "", CancelledFor = "", MovedOutTo = "", Division = "440105001001" }).Register(Entered);
        Assert.Equal(["in_without_out:R2"], Found(folder));
    }

    [Fact]
    public void Registrations_OfTwoPeopleWithOneNumber_AreNoMove()
    {
        using InputFolder folder = new();
        folder.Register(Left with { CancelledOn = "", CancelledFor = "", MovedOutTo = "", Name = "李大山" }).Register(Entered);
        Assert.Empty(Found(folder));
    }
}
