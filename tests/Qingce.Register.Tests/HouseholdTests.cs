using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

public sealed class HouseholdTests
{
    private readonly Town _town = new();

    [Fact]
    public void MoveOut_OfAMember_CancelsWithoutASecondPerson()
    {
        _town.Accept(MoveOut("R3"));

        Assert.Equal((CancellationReason.MovedOut, "310101"), (_town["R3"].Present.CancelledFor, _town["R3"].Present[RegisterField.MovedOutTo]));
    }

    [Fact]
    public void MoveOut_OfTheHead_AsksForANewOne()
    {
        Assert.Equal(["household-without-head"], _town.Refuse(MoveOut("R1")));

        _town.Accept(MoveOut("R1") with { NewRelations = [new("R2", Relation.Head), new("R3", Relation.FromCode(30))] });
        Assert.True(_town["R2"].Present.Relation.IsHead);
    }

    [Fact]
    public void MoveOut_ToNowhere_IsRefused() => Assert.Equal(["value-missing"], _town.Refuse(MoveOut("R3") with { To = " " }));

    [Fact]
    public void NewRelation_OfAStranger_IsRefused() =>
        Assert.Equal(["relation-not-of-household"], _town.Refuse(MoveOut("R1") with { NewRelations = [new("R5", Relation.Head)] }));

    [Fact]
    public void MoveIn_OfWhoLivesElsewhereInTheRegister_LeavesThere()
    {
        _town.Accept(MoveIn("R3", "H2", "80", 2026, 3, 15));

        RegistrationContent moved = _town["R3"].Present;
        Assert.Equal(("H2", "110105001001", "2026-03-15"), (moved.HouseholdId, moved[RegisterField.MovedInFrom], moved[RegisterField.MovedInOn]));
        Assert.Equal("H1", _town["R3"].StateOn(new DateOnly(2026, 3, 14)).HouseholdId);
    }

    [Fact]
    public void MoveIn_AfterAMoveOut_LivesAgain()
    {
        _town.Accept(MoveOut("R3"));
        _town.Accept(MoveIn("R3", "H2", "80", 2026, 5, 15));

        Assert.True(_town["R3"].Present.IsLiving);
        Assert.False(_town["R3"].StateOn(new DateOnly(2026, 5, 1)).IsLiving);
    }

    [Fact]
    public void MoveIn_OfTheDead_IsRefused()
    {
        _town.Accept(LifeEventTests.Death("R3", 2026, 3, 1));

        Assert.Equal(["cancelled-otherwise"], _town.Refuse(MoveIn("R3", "H2", "80", 2026, 5, 15)));
    }

    [Fact]
    public void MoveIn_FromOutside_OfANumberThatLivesHere_IsRefused()
    {
        RegistrationContent arrival = Town.Row("N1", "H2", "80", "周敏", 2, "1990-12-01", "110105199012010022", "10");

        Assert.Equal(["one-person-one-place"], _town.Refuse(MoveIn("N1", "H2", "80", 2026, 5, 15) with { Arrival = arrival }));
    }

    [Fact]
    public void MoveIn_IntoAnEmptyHousehold_BeginsWithTheHead() =>
        Assert.Equal(["household-without-head"], _town.Refuse(MoveIn("R3", "H50", "80", 2026, 5, 15)));

    [Fact]
    public void MoveIn_AsASecondHead_IsRefused() => Assert.Equal(["household-two-heads"], _town.Refuse(MoveIn("R6", "H2", "02", 2026, 5, 15)));

    [Fact]
    public void Split_LeavesOneHeadInEach()
    {
        _town.Accept(Split());

        Assert.Equal(("H9", true, "幸福街9号"), (_town["R2"].Present.HouseholdId, _town["R2"].Present.Relation.IsHead, _town["R2"].Present[RegisterField.Address]));
        Assert.Equal("H1", _town["R1"].Present.HouseholdId);
    }

    [Fact]
    public void Split_WithTwoHeads_IsRefused() => Assert.Contains(
        "household-without-head", _town.Refuse(Split() with { Members = [new("R2", Relation.Head), new("R3", Relation.Head)] }));

    [Fact]
    public void Split_IntoAHouseholdWithMembers_IsRefused() => Assert.Equal(["household-exists"], _town.Refuse(Split() with { NewHouseholdId = "H2" }));

