using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class SharedEvidenceTests
{
    private static readonly LinkageModel Household = new()
    {
        Name = "household",
        MatchesPerRow = 0.1,
        Comparisons = [Compared("name", 0.001), Compared("street", 0.0001), Compared("phone", 0.0001), Compared("born", 0.001)],
        Shared = new SharedEvidence { Comparisons = ["street", "phone"], MostBits = 12 },
    };

    [Fact]
    public void Bound_AnyEvidence_IsBelowBothAndRises() => Gen.Select(Gen.Double[-60, 100], Gen.Double[0.1, 10], Gen.Double[1, 30]).Sample((bits, more, most) =>
        SharedEvidence.Bound(bits, most, 1) <= Math.Min(bits, most) + 1e-9
        && SharedEvidence.Bound(bits + more, most, 1) >= SharedEvidence.Bound(bits, most, 1) - 1e-9
        && (bits > most - 10 || Math.Abs(SharedEvidence.Bound(bits, most, 1) - bits) < 0.01));

    [Fact]
    public void Waterfall_OfBoundedEvidence_AddsUpAndShowsIt()
    {
        var weights = new PatternWeights(Household, 1000);
        var pattern = Pattern.Of(0, 2) | Pattern.Of(1, 1) | Pattern.Of(2, 1);
        var excess = weights.SharedExcess(pattern);

        var steps = Waterfall.Of(weights, pattern, excess + 1.5);

        Assert.True(excess < -10);
        Assert.Equal(weights.Weight(pattern) + excess + 1.5, steps.Sum(s => s.Weight), 1e-9);
        Assert.Equal(excess, Assert.Single(steps, s => s.Comparison == Waterfall.Shared).Weight);
    }

    [Fact]
    public void Train_HouseholdsAmongTheCandidates_AreNoMatches()
    {
        var counts = new PatternCounts();
        foreach (var (name, street, phone, born) in from n in new[] { 1, 2 } from s in new[] { 1, 2 } from p in new[] { 1, 2 } from b in new[] { 1, 2 } select (n, s, p, b))
        {
            double Share(double equalName, double equalShared) => (name == 1 ? equalName : 1 - equalName) * (born == 1 ? equalName : 1 - equalName)
                * (street == 1 ? equalShared : 1 - equalShared) * (phone == 1 ? equalShared : 1 - equalShared);
            counts.Add(
                Pattern.Of(0, name) | Pattern.Of(1, street) | Pattern.Of(2, phone) | Pattern.Of(3, born),
                (long)Math.Round(500 * Share(0.95, 0.9) + 2000 * Share(0.001, 0.9) + 497_500 * Share(0.001, 0.0001)));
        }

        var trained = ModelTraining.Train(Household, [new BlockingPass("all", 0, 0)], [counts], counts, 1000).Model;

        Assert.InRange(trained.MatchesPerRow * 1000, 430, 570);
        Assert.InRange(trained.Shared!.MostBits, 7, 9);
    }

    private static Comparison Compared(string name, double u) => new()
    {
        Name = name,
        Levels = [new() { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.9, U = u }, new() { Name = "different", M = 0.1, U = 1 - u }],
    };
}
