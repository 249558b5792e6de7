using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class LargeRulesTests
{
    private const int Sampled = 20_000;
    private static readonly BlockingRule Coarse = new() { Parts = [new("town")] }, Fine = new() { Parts = [new("town"), new("number")] };

    [Fact]
    public void LeftOut_LargeTable_AreTheRulesOfTooManyPairs()
    {
        var (rule, pairs) = Assert.Single(new LargeRules([Coarse, Fine], Keys, TableOf(100_000_000)).LeftOut());

        Assert.Same(Coarse, rule);
        Assert.InRange(pairs, 4.5e12, 5.5e12);
    }

    [Fact]
    public void LeftOut_SmallerTable_AreNone() => Assert.Empty(new LargeRules([Coarse, Fine], Keys, TableOf(LargeRules.LargeTable - 1)).LeftOut());

    [Fact]
    public void LeftOut_NothingBesideThem_AreNone() => Assert.Empty(new LargeRules([Coarse], Keys, TableOf(100_000_000)).LeftOut());

    [Theory]
    [InlineData(2_000_000, "town")]
    [InlineData(10_000_000, "town+half")]
    [InlineData(100_000_000, "town+half")]
    public void Narrowed_FairlyLargeTable_IsARuleOfManyPairs(long rows, string rule)
    {
        LargeRules rules = new([Coarse, Fine], Keys, TableOf(rows));

        Assert.Equal(rule, string.Join('+', rules.Narrowed(Coarse, new RulePart("half")).Parts.Select(p => p.Column)));
    }

    [Fact]
    public void Narrowed_RuleOfFewPairsOrOfItsPartOrOfAWindow_StaysAsItIs()
    {
        LargeRules rules = new([Coarse, Fine], Keys, TableOf(10_000_000));
        BlockingRule ofPart = new() { Parts = [new("half")] }, sorted = Coarse with { Window = 5 };

        Assert.Same(Fine, rules.Narrowed(Fine, new RulePart("half")));
        Assert.Same(ofPart, rules.Narrowed(ofPart, new RulePart("half")));
        Assert.Same(sorted, rules.Narrowed(sorted, new RulePart("half")));
        Assert.Same(Coarse, rules.Narrowed(Coarse, null));
    }

    [Fact]
    public void ToProposal_RuleOfAPartThatNoColumnProposed_IsLeftOutOfALargeTable()
    {
        SampledColumn town = new("town"), number = new("number");
        foreach (int row in Enumerable.Range(0, 2000))
        {
            town.Add(Encoding.UTF8.GetBytes($"xan{row % 1000}"));
            number.Add(Encoding.UTF8.GetBytes($"{700_000 + (row * 7919)}"));
        }

        var vocabulary = LinkageVocabulary.General.With([], [], [], [new TownsByInitial()]);
        LinkageModel Of(long allRows) => new ModelDraft(new TableSample([town, number], 2000, allRows), vocabulary, new ProposalOptions { MostPairs = long.MaxValue }).ToProposal().Model;

        Assert.Equal(["first-1(town)", "number"], Of(1_000_000).Blocking!.Select(rule => rule.Name));
        Assert.Equal(["number"], Of(100_000_000).Blocking!.Select(rule => rule.Name));
    }

    private static TableSample TableOf(long allRows) => new([], Sampled, allRows);

    private static ulong[] Keys(RulePart part) =>
        [.. Enumerable.Range(0, Sampled).Select(row => KeyMix.Of((ulong)row) % part.Column switch { "town" => 1000UL, "half" => 2UL, _ => 10_000_000UL } + 1)];

    private sealed class TownsByInitial : ColumnProposer
    {
        public override ProposedColumn Propose(ColumnProfile profile)
        {
            ArgumentNullException.ThrowIfNull(profile);
            return new ProposedColumn
            {
                Name = profile.Header,
                Role = profile.Header == "town" ? ColumnRole.Town : ColumnRole.Identifier,
                Kind = "text",
                Levels = [new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.9, U = 0.1 }, new ComparisonLevel { Name = "different", M = 0.1, U = 0.9 }],
                Keys = [new ProposedKey(null, 0.9)],
            };
        }

        public override LinkageModel Complete(LinkageModel model, IReadOnlyList<ProposedColumn> columns)
        {
            ArgumentNullException.ThrowIfNull(model);
            return model with
            {
                Blocking = [new BlockingRule { Parts = [new RulePart("town", "first-1")] }, new BlockingRule { Parts = [new RulePart("number")] }],
            };
        }
    }
}
