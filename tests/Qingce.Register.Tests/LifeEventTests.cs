using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

public sealed class LifeEventTests
{
    private readonly Town _town = new();

    [Fact]
    public void Birth_IntoTheHouseholdOfTheParents_LivesThereAndIsTheirChild()
    {
        _town.Accept(Birth());

        RegistrationContent child = _town["R9"].Present;
        Assert.True(child.IsLiving);
        Assert.Equal(("110105001001", "幸福街1号", "family"), (child[RegisterField.Division], child[RegisterField.Address], child[RegisterField.HouseholdType]));
        Assert.Equal(("birth", "R9"), (child[RegisterField.RegisteredFor], child.PersonId));
        Assert.False(_town["R9"].StateOn(new DateOnly(2026, 5, 9)).Exists);
    }

    [Fact]
    public void Birth_AfterMoreThanAMonth_IsRegisteredAsLate()
    {
        _town.Today = new DateOnly(2026, 6, 3);
        _town.Accept(Birth() with { RegisteredOn = new DateOnly(2026, 6, 3) });

        Assert.Equal("late", _town["R9"].Present[RegisterField.RegisteredFor]);
    }

    [Fact]
    public void Birth_WithAnIdThatIsTaken_IsRefused() => Assert.Equal(
        ["registration-exists"], _town.Refuse(Birth() with { Child = Birth().Child.With(RegisterField.RegistrationId, "R2") }));

    [Fact]
    public void Birth_WithoutAnId_IsRefused() => Assert.Equal(
        ["registration-id-missing"], _town.Refuse(Birth() with { Child = Birth().Child.With(RegisterField.RegistrationId, "") }));

    [Fact]
    public void Birth_IntoAnEmptyHousehold_IsRefused() => Assert.Equal(
        ["household-empty"], _town.Refuse(Birth() with { Child = Birth().Child.With(RegisterField.HouseholdId, "H77") }));

    [Fact]
    public void Birth_WithWordsThatAreNoValues_NamesTheFields() => Assert.Equal(
        ["value-unreadable"], _town.Refuse(Birth() with { Child = Birth().Child.With(RegisterField.Ethnicity, "火星族") }));

    [Fact]
    public void Birth_AsHeadOfAHouseholdThatHasOne_IsRefused() => Assert.Equal(
        ["household-two-heads"], _town.Refuse(Birth() with { Child = Birth().Child.With(RegisterField.Relation, "02") }));

    [Fact]
    public void Birth_WithTheNumberOfAnother_IsRefused() => Assert.Contains("one-person-one-place", _town.Refuse(Birth() with
    {
        Child = Birth().Child.With(RegisterField.CitizenNumber, _town["R3"].Present[RegisterField.CitizenNumber]).With(RegisterField.BirthDate, "2010-05-05"),
    }));

    [Fact]
    public void Birth_WithANumberOfAnotherSex_IsRefused() => Assert.Equal(["number-does-not-fit"], _town.Refuse(Birth() with
    {
        Child = Birth().Child.With(RegisterField.CitizenNumber, Town.Checked("11010520260502001X")).With(RegisterField.Sex, "2"),
    }));

    [Fact]
    public void Death_CancelsAndWidowsTheSpouse()
    {
        _town.Accept(Death("R1", 2026, 3, 1, "R2"));

        Assert.Equal((CancellationReason.Death, new DateOnly(2026, 3, 1)), (_town["R1"].Present.CancelledFor, _town["R1"].Present.CancelledOn));
        Assert.Equal(MaritalStatus.Widowed, _town["R2"].Present.MaritalStatus);
        Assert.True(_town["R1"].StateOn(new DateOnly(2026, 2, 28)).IsLiving);
    }

    [Fact]
    public void Death_ThatRestsOnNothingAndNobody_IsToldAllAtOnce() => Assert.Equal(
        ["evidence-missing", "second-person-needed"],
        _town.Refuse(Death("R1", 2026, 3, 1) with { ConfirmedBy = Actor.Nobody, Evidence = [], Reason = "" }).Where(code => code != "reason-missing"));

    [Fact]
    public void Death_WithoutASecondPerson_IsRefused() =>
        Assert.Equal(["second-person-needed"], _town.Refuse(Death("R1", 2026, 3, 1) with { ConfirmedBy = Actor.Nobody }));

    [Theory]
    [InlineData("李警官")]
    [InlineData(" 李 警官 ")]
    [InlineData("李警官　")]
    public void Death_ConfirmedByWhoActs_IsRefused(string name) =>
        Assert.Equal(["second-person-needed"], _town.Refuse(Death("R1", 2026, 3, 1) with { ConfirmedBy = new Actor(name) }));

    [Fact]
    public void Death_Twice_IsRefused()
    {
        _town.Accept(Death("R1", 2026, 3, 1));

        Assert.Equal(["registration-not-living"], _town.Refuse(Death("R1", 2026, 4, 1)));
    }

