using CsCheck;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

public sealed class MergeTests
{
    private readonly Town _town = new();

    public MergeTests()
    {
        // The father again, elsewhere, under a number with a slip and without a card; the first one has a card.
        _town.Add("R1", "H1", "02", "王建国", 1, "1980-03-02", "110105198003020019", "21", (RegisterField.CardIssuedOn, "2012-05-01"));
        _town.Add("D1", "H8", "02", "王建国", 1, "1980-03-02", "110105198003020097", "10", (RegisterField.CardIssuedOn, "1999-05-01"), (RegisterField.RegisteredOn, "1985-01-01"));
        _town.Add("D2", "H8", "70", "王建强", 1, "1984-03-02", "110105198403020014", "10");
    }

    [Fact]
    public void Merge_KeepsTheOneWithTheCard_AndCancelsTheOtherAsDuplicate()
    {
        _town.Accept(Merge("R1", "D1"));

        RegistrationContent kept = _town["R1"].Present;
        RegistrationContent other = _town["D1"].Present;
        Assert.True(kept.IsLiving);
        Assert.Equal((CancellationReason.Duplicate, "R1"), (other.CancelledFor, other.PersonId));
        Assert.Equal(other[RegisterField.CitizenNumber], kept[RegisterField.FormerNumbers]);
        Assert.Equal([new ReviewersWord("D1", "R1", PersonVerdict.Same)], _town.Decisions);
    }

    [Fact]
    public void Merge_ThatWouldKeepTheOther_IsRefusedByTheRuleOfTheProvince() =>
        Assert.Equal(["keeps-the-true-registration"], _town.Refuse(Merge("D1", "R1")));

    [Fact]
    public void Merge_OfOneGainedByFraud_KeepsTheOther()
    {
        _town.Accept(Merge("D1", "R1") with { GainedByFraud = ["R1"] });

        Assert.Equal(CancellationReason.Fraud, _town["R1"].Present.CancelledFor);
    }

    [Fact]
    public void Merge_WhereNothingTellsThemApart_AsksTheHolder()
    {
        _town.Province = new ProvinceRules { TrueRegistration = [KeepCriterion.HoldersChoice] };

        Assert.Equal(["keeps-the-true-registration"], _town.Refuse(Merge("D1", "R1")));
        _town.Accept(Merge("D1", "R1") with { HoldersChoice = "D1" });
        Assert.True(_town["D1"].Present.IsLiving);
    }

    [Fact]
    public void Merge_InAProvinceThatAsksWhichCameFirst_KeepsThatOne()
    {
        _town.Province = new ProvinceRules { TrueRegistration = [KeepCriterion.RegisteredFirst] };

        _town.Accept(Merge("D1", "R1"));
        Assert.False(_town["R1"].Present.IsLiving);
    }

    [Fact]
    public void Merge_ByOnePersonAlone_IsRefused() =>
        Assert.Equal(["second-person-needed"], _town.Refuse(Merge("R1", "D1") with { ConfirmedBy = Town.Officer }));

    [Fact]
    public void Cancellation_BeneathAMerge_NeedsASecondPersonToo()
    {
        _town.Accept(Merge("R1", "D1"));
        CancelRegistration beneath = new("D1", _town.Last.ValidFrom.AddMonths(-1), CancellationReason.Fraud) { ActedBy = Town.Officer, Reason = "forged papers", Evidence = [.. Town.Paper] };

        Assert.Equal(["second-person-needed"], _town.Refuse(beneath));
        _town.Accept(beneath with { ConfirmedBy = Town.Second });
    }

    [Fact]
    public void Merge_OfARegistrationWithItself_IsRefused() => Assert.Contains("merge-needs-two", _town.Refuse(Merge("R1", "R1")));

    [Fact]
    public void Merge_AgainstAReviewersWord_IsRefused()
    {
        _town.Decisions.Add(ReviewersWord.Of("R1", "D1", PersonVerdict.Different));

        Assert.Equal(["decided-different"], _town.Refuse(Merge("R1", "D1")));
    }

