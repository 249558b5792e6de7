using CsCheck;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

/// <summary>Heads, places and kinds of households are right on every day, not today alone.</summary>
public sealed class EveryDayTests
{
    private readonly Town _town = new();

    [Fact]
    public void Head_NamedLate_WhoBelongedToAnotherHouseholdInBetween_IsJudgedThereToo()
    {
        // The relation of a correction's household is not said again: whoever is made head before brings it along.
        _town.Accept(HouseholdTests.Correct("R3", 2026, 3, 1, (RegisterField.HouseholdId, "H2")));
        _town.Accept(HouseholdTests.MoveIn("R3", "H3", "80", 2026, 5, 1));

        Assert.Contains("household-two-heads", _town.Refuse(
            HouseholdTests.Alter("R2", 2026, 2, 1) with { NewRelations = [new("R3", Relation.Head), new("R1", Relation.FromCode(97))] }));
        Assert.Contains("household-two-heads", _town.Refuse(
            HouseholdTests.Alter("R3", 2026, 2, 1, (RegisterField.Relation, "02")) with { NewRelations = [new("R1", Relation.FromCode(97))] }));
    }

    [Fact]
    public void MoveOut_OfTheHead_ThatComesLate_NamesOneForTheDaysBetween()
    {
        _town.Accept(HouseholdTests.Alter("R1", 2026, 5, 1) with { NewRelations = [new("R1", Relation.FromCode(11)), new("R2", Relation.Head)] });

        RegisterMoveIn moved = HouseholdTests.MoveIn("R1", "H9", "02", 2026, 3, 1);
        Assert.Equal(["household-without-head"], _town.Refuse(moved));
        _town.Accept(moved with { NewRelations = [new("R2", Relation.Head)] });
    }

    [Fact]
    public void MoveIn_OfWhoLivedElsewhereOnThatDay_IsRefused()
    {
        _town.Accept(HouseholdTests.MoveOut("R6"));

        Assert.Equal(["one-person-one-place"], _town.Refuse(Anew("N1", 3, 1)));
        _town.Accept(Anew("N2", 4, 1));
    }

    [Fact]
    public void Undo_OfAMoveOut_AfterWhichThePersonLivedElsewhereForAWhile_IsRefused()
    {
        Change left = _town.Accept(HouseholdTests.MoveOut("R6"));
        _town.Accept(Anew("N1", 4, 10));
        _town.Accept(HouseholdTests.MoveOut("N1") with { MovedOutOn = new DateOnly(2026, 5, 1) });

        Assert.Equal(["one-person-one-place"], _town.Refuse(_town.Undo(left)));
    }

    [Fact]
    public void Correction_OfTheNumberOfOneWhoMovedAway_PassesWhereAFileBroughtThemAnew()
    {
        _town.Add("D6", "H9", "02", "周敏", 2, "1990-12-01", "110105199012010081", "10", (RegisterField.RegisteredOn, "2026-04-01"));
        _town.Accept(HouseholdTests.MoveOut("R6"));

        _town.Accept(HouseholdTests.Correct("R6", 1990, 12, 1, (RegisterField.CitizenNumber, _town["D6"].Present[RegisterField.CitizenNumber])));
    }

    [Fact]
    public void MoveIn_AsALodgerOfAFamily_IsRefused()
    {
        RegisterMoveIn lodger = HouseholdTests.MoveIn("R6", "H2", "02", 2026, 5, 15);

        Assert.Equal(["household-of-another-kind"], _town.Refuse(lodger with { Arrival = lodger.Arrival.With(RegisterField.HouseholdType, "collective") }));
    }

    [Fact]
    public void MoveIn_IntoACollectiveHousehold_IsOfItsKindAndPlace()
    {
        _town.Add("K1", "HK", "02", "何伟", 1, "1970-01-01", "", "10", (RegisterField.HouseholdType, "collective"), (RegisterField.Address, "校园路1号"));
        RegisterMoveIn moved = HouseholdTests.MoveIn("R6", "HK", "02", 2026, 5, 15);

        Assert.Equal(["household-of-another-kind"], _town.Refuse(moved with { Arrival = moved.Arrival.With(RegisterField.HouseholdType, "family") }));
        _town.Accept(moved with { Arrival = moved.Arrival.With(RegisterField.HouseholdType, "collective") });
        Assert.Equal((HouseholdType.Collective, "校园路1号"), (_town["R6"].Present.HouseholdType, _town["R6"].Present[RegisterField.Address]));
    }

