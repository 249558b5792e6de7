namespace Qingce.Linkage.Tests;

public sealed class LargeRulesTests
{
    private const int Sampled = 20_000;
    private static readonly BlockingRule Coarse = new() { Parts = [new("town")] }, Fine = new() { Parts = [new("town"), new("number")] }, Unknown = new() { Parts = [new("street")] };
    private static readonly RuleChoice.Part[] Parts = [Part(0, "town", 1000), Part(1, "number", 10_000_000)];

    [Fact]
    public void LeftOut_LargeTable_AreTheRulesOfTooManyPairs()
    {
        var (rule, pairs) = Assert.Single(LargeRules.LeftOut([Coarse, Fine, Unknown], Parts, 100_000_000));

        Assert.Same(Coarse, rule);
        Assert.InRange(pairs, 4.5e12, 5.5e12);
    }

    [Fact]
    public void LeftOut_SmallerTable_AreNone() => Assert.Empty(LargeRules.LeftOut([Coarse, Fine], Parts, LargeRules.LargeTable - 1));

    [Fact]
    public void LeftOut_NothingBesideThem_AreNone() => Assert.Empty(LargeRules.LeftOut([Coarse], Parts, 100_000_000));

    private static RuleChoice.Part Part(int column, string name, ulong values) =>
        new(column, new RulePart(name), 1, [.. Enumerable.Range(0, Sampled).Select(row => KeyMix.Of((ulong)(row + column)) % values + 1)]);
}