    [Fact]
    public void Death_BeforeALaterMarriage_IsRefusedAsAContradiction()
    {
        _town.Accept(Marriage("R6", 2026, 5, 1));

        Assert.Equal(["contradicts-later-change"], _town.Refuse(Death("R6", 2026, 4, 1)));
    }

    [Fact]
    public void Marriage_AfterDeath_IsRefused()
    {
        _town.Accept(Death("R6", 2026, 4, 1));

        Assert.Equal(["registration-not-living"], _town.Refuse(Marriage("R6", 2026, 5, 1)));
    }

    [Fact]
    public void Marriage_ThatComesLate_LandsUnderTheDeath()
    {
        _town.Accept(Death("R6", 2026, 4, 1));
        _town.Accept(Marriage("R6", 2025, 5, 1));

        Assert.Equal(MaritalStatus.FirstMarriage, _town["R6"].Present.MaritalStatus);
        Assert.False(_town["R6"].Present.IsLiving);
    }

    [Fact]
    public void Marriage_OfTheMarried_IsRefused() => Assert.Equal(["already-married"], _town.Refuse(Marriage("R1", 2026, 5, 1)));

    [Fact]
    public void Marriage_OfOneSex_AsksWhichIsWrong() =>
        Assert.Contains("spouse-is-self", _town.Refuse(Marriage("R6", 2026, 5, 1) with { SpouseId = "R2" }));

    [Fact]
    public void Marriage_BelowTheAge_IsRefused() => Assert.Equal(["below-marriage-age"], _town.Refuse(Marriage("R3", 2026, 5, 1)));

    [Fact]
    public void Divorce_ThenMarriage_IsASecondMarriage()
    {
        _town.Accept(new RegisterDivorce("R1", new DateOnly(2026, 1, 5), "R2") { ActedBy = Town.Officer, Evidence = [.. Town.Paper] });
        _town.Accept(Marriage("R1", 2026, 5, 1) with { SpouseId = "R6" });

        Assert.Equal(MaritalStatus.Divorced, _town["R2"].Present.MaritalStatus);
        Assert.Equal((MaritalStatus.Remarried, MaritalStatus.FirstMarriage), (_town["R1"].Present.MaritalStatus, _town["R6"].Present.MaritalStatus));
    }

    [Fact]
    public void Divorce_OfTheUnmarried_IsRefused() => Assert.Equal(
        ["not-married"], _town.Refuse(new RegisterDivorce("R6", new DateOnly(2026, 1, 5)) { ActedBy = Town.Officer, Evidence = [.. Town.Paper] }));

    [Fact]
    public void Adoption_MovesTheChildAndKeepsTheFormerName()
    {
        _town.Accept(new RegisterAdoption("R3", "H2", Relation.FromCode(37), new DateOnly(2026, 2, 2), "陈小雨")
        {
            ActedBy = Town.Officer,
            Evidence = [.. Town.Paper],
        });

        RegistrationContent child = _town["R3"].Present;
        Assert.Equal(("H2", 37, "陈小雨", "王小雨"), (child.HouseholdId, child.Relation.Code, child.Name, child[RegisterField.FormerName]));
    }

    [Theory]
    [InlineData(true, "evidence-missing")]
    [InlineData(false, "actor-missing")]
    public void Change_WithoutEvidenceOrActor_IsRefused(bool named, string code) => Assert.Contains(
        code, _town.Refuse(Marriage("R6", 2026, 5, 1) with { ActedBy = named ? Town.Officer : Actor.Nobody, Evidence = named ? [] : [.. Town.Paper] }));

    [Fact]
    public void Change_AheadOfToday_IsRefused() => Assert.Equal(["day-in-the-future"], _town.Refuse(Marriage("R6", 2026, 6, 2)));

    internal static RegisterBirth Birth() => new(
        RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, "R9"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Relation, "20"), new(RegisterField.Name, "王小雷"),
            new(RegisterField.Sex, "1"), new(RegisterField.BirthDate, "2026-05-02"), new(RegisterField.CitizenNumber, Town.Checked("11010520260502001X")),
        ]),
        new DateOnly(2026, 5, 10))
    { ActedBy = Town.Officer, Evidence = [new Evidence(DocumentKind.BirthCertificate, "B-1")] };

    internal static RegisterDeath Death(string id, int year, int month, int day, string spouse = "") => new(id, new DateOnly(year, month, day), spouse)
    {
        ActedBy = Town.Officer,
        ConfirmedBy = Town.Second,
        Evidence = [new Evidence(DocumentKind.DeathCertificate, "D-1")],
    };

    internal static RegisterMarriage Marriage(string id, int year, int month, int day) => new(id, new DateOnly(year, month, day))
    {
        ActedBy = Town.Officer,
        Evidence = [new Evidence(DocumentKind.MarriageCertificate, "M-1")],
    };
}
