using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

/// <summary>An act says all that it states: what comes late beneath it, or is taken back there, does not show through.</summary>
public sealed class LateChangeTests
{
    private readonly Town _town = new();

    public LateChangeTests() => _town.Add("B1", "HB", "02", "何伟", 1, "1970-01-01", "", "10", (RegisterField.Division, "110105001002"), (RegisterField.Address, "二路2号"));

    [Fact]
    public void MoveOut_ThatComesLateUnderAMoveIn_EndsWithTheMoveIn()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H2", "80", 2026, 5, 15));

        _town.Accept(HouseholdTests.MoveOut("R3"));

        Assert.False(_town["R3"].StateOn(new DateOnly(2026, 5, 14)).IsLiving);
        Assert.True(_town["R3"].Present.IsLiving);
        Assert.Equal(("H2", ""), (_town["R3"].Present.HouseholdId, _town["R3"].Present[RegisterField.MovedOutTo]));
    }

    [Fact]
    public void DeathOrCancellation_ThatComesLateUnderAMoveIn_IsRefused()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H2", "80", 2026, 5, 15));

        Assert.Equal(["contradicts-later-change"], _town.Refuse(LifeEventTests.Death("R3", 2026, 4, 1)));
        Assert.Equal(["contradicts-later-change"], _town.Refuse(new CancelRegistration("R3", new DateOnly(2026, 4, 1), CancellationReason.Fraud)
        {
            ActedBy = Town.Officer,
            ConfirmedBy = Town.Second,
            Reason = "骗取",
            Evidence = [.. Town.Paper],
        }));
    }

    [Fact]
    public void MoveIn_ThatComesLateUnderAnother_LeavesThePlaceOfTheLaterOne()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H2", "80", 2026, 5, 15));

        _town.Accept(HouseholdTests.MoveIn("R3", "HB", "80", 2026, 3, 1));

        Assert.Equal(("HB", "110105001002", "二路2号"), Place("R3", new DateOnly(2026, 5, 14)));
        Assert.Equal(("H2", "110105001001", "幸福街1号"), Place("R3", DateOnly.MaxValue));
    }

    [Fact]
    public void MoveIn_ThatComesLateUnderTheFirstOfANewHousehold_LeavesItsPlace()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H9", "02", 2026, 5, 15));

        _town.Accept(HouseholdTests.MoveIn("R3", "HB", "80", 2026, 3, 1));

        Assert.Equal(("H9", "110105001001", "幸福街1号"), Place("R3", DateOnly.MaxValue));
    }

    [Fact]
    public void Undo_OfAMoveUnderASplit_LeavesThePlaceOfTheNewHousehold()
    {
        Change moved = _town.Accept(HouseholdTests.MoveIn("R3", "HB", "80", 2026, 3, 1));
        _town.Accept(new SplitHousehold("HB", "H9", [new("R3", Relation.Head)], new DateOnly(2026, 4, 1)) { ActedBy = Town.Officer });

        _town.Accept(_town.Undo(moved));

        Assert.Equal(("H9", "110105001002", "二路2号"), Place("R3", DateOnly.MaxValue));
    }

    [Fact]
    public void Undo_OfANewRelation_LeavesWhatALaterMoveInSays()
    {
        Change altered = _town.Accept(HouseholdTests.Alter("R3", 2026, 3, 1, (RegisterField.Relation, "97")));
        _town.Accept(HouseholdTests.MoveIn("R3", "HB", "97", 2026, 4, 1));

        _town.Accept(_town.Undo(altered));

        Assert.Equal(97, _town["R3"].Present.Relation.Code);
    }

    [Fact]
    public void Act_ThatMakesNothingDifferent_RecordsNothing()
    {
        Assert.Equal(["nothing-changes"], _town.Refuse(HouseholdTests.Alter("R3", 2026, 3, 1, (RegisterField.Name, "王小雨"))));

        ChangeDraft draft = _town.Decide(HouseholdTests.MoveOut("R1") with { NewRelations = [new("R2", Relation.Head), new("R3", Relation.FromCode(30))] }).Draft!;
        Assert.Equal(["R1", "R2"], draft.Effects.Where(effect => !effect.Fields.IsEmpty).Select(effect => effect.RegistrationId));
    }

    [Fact]
    public void Act_IsNoWordOnWhatItLeavesUnsaid()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H2", "80", 2026, 4, 15));

        RegistrationHistory history = _town["R3"];
        Assert.Equal((true, true, false), (
            history.IsDecided(RegisterField.HouseholdId), history.IsDecided(RegisterField.Division), history.IsDecided(RegisterField.CancelledOn)));
        Assert.Contains(history.Entries[0].Fields, change => change is { Field: RegisterField.Division, IsDifferent: false });
    }

    [Fact]
    public void NewCode_ThatComesLate_HoldsForWhatWasRecordedInTheOldOne()
    {
        _town.Accept(HouseholdTests.MoveIn("R3", "H2", "80", 2026, 4, 15));

        Change recoded = _town.Accept(new ChangeDivision(DivisionCode.FromValue(110105001001), DivisionCode.FromValue(110105001099), new DateOnly(2026, 2, 1), ["R3"])
        {
            ActedBy = Town.Officer,
            Evidence = [.. Town.Paper],
        });
        Assert.Equal("110105001099", _town["R3"].Present[RegisterField.Division]);

        _town.Accept(_town.Undo(recoded));
        Assert.Equal("110105001001", _town["R3"].Present[RegisterField.Division]);
    }

    [Fact]
    public void Marriage_ThatACorrectionOnlyRepeats_IsStillTheirs()
    {
        _town.Add("R8", "H8", "02", "郑华", 1, "1988-01-01", "", "10");
        _town.Add("R9", "H7", "02", "冯梅", 2, "1988-01-01", "", "10");
        _town.Accept(LifeEventTests.Marriage("R8", 2026, 2, 1) with { SpouseId = "R9" });
        _town.Accept(HouseholdTests.Correct("R8", 2026, 3, 1, (RegisterField.MaritalStatus, "21"), (RegisterField.Employer, "二厂")));

        Assert.Equal(["not-each-others-spouse"], _town.Refuse(
            new RegisterDivorce("R8", new DateOnly(2026, 4, 1), "R2") { ActedBy = Town.Officer, Evidence = [.. Town.Paper] }));
    }

    private (string, string, string) Place(string id, DateOnly day)
    {
        RegistrationContent content = _town[id].StateOn(day);
        return (content.HouseholdId, content[RegisterField.Division], content[RegisterField.Address]);
    }
}