    /// <summary>Whatever is accepted, for whatever day and in whatever order: every household has one head at most and one place, and everybody one registration, on every day.</summary>
    [Fact]
    public void Register_AfterAnyActs_IsRightOnEveryDay() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 9]).List[2, 14].Sample(steps =>
        {
            EveryDayTests scene = new();
            Town town = scene._town;
            town.Add("B1", "HB", "02", "何伟", 1, "1970-01-01", "", "10", (RegisterField.Division, "110105001002"), (RegisterField.Address, "二路2号"));
            List<Change> done = [];
            foreach ((int kind, int who, int day, int household, int which) in steps)
            {
                if (Request(town, done, kind, $"R{who + 1}", Days[day], Households[household], which) is { } request && town.Decide(request).Draft is not null)
                {
                    done.Add(town.Accept(request));
                    AssertRight(town, string.Join(' ', steps));
                }
            }
        }, iter: 1000);

    private static readonly DateOnly[] Days = [.. Enumerable.Range(1, 6).Select(month => new DateOnly(2026, month, 1))];

    private static readonly string[] Households = ["H1", "H2", "H3", "HB", "HX"];

    private static ChangeRequest? Request(Town town, List<Change> done, int kind, string id, DateOnly day, string household, int which) => kind switch
    {
        0 or 1 => HouseholdTests.MoveIn(id, household, which < 4 ? "02" : "97", day.Year, day.Month, day.Day),
        2 => HouseholdTests.MoveOut(id) with { MovedOutOn = day, NewRelations = which < 5 ? [new($"R{which + 1}", Relation.Head)] : [] },
        3 => HouseholdTests.Alter(id, day.Year, day.Month, day.Day, (RegisterField.Relation, which < 5 ? "02" : "97")) with
        {
            NewRelations = which is > 0 and < 7 ? [new($"R{which}", which < 4 ? Relation.FromCode(97) : Relation.Head)] : [],
        },
        4 => new SplitHousehold(town[id].StateOn(day).HouseholdId, $"HN{done.Count}", [new(id, Relation.Head)], day) { ActedBy = Town.Officer },
        5 => LifeEventTests.Death(id, day.Year, day.Month, day.Day),
        6 => Anew(town, $"N{done.Count}", household, day),
        _ => done.Count > 0 ? town.Undo(done[which % done.Count]) : null,
    };

    private static void AssertRight(Town town, string steps)
    {
        foreach (DateOnly day in Days.Append(DateOnly.MaxValue))
        {
            RegistrationContent[] living = [.. town.Histories.Values.Select(history => history.StateOn(day)).Where(content => content.IsLiving)];
            Assert.True(living.Where(content => content.Name == "周敏").Count() <= 1, $"{day} {steps}");
            foreach (IGrouping<string, RegistrationContent> household in living.GroupBy(content => content.HouseholdId))
            {
                Assert.True(household.Count(member => member.Relation.IsHead) <= 1, $"{household.Key} {day} {steps}");
                Assert.True(household.Select(member => member[RegisterField.Division]).Distinct().Count() == 1, $"{household.Key} {day} {steps}");
            }
        }
    }

    private RegisterMoveIn Anew(string id, int month, int day) => Anew(_town, id, "H2", new DateOnly(2026, month, day));

    // R6 again, under another id, at the place of the household.
    private static RegisterMoveIn Anew(Town town, string id, string household, DateOnly day) => HouseholdTests.MoveIn(id, household, "80", day.Year, day.Month, day.Day) with
    {
        Arrival = Town.Row(id, household, "80", "周敏", 2, "1990-12-01", town["R6"].Present[RegisterField.CitizenNumber], "10")
            .With(RegisterField.Division, "").With(RegisterField.Address, ""),
    };
}
