namespace Qingce.Register.Tests;

public sealed class FieldTests
{
    private readonly Town _town = new();

    [Theory]
    [InlineData(RegisterField.Name)]
    [InlineData(RegisterField.Sex)]
    [InlineData(RegisterField.BirthDate)]
    [InlineData(RegisterField.Relation)]
    public void Field_ThatARegistrationNeeds_IsNeverEmptied(RegisterField field)
    {
        Assert.Contains("value-missing", _town.Refuse(HouseholdTests.Alter("R3", 2026, 5, 1, (field, " "))));
        Assert.Contains("value-missing", _town.Refuse(HouseholdTests.Correct("R3", 2026, 5, 1, (field, ""))));
    }

    [Fact]
    public void Field_ThatMayBeWithoutAValue_IsEmptied()
    {
        _town.Accept(HouseholdTests.Correct("R3", 2026, 5, 1, (RegisterField.CitizenNumber, "")));

        Assert.Equal("", _town["R3"].Present[RegisterField.CitizenNumber]);
    }

    [Theory]
    [InlineData(RegisterField.Division, "310101001001")]
    [InlineData(RegisterField.MaritalStatus, "20")]
    public void Field_WithAnActOfItsOwn_IsCorrectedAndNotAltered(RegisterField field, string text)
    {
        Assert.Equal(["field-has-its-own-act"], _town.Refuse(HouseholdTests.Alter("R6", 2026, 5, 1, (field, text))));
        _town.Accept(HouseholdTests.Correct("R6", 2026, 5, 1, (field, text)));
    }
}
