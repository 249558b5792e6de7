namespace Qingce.Register.Tests;

public sealed class ImpossibleDayTests
{
    private readonly Town _town = new();

    [Theory]
    [InlineData(RegisterField.BirthDate)]
    [InlineData(RegisterField.RegisteredOn)]
    public void Correction_ToADayToCome_IsRefused(RegisterField field) => Assert.Equal(["day-in-the-future"], _town.Refuse(
        HouseholdTests.Correct("R6", 2026, 5, 1, (field, "2030-01-01"), (RegisterField.CitizenNumber, ""))));

    [Fact]
    public void Change_BeforeTheBirth_IsRefused()
    {
        Assert.Equal(["before-birth"], _town.Refuse(HouseholdTests.Alter("R6", 1900, 1, 1, (RegisterField.Phone, "13800000001"))));
        Assert.Equal(["before-birth"], _town.Refuse(LifeEventTests.Death("R6", 1989, 1, 1)));
        Assert.Equal(["before-birth"], _town.Refuse(HouseholdTests.Correct("R6", 2026, 5, 1, (RegisterField.RegisteredOn, "1989-01-01"))));
        Assert.Contains("before-birth", _town.Refuse(LifeEventTests.Birth() with { RegisteredOn = new DateOnly(2026, 4, 1) }));
    }

    [Fact]
    public void Correction_OfABirthDateThatIsEarlier_MayBeDatedFromIt() => _town.Accept(HouseholdTests.Correct(
        "R6", 1989, 12, 1, (RegisterField.BirthDate, "1989-12-01"), (RegisterField.CitizenNumber, Town.Checked("110105198912010022"))));

    [Theory]
    [InlineData(RegisterField.Relation, "10")]
    [InlineData(RegisterField.MaritalStatus, "20")]
    public void Birth_OfASpouse_IsRefused(RegisterField field, string text) => Assert.Equal(
        ["below-marriage-age"], _town.Refuse(LifeEventTests.Birth() with { Child = LifeEventTests.Birth().Child.With(field, text) }));
}