    [Fact]
    public void Undo_OfAMerge_GivesBackExactlyWhatWas()
    {
        Dictionary<string, RegistrationContent> before = _town.States();

        Change merge = _town.Accept(Merge("R1", "D1"));
        _town.Accept(_town.Undo(merge));

        Assert.Equal(before, _town.States());
        Assert.False(_town["D1"].StateAt(DateOnly.MaxValue, merge.RecordedAt).IsLiving);
    }

    [Fact]
    public void Undo_OfAMerge_KeepsLaterChangesOfOtherFields()
    {
        Change merge = _town.Accept(Merge("R1", "D1"));
        _town.Accept(HouseholdTests.Alter("R1", 2026, 5, 20, (RegisterField.Phone, "13900001111")));
        _town.Accept(_town.Undo(merge));

        Assert.Equal("13900001111", _town["R1"].Present[RegisterField.Phone]);
        Assert.Equal("", _town["R1"].Present[RegisterField.FormerNumbers]);
        Assert.True(_town["D1"].Present.IsLiving);
    }

    [Fact]
    public void Undo_Twice_IsRefused()
    {
        Change merge = _town.Accept(Merge("R1", "D1"));
        _town.Accept(_town.Undo(merge));

        Assert.Equal(["taken-back-already"], _town.Refuse(_town.Undo(merge)));
    }

    [Fact]
    public void Undo_OfAnUndo_MergesAgain()
    {
        Change merge = _town.Accept(Merge("R1", "D1"));
        Dictionary<string, RegistrationContent> merged = _town.States();
        Change undo = _town.Accept(_town.Undo(merge));
        _town.Accept(_town.Undo(undo));

        Assert.Equal(merged, _town.States());
    }

    /// <summary>Whatever is accepted, in whatever order: taking it all back, last first, leaves the register as it was, and what was known stays known.</summary>
    [Fact]
    public void Undo_OfEverything_LastFirst_GivesBackTheRegister() =>
        Gen.Int[0, 11].List[1, 8].Sample(steps =>
        {
            MergeTests scene = new();
            Town town = scene._town;
            Dictionary<string, RegistrationContent> before = town.States();
            List<(Change Change, Dictionary<string, RegistrationContent> States)> done = [];
            foreach (int step in steps)
            {
                if (town.Decide(Steps[step]).Draft is not null)
                {
                    done.Add((town.Accept(Steps[step]), town.States()));
                }
            }

            foreach ((Change change, Dictionary<string, RegistrationContent> states) in Enumerable.Reverse(done))
            {
                Assert.All(states, pair => Assert.Equal(pair.Value, town[pair.Key].Present));
                town.Accept(town.Undo(change));
            }

            Assert.All(town.States(), pair => Assert.Equal(before.GetValueOrDefault(pair.Key) ?? RegistrationContent.Empty, pair.Value));
            Assert.All(done, one => Assert.All(one.States, pair => Assert.Equal(pair.Value, town[pair.Key].StateAt(DateOnly.MaxValue, one.Change.RecordedAt))));
        }, iter: 300);

    private static readonly ChangeRequest[] Steps =
    [
        Merge("R1", "D1"),
        LifeEventTests.Birth(),
        LifeEventTests.Death("R1", 2026, 3, 1, "R2") with { NewRelations = [new("R2", Relation.Head)] },
        LifeEventTests.Death("R4", 2026, 4, 1, "R5"),
        LifeEventTests.Marriage("R6", 2026, 5, 1),
        LifeEventTests.Marriage("D2", 2026, 2, 1) with { SpouseId = "R6" },
        HouseholdTests.Split(),
        HouseholdTests.Join(),
        HouseholdTests.MoveIn("R6", "H2", "80", 2026, 3, 15),
        HouseholdTests.Alter("R1", 2026, 1, 20, (RegisterField.Name, "王建军")),
        HouseholdTests.Alter("D1", 2026, 2, 20, (RegisterField.Phone, "13800000001")),
        HouseholdTests.Correct("R3", 2010, 5, 5, (RegisterField.Name, "王晓雨")),
    ];

    internal static MergeRegistrations Merge(string kept, string other) => new(kept, [other], new DateOnly(2026, 5, 15))
    {
        ActedBy = Town.Officer,
        ConfirmedBy = Town.Second,
        Reason = "同一人",
        Evidence = [.. Town.Paper],
    };
}
