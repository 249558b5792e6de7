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

    [Fact]
    public void Undo_OfAMerge_LeavesTheFormerNumberThatALaterAlterationKept()
    {
        _town.Add("D6", "H9", "02", "周敏", 2, "1990-12-01", "110105199012010065", "10");
        string first = _town["R6"].Present[RegisterField.CitizenNumber];
        Change merge = _town.Accept(MergeTests.Merge("R6", "D6") with { HoldersChoice = "R6" });
        _town.Accept(HouseholdTests.Alter("R6", 2026, 5, 20, (RegisterField.CitizenNumber, Town.Checked("110105199012010049"))));
        Assert.Equal($"{_town["D6"].Present[RegisterField.CitizenNumber]} {first}", _town["R6"].Present[RegisterField.FormerNumbers]);

        _town.Accept(_town.Undo(merge));

        Assert.Equal(first, _town["R6"].Present[RegisterField.FormerNumbers]);
    }

    [Fact]
    public void RollBack_OfAnAlteration_LeavesNothingOfItAsFormer()
    {
        string first = _town["R6"].Present[RegisterField.CitizenNumber];
        Change illegal = _town.Accept(HouseholdTests.Alter(
            "R6", 2026, 3, 1, (RegisterField.Name, "周非法"), (RegisterField.CitizenNumber, Town.Checked("110105199012010049"))));
        _town.Accept(HouseholdTests.Alter("R6", 2026, 4, 1, (RegisterField.Name, "周合法"), (RegisterField.CitizenNumber, Town.Checked("110105199012010065"))));

        _town.Accept(new RollBackChange(illegal, ["R6"]) { ActedBy = Town.Officer, ConfirmedBy = Town.Second, Reason = "违规", Evidence = [.. Town.Paper] });

        RegistrationContent present = _town["R6"].Present;
        Assert.Equal(("周合法", "周敏", first), (present.Name, present[RegisterField.FormerName], present[RegisterField.FormerNumbers]));
    }

    private RegisterMoveIn Anew(string id, string like) => HouseholdTests.MoveIn(id, "H2", "80", 2026, 5, 15) with
    {
        Arrival = Town.Row(id, "H2", "80", "周敏", 2, "1990-12-01", _town[like].Present[RegisterField.CitizenNumber], "10"),
    };
}
