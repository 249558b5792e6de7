namespace Qingce.Linkage.Tests;

public sealed class PairEvidenceTests
{
    private static readonly LinkageModel Model = new()
    {
        Name = "people",
        MatchesPerRow = 0.1,
        Columns = [new ModelColumn { Name = "name", Kind = "name" }, new ModelColumn { Name = "number", Kind = "identifier" }],
        Comparisons =
        [
            new Comparison
            {
                Name = "name",
                Levels = [Equal, Level("one edit", "damerau-levenshtein", 0.08), Level("short form", "short-form", 0.05) with { Vague = true }, Different],
            },
            new Comparison { Name = "number", Levels = [Equal, Level("one edit", "damerau-levenshtein", 0.08), Different] },
        ],
        Blocking = [],
    };

    private static ComparisonLevel Equal => Level("equal", "exact", 0.9);

    private static ComparisonLevel Different => new() { Name = "different", M = 0.01, U = 0.999 };

    [Fact]
    public void WeightThrough_RowASlipFromBoth_TakesNothingAgainst()
    {
        var evidence = Of("kaven,12395", "karen,12345", "karel,12349");

        Assert.True(evidence.Weight(0, 2) < -10);
        Assert.Equal(evidence.Weights.Prior, evidence.WeightThrough(0, 2, 1), 1e-9);
        Assert.Equal(evidence.WeightThrough(0, 2, 1), evidence.WeightThrough(2, 0, 1));
        Assert.True(evidence.WeightThrough(0, 2, 1) <= Math.Min(evidence.Weight(0, 1), evidence.Weight(1, 2)));
    }

    [Theory]
    [InlineData("anna,12345", "a,12345", "alice,12345")]
    [InlineData("karen,12345", "karen,", "karen,67890")]
    [InlineData("kaven,12395", "karen,12345", "peter,12345")]
    [InlineData("kaven,12345", "karen,", "karel,67890")]
    public void WeightThrough_RowThatDoesNotTellHow_LeavesTheWeight(string left, string between, string right)
    {
        var evidence = Of(left, between, right);

        Assert.True(evidence.Weight(0, 2) < evidence.Weight(0, 1));
        Assert.Equal(evidence.Weight(0, 2), evidence.WeightThrough(0, 2, 1));
    }

    [Fact]
    public void WeightThrough_DisagreementThatIsCertain_IsNotExplained()
    {
        var numbers = Model.Comparisons[1];
        var model = Model with { Comparisons = [Model.Comparisons[0], numbers with { Levels = [.. numbers.Levels.SkipLast(1), numbers.Levels[^1] with { Certain = true }] }] };
        var evidence = Of(model, "kaven,12395", "karen,12345", "karel,12349");

        Assert.Equal(evidence.Weight(0, 2), evidence.WeightThrough(0, 2, 1));
    }

    // An edit that the third has with one of them is no more than was known, but a second disagreement is.
    [Fact]
    public void WeightThrough_DisagreementThatIsKnown_CountsOnce()
    {
        var evidence = Of("karen,12345", "karen,67890", "karel,67890");

        Assert.Equal(evidence.Weight(0, 2), evidence.WeightThrough(0, 2, 1));
    }

    private static PairEvidence Of(params string[] rows) => Of(Model, rows);

    private static PairEvidence Of(LinkageModel model, params string[] rows)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, rows.Prepend("name,number"));
            var table = LinkTableReader.Read([("people", [file])], null, model.Columns!, LinkageVocabulary.General, 1);
            return new Linker(table, LinkageVocabulary.General, new SearchOptions()).Evidence(model);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ComparisonLevel Level(string name, string measure, double m) => new()
    {
        Name = name,
        When = new LevelCondition { Measure = measure, Bound = measure == "exact" ? 0 : 1 },
        M = m,
        U = 1e-4,
    };
}
