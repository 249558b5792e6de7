using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class DeathCheckTests
{
    private static readonly Person Living = new("R1") { Number = Numbers.Man1980 };
    private static readonly Person Cancelled = Living with { CancelledOn = "2020-03-01", CancelledFor = "death" };
    private static readonly Person Old = new("R1") { Birth = "1930-01-01", Number = Numbers.Of("1930-01-01", 11), RegisteredOn = "1960-01-01" };

    private static string[] Found(Person person, string file, params string[] fields)
    {
        using InputFolder folder = new();
        return folder.Register(person).Source(file, [$"citizen_number={person.Number}", "division=110105", .. fields]).Verify().Causes(Indicator.I05);
    }

    private static string[] Silent(Person person, int[] covered, params string[] contact)
    {
        using InputFolder folder = new();
        folder.Register(person).Cover("110000", 2010, covered);
        foreach (string day in contact)
        {
            folder.Source("12-health-record", "event_kind=contact", $"event_date={day}", $"citizen_number={person.Number}", "name=王建国", "status=");
        }

        return folder.Verify().Causes(Indicator.I05);
    }

    [Theory]
    [InlineData("王建国", "2024-05-01", "death_certificate:R1")]
    [InlineData("王建國", "2024-05-01", "death_certificate:R1")]
    [InlineData("李大山", "2024-05-01", null)]
    [InlineData("王建国", "2025-12-01", "death_certificate:R1")]
    [InlineData("王建国", "2025-12-02", null)]
    public void Certificate_OfThatNameAndOlderThanTheGrace_IsFound(string name, string day, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Found(Living, "11-death-certificate", "event_kind=died", $"event_date={day}", $"name={name}", "status="));

    [Theory]
    [InlineData("active", "cremation:R1")]
    [InlineData("void", null)]
    public void Cremation_UnlessVoid_IsFound(string status, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Found(Living, "08-cremation-burial", "event_kind=cremated", "event_date=2024-05-01", "name=王建国", $"status={status}"));

    [Fact]
    public void Certificate_OfACancelledRegistration_IsInOrder() =>
        Assert.Empty(Found(Cancelled, "11-death-certificate", "event_kind=died", "event_date=2020-02-20", "name=王建国", "status="));

    [Fact]
    public void Declaration_TakenBack_IsNoProof()
    {
        using InputFolder folder = new();
        folder.Register(Living)
            .Source("23-court", "event_kind=declared_dead", "event_date=2022-01-01", $"citizen_number={Living.Number}", "name=王建国", "status=");
        Assert.Equal(["declared_dead:R1"], folder.Verify().Causes(Indicator.I05));
        folder.Source("23-court", "event_kind=declaration_revoked", "event_date=2023-01-01", $"citizen_number={Living.Number}", "name=王建国", "status=");
        Assert.Empty(folder.Verify().Causes(Indicator.I05));
    }

    [Theory]
    [InlineData("", new[] { "benefit_stopped:R1" })]
    [InlineData("2024-08-01", new string[0])]
    public void Stopped_ForDeath_CountsUnlessSeenSince(string contact, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Living).Source(
            "13-pension-insurance", "event_kind=insured", "event_date=2010-01-01", $"citizen_number={Living.Number}", "name=王建国",
            "status=stopped_death", "valid_until=2024-02-01", "recorded_at=2024-02-05");
        if (contact.Length > 0)
        {
            folder.Source("12-health-record", "event_kind=contact", $"event_date={contact}", $"citizen_number={Living.Number}", "name=王建国", "status=");
        }

        Assert.Equal(expected, folder.Verify().Causes(Indicator.I05));
    }

    [Theory]
    [InlineData("2025-01-10", new[] { "death_certificate:R1", "drawing_benefits:R1" })]
    [InlineData("2023-12-20", new[] { "death_certificate:R1" })]
    public void Pension_ConfirmedAfterTheDeath_IsAnItemOfEvidence(string recorded, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Living)
            .Source("11-death-certificate", "event_kind=died", "event_date=2024-01-01", $"citizen_number={Living.Number}", "name=王建国", "status=")
            .Source("13-pension-insurance", "event_kind=pension", "event_date=2015-01-01", $"citizen_number={Living.Number}", "name=王建国", $"recorded_at={recorded}");
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I05));
    }

    [Fact]
    public void Silence_AtNinetyInsideCoverage_IsFound()
    {
        Assert.Equal(["silent:R1"], Silent(Old, [12, 16], "2021-01-01"));
        Assert.Equal(["silent:R1"], Silent(Old, [12, 16]));
    }

    [Fact]
    public void Silence_WithASignWithinTheYears_IsNone() => Assert.Empty(Silent(Old, [12, 16], "2023-06-01"));

    [Fact]
    public void Silence_OutsideCoverage_ConcludesNothing()
    {
        Assert.Empty(Silent(Old, [], "2021-01-01"));
        Assert.Empty(Silent(Old, [12], "2021-01-01"));
    }

    [Fact]
    public void Silence_BelowNinety_IsNone() =>
        Assert.Empty(Silent(Old with { Birth = "1936-01-01", Number = Numbers.Of("1936-01-01", 11) }, [12, 16], "2021-01-01"));

    [Fact]
    public void Silence_AfterTheRegisterSawThePerson_IsNone() => Assert.Empty(Silent(Old with { MovedInOn = "2024-01-01" }, [12, 16], "2021-01-01"));

    [Theory]
    [InlineData("2021-01-01", "王建国", "active_after_death:R1")]
    [InlineData("2020-05-01", "王建国", null)]
    [InlineData("2021-01-01", "李大山", null)]
    public void Contact_LongAfterACancellationForDeath_IsFound(string day, string name, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Found(Cancelled, "12-health-record", "event_kind=contact", $"event_date={day}", $"name={name}", "status="));

    [Fact]
    public void Contact_WhenAnotherRegistrationOfTheNumberLives_IsInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Cancelled).Register(Living with { Id = "R2", Household = "H2" })
            .Source("12-health-record", "event_kind=contact", "event_date=2021-01-01", $"citizen_number={Living.Number}", "name=王建国", "status=");
        Assert.Empty(folder.Verify().Causes(Indicator.I05));
    }

    [Fact]
    public void Revocation_AfterACancellationForDeath_IsFound() =>
        Assert.Contains(
            "declaration_revoked:R1",
            Found(Cancelled, "23-court", "event_kind=declaration_revoked", "event_date=2023-01-01", "name=王建国", "status="));
}