    [Fact]
    public void Split_OfAnothersMember_IsRefused() => Assert.Equal(["not-of-household"], _town.Refuse(Split() with { Members = [new("R5", Relation.Head)] }));

    [Fact]
    public void Split_OfTheHead_AsksForANewOne()
    {
        SplitHousehold request = Split() with { Members = [new("R1", Relation.Head)] };
        Assert.Equal(["household-without-head"], _town.Refuse(request));

        _town.Accept(request with { NewRelations = [new("R2", Relation.Head)] });
    }

    [Fact]
    public void Join_BringsEverybodyUnderOneHead()
    {
        _town.Accept(Join());

        Assert.Equal(("H2", 80), (_town["R6"].Present.HouseholdId, _town["R6"].Present.Relation.Code));
    }

    [Fact]
    public void Join_AsASecondHead_IsRefused() =>
        Assert.Equal(["household-two-heads"], _town.Refuse(Join() with { Members = [new("R6", Relation.Head)] }));

    [Fact]
    public void Join_OfOnlySome_IsRefused() => Assert.Equal(
        ["not-of-household"], _town.Refuse(new JoinHouseholds("H1", "H2", [new("R3", Relation.FromCode(80))], new DateOnly(2026, 5, 1)) { ActedBy = Town.Officer }));

    [Fact]
    public void HeadOfAHousehold_ChangesInOneAct()
    {
        Assert.Equal(["household-two-heads"], _town.Refuse(Alter("R2", 2026, 5, 1, (RegisterField.Relation, "02"))));

        _town.Accept(Alter("R2", 2026, 5, 1) with { NewRelations = [new("R2", Relation.Head), new("R1", Relation.FromCode(11))] });
        Assert.Equal((true, 11), (_town["R2"].Present.Relation.IsHead, _town["R1"].Present.Relation.Code));
    }

    [Fact]
    public void HeadOfAHousehold_NamedForADayBeforeAnother_IsRefused()
    {
        _town.Accept(Alter("R2", 2026, 5, 1) with { NewRelations = [new("R2", Relation.Head), new("R1", Relation.FromCode(11))] });

        // From March to May it would be the only head; from May on there is another.
        Assert.Equal(["household-two-heads"], _town.Refuse(
            Alter("R3", 2026, 3, 1) with { NewRelations = [new("R3", Relation.Head), new("R1", Relation.FromCode(51))] }));
    }

    [Fact]
    public void TwoHeads_AsDelivered_DoNotStandInTheWayOfOtherChanges()
    {
        _town.Add("X1", "H2", "02", "陈刚", 1, "1975-01-20", "", "21");

        _town.Accept(Alter("R5", 2026, 5, 1, (RegisterField.Phone, "13800000002")));
        _town.Accept(Alter("X1", 2026, 5, 1, (RegisterField.Relation, "70")));
    }

    internal static AlterFields Alter(string id, int year, int month, int day, params (RegisterField, string)[] values) =>
        new(id, values.ToDictionary(pair => pair.Item1, pair => pair.Item2), new DateOnly(year, month, day)) { ActedBy = Town.Officer, Evidence = [.. Town.Paper] };

    internal static CorrectFields Correct(string id, int year, int month, int day, params (RegisterField, string)[] values) =>
        new(id, values.ToDictionary(pair => pair.Item1, pair => pair.Item2), new DateOnly(year, month, day))
        {
            ActedBy = Town.Officer,
            Evidence = [.. Town.Paper],
            Reason = "登记时写错",
        };

    internal static SplitHousehold Split() => new("H1", "H9", [new("R2", Relation.Head), new("R3", Relation.FromCode(30))], new DateOnly(2026, 4, 1), "幸福街9号")
    {
        ActedBy = Town.Officer,
    };

    internal static JoinHouseholds Join() => new("H3", "H2", [new("R6", Relation.FromCode(80))], new DateOnly(2026, 4, 20)) { ActedBy = Town.Officer };

    internal static RegisterMoveIn MoveIn(string id, string household, string relation, int year, int month, int day) => new(
        RegistrationContent.FromFields([new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, relation)]),
        new DateOnly(year, month, day), RegistrationReason.JoinedRelatives)
    { ActedBy = Town.Officer, Evidence = [.. Town.Paper] };

    internal static RegisterMoveOut MoveOut(string id) => new(id, new DateOnly(2026, 4, 1), "310101") { ActedBy = Town.Officer, Evidence = [.. Town.Paper] };
}
