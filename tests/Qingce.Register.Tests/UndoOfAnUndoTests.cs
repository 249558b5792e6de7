namespace Qingce.Register.Tests;

/// <summary>What an undo of an undo brings back is judged like the change that it was, with all that is around it by now.</summary>
public sealed class UndoOfAnUndoTests
{
    private readonly Town _town = new();

    public UndoOfAnUndoTests()
    {
        foreach ((string id, string number) in new[] { ("A", "11010519901201004"), ("B", "11010519901201006"), ("C", "11010519901201008") })
        {
            _town.Add(id, "H" + id, "02", "周敏", 2, "1990-12-01", number, "10");
        }
    }

    [Fact]
    public void OfAMoveIntoAHouseholdThatHasAnotherHeadByNow_IsRefused()
    {
        Change undo = Undone(HouseholdTests.MoveIn("A", "HX", "02", 2026, 3, 1));
        _town.Accept(HouseholdTests.MoveIn("B", "HX", "02", 2026, 4, 1));

        Assert.Equal(["household-two-heads"], _town.Refuse(_town.Undo(undo)));
    }

    [Fact]
    public void OfANumberThatAnotherHasByNow_IsRefused()
    {
        string number = Town.Checked("11010519901201010");
        Change undo = Undone(HouseholdTests.Correct("A", 2026, 3, 1, (RegisterField.CitizenNumber, number)));
        _town.Accept(HouseholdTests.Correct("B", 2026, 3, 1, (RegisterField.CitizenNumber, number)));

        Assert.Equal(["one-person-one-place"], _town.Refuse(_town.Undo(undo)));
    }

    [Theory]
    [InlineData("C", "B")]
    [InlineData("B", "C")]
    [InlineData("C", "A")]
    public void OfAMergeOfWhatWasMergedSince_IsRefused(string kept, string other)
    {
        Change undo = Undone(Merge("A", "B"));
        _town.Accept(Merge(kept, other));

        Assert.Contains("later-changes-rest-on-it", _town.Refuse(_town.Undo(undo)));
    }

    [Fact]
    public void OfAMerge_AfterTheKeptOneWasKeptInAnother_MergesAgain()
    {
        Change undo = Undone(Merge("A", "B"));
        _town.Accept(Merge("A", "C"));

        _town.Accept(_town.Undo(undo));

        Assert.Equal(["A", "A", "A"], new[] { "A", "B", "C" }.Select(id => _town[id].Present.PersonId));
    }

    [Fact]
    public void OfAMergeWhoseOwnGroundWasTakenBackSince_IsRefused()
    {
        Change ground = _town.Accept(Merge("A", "B"));
        Change undo = Undone(Merge("C", "A"));
        _town.Accept(_town.Undo(ground));

        Assert.Contains("later-changes-rest-on-it", _town.Refuse(_town.Undo(undo)));
    }

    [Fact]
    public void ThreeTimes_UnmakesNoRegistrationBeneathItsLaterChanges()
    {
        Change undo = Undone(LifeEventTests.Birth());
        Change again = _town.Accept(_town.Undo(undo));
        _town.Accept(HouseholdTests.Alter("R9", 2026, 5, 20, (RegisterField.Phone, "13800000001")));

        Assert.Equal(["later-changes-rest-on-it"], _town.Refuse(_town.Undo(again)));
    }

    [Fact]
    public void ThreeTimes_PartsNobodyBeneathALaterMerge()
    {
        Change undo = Undone(Merge("A", "B"));
        Change again = _town.Accept(_town.Undo(undo));
        _town.Accept(Merge("C", "A"));

        Assert.Equal(["later-changes-rest-on-it"], _town.Refuse(_town.Undo(again)));
    }

    private Change Undone(ChangeRequest request) => _town.Accept(_town.Undo(_town.Accept(request)));

    private static MergeRegistrations Merge(string kept, string other) => MergeTests.Merge(kept, other) with { HoldersChoice = kept };
}
