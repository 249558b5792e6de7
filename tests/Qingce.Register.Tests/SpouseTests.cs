namespace Qingce.Register.Tests;

public sealed class SpouseTests
{
    private readonly Town _town = new();

    public SpouseTests()
    {
        _town.Add("M1", "H5", "02", "赵一", 1, "1990-01-01", "110105199001010011", "10");
        _town.Add("M2", "H6", "02", "钱二", 1, "1990-02-02", "110105199002020015", "10");
        _town.Add("W2", "H7", "02", "孙三", 2, "1991-02-02", "110105199102020022", "10");
    }

    [Fact]
    public void Divorce_OfTwoWhoAreMarriedToOthers_IsRefused()
    {
        _town.Accept(LifeEventTests.Marriage("M1", 2025, 1, 1) with { SpouseId = "R6" });
        _town.Accept(LifeEventTests.Marriage("M2", 2025, 1, 1) with { SpouseId = "W2" });

        Assert.Equal(["not-each-others-spouse"], _town.Refuse(Divorce("M1", "W2")));
        Assert.Equal(["not-each-others-spouse"], _town.Refuse(Divorce("M1", "R2")));
        Assert.Equal(["not-each-others-spouse"], _town.Refuse(LifeEventTests.Death("M1", 2026, 3, 1, "R2")));
        _town.Accept(Divorce("M1", "R6"));
    }

    [Fact]
    public void Divorce_WhereOnlyFilesTellTheStatus_IsAccepted() => _town.Accept(Divorce("R1", "R5"));

    [Fact]
    public void Death_OfTheUnmarried_WidowsNobody() => Assert.Equal(["not-married"], _town.Refuse(LifeEventTests.Death("M1", 2026, 3, 1, "R2")));

    [Fact]
    public void Undo_OfADivorceAfterAnotherMarriage_IsRefused()
    {
        _town.Accept(LifeEventTests.Marriage("M1", 2023, 1, 1) with { SpouseId = "R6" });
        Change divorce = _town.Accept(Divorce("M1", "R6") with { DivorcedOn = new DateOnly(2024, 1, 1) });
        _town.Accept(LifeEventTests.Marriage("M1", 2025, 1, 1) with { SpouseId = "W2" });

        Assert.Equal(["contradicts-later-change"], _town.Refuse(_town.Undo(divorce)));
    }

    [Fact]
    public void Undo_OfAMarriageThatEndedInDivorce_IsRefused()
    {
        Change marriage = _town.Accept(LifeEventTests.Marriage("M1", 2023, 1, 1) with { SpouseId = "R6" });
        _town.Accept(Divorce("M1", "R6"));

        Assert.Equal(["contradicts-later-change"], _town.Refuse(_town.Undo(marriage)));
    }

    private static RegisterDivorce Divorce(string one, string other) =>
        new(one, new DateOnly(2026, 1, 5), other) { ActedBy = Town.Officer, Evidence = [.. Town.Paper] };
}
