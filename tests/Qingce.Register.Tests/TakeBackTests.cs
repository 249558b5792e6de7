namespace Qingce.Register.Tests;

public sealed class TakeBackTests
{
    private readonly Town _town = new();

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Undo_OfAnEndAfterWhichThePersonWasRegisteredAnew_IsRefused(bool moved, bool rollsBack)
    {
        Change end = _town.Accept(moved ? HouseholdTests.MoveOut("R6") : LifeEventTests.Death("R6", 2026, 4, 1));
        _town.Accept(Anew("N1", "R6"));

        ChangeRequest request = rollsBack
            ? new RollBackChange(end, ["R6"]) { ActedBy = Town.Officer, ConfirmedBy = Town.Second, Reason = "违规", Evidence = [.. Town.Paper] }
            : _town.Undo(end);
        Assert.Equal(["one-person-one-place"], _town.Refuse(request));
    }

    [Fact]
    public void Undo_OfANumberThatAnotherHasByNow_IsRefused()
    {
        string number = _town["R6"].Present[RegisterField.CitizenNumber];
        Change altered = _town.Accept(HouseholdTests.Alter("R6", 2026, 3, 1, (RegisterField.CitizenNumber, Town.Checked("110105199012010049"))));
        _town.Accept(HouseholdTests.MoveIn("N1", "H2", "80", 2026, 5, 15) with
        {
            Arrival = Town.Row("N1", "H2", "80", "周敏", 2, "1990-12-01", number, "10"),
        });

        Assert.Equal(["one-person-one-place"], _town.Refuse(_town.Undo(altered)));
    }

    [Fact]
    public void Undo_OfTheMergeOfTwoThatFilesDeliveredUnderOneNumber_GivesBothBack()
    {
        _town.Add("D6", "H9", "02", "周敏", 2, "1990-12-01", _town["R6"].Present[RegisterField.CitizenNumber], "10");
        Dictionary<string, RegistrationContent> before = _town.States();
        Change merge = _town.Accept(MergeTests.Merge("R6", "D6") with { HoldersChoice = "R6" });

        _town.Accept(_town.Undo(merge));

        Assert.Equal(before, _town.States());
    }

    private RegisterMoveIn Anew(string id, string like) => HouseholdTests.MoveIn(id, "H2", "80", 2026, 5, 15) with
    {
        Arrival = Town.Row(id, "H2", "80", "周敏", 2, "1990-12-01", _town[like].Present[RegisterField.CitizenNumber], "10"),
    };
}
