namespace Qingce.Register.Tests;

public sealed class MergeChainTests
{
    private readonly Town _town = new();

    public MergeChainTests()
    {
        _town.Add("A", "H5", "02", "周敏", 2, "1990-12-01", "110105199012010049", "10");
        _town.Add("B", "H6", "02", "周敏", 2, "1990-12-01", "110105199012010065", "10");
        _town.Add("C", "H7", "02", "周敏", 2, "1990-12-01", "110105199012010081", "10");
    }

    [Fact]
    public void Merge_OfOneIntoWhichAnotherWasMerged_TakesBothToThePerson_AndIsUndoneExactly()
    {
        Change inner = _town.Accept(Merge("A", "B"));
        Dictionary<string, RegistrationContent> before = _town.States();
        Change outer = _town.Accept(Merge("C", "A", day: 20));

        Assert.Equal(["C", "C", "C"], new[] { "A", "B", "C" }.Select(id => _town[id].Present.PersonId));
        Assert.Contains(_town["B"].Present[RegisterField.CitizenNumber], _town["C"].Present[RegisterField.FormerNumbers], StringComparison.Ordinal);
        Assert.Equal(["later-changes-rest-on-it"], _town.Refuse(_town.Undo(inner)));

        _town.Accept(_town.Undo(outer));
        Assert.Equal(before, _town.States());
        _town.Accept(_town.Undo(inner));
        Assert.Equal("B", _town["B"].Present.PersonId);
    }

    [Fact]
    public void Merge_DatedBeforeAnEarlierOneOfTheSamePerson_IsRefused()
    {
        _town.Accept(Merge("A", "B"));

        Assert.Equal(["contradicts-later-change"], _town.Refuse(Merge("C", "A", day: 10)));
        Assert.Equal(["contradicts-later-change"], _town.Refuse(Merge("B", "C", day: 10)));
    }

    [Fact]
    public void Merge_OfAPersonWithOneDecidedDifferentFromAnotherOfThem_IsRefused()
    {
        _town.Decisions.Add(ReviewersWord.Of("B", "C", PersonVerdict.Different));
        _town.Accept(Merge("A", "B"));

        Assert.Equal(["decided-different"], _town.Refuse(Merge("C", "A", day: 20)));
    }

    [Fact]
    public void Merge_OfAManAndAWoman_IsRefused() => Assert.Contains("one-person-one-sex", _town.Refuse(Merge("A", "R1")));

    [Fact]
    public void Merge_BeforeOneHadBegun_IsRefused()
    {
        _town.Accept(HouseholdTests.MoveIn("N1", "H2", "80", 2026, 5, 16) with
        {
            Arrival = Town.Row("N1", "H2", "80", "周敏", 2, "1990-12-01", "110105199012010102", "10"),
        });

        Assert.Equal(["registration-not-living"], _town.Refuse(Merge("A", "N1")));
    }

    [Fact]
    public void Decline_OfAnOrdinaryChange_IsRefused()
    {
        Change altered = _town.Accept(HouseholdTests.Alter("R6", 2026, 3, 1, (RegisterField.Phone, "13800000001")));

        Assert.Equal(["not-provisional"], _town.Refuse(_town.Undo(altered) with { Declines = true }));
    }

    private static MergeRegistrations Merge(string kept, string other, int day = 15) =>
        MergeTests.Merge(kept, other) with { HoldersChoice = kept, MergedOn = new DateOnly(2026, 5, day) };
}
