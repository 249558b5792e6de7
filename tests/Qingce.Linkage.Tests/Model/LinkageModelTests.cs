using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LinkageModelTests
{
    private static readonly LinkageModel Small = new()
    {
        Name = "small",
        MatchesPerRow = 0.1,
        Comparisons =
        [
            new() { Name = "name", Levels = [new() { Name = "equal", M = 0.9, U = 0.01, Frequency = 1 }, new() { Name = "different", M = 0.1, U = 0.99 }] },
            new() { Name = "born", Levels = [new() { Name = "equal", M = 0.8, U = 0.001 }, new() { Name = "different", M = 0.2, U = 0.999, Fixed = true }] },
        ],
    };

    [Fact]
    public void Write_ThenRead_GivesTheSameBytes()
    {
        var written = Small.Write();

        Assert.Equal(written, LinkageModel.Read(written).Write());
        Assert.DoesNotContain((byte)'\r', written);
    }

    [Theory]
    [InlineData("{}", "version")]
    [InlineData("{", "readable")]
    [InlineData("""{"version":1}""", "no 'model'")]
    [InlineData("[]", "an object")]
    [InlineData("""{"version":2,"model":{"name":"a","matchesPerRow":1,"comparisons":[]}}""", "version 2")]
    [InlineData("""{"version":1,"model":{"name":"a","matchesPerRow":1,"comparisons":[]}}""", "comparisons")]
    [InlineData("""{"version":1,"model":{"name":"a","matchesPerRow":1,"comparisons":[null]}}""", "line 1: a list holds null")]
    [InlineData("""{"version":1,"model":{"name":"a","matchesPerRow":1,"comparisons":[{"name":"c","levels":[{"name":"l","m":0,"u":1}]}]}}""", "m must be")]
    public void Read_UnusableModel_SaysWhy(string json, string reason)
    {
        var error = Assert.Throws<LinkageModelException>(() => LinkageModel.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(reason, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Read_ComparisonWithoutALevelForAllOtherPairs_SaysWhatToAdd()
    {
        const string Text = """{"version":1,"model":{"name":"a","matchesPerRow":1,"comparisons":[{"name":"born","levels":[{"name":"equal","when":{"measure":"exact"},"m":0.9,"u":0.1}]}]}}""";

        var error = Assert.Throws<LinkageModelException>(() => LinkageModel.Read(Encoding.UTF8.GetBytes(Text)));

        Assert.Contains("'born' lacks the level for all other pairs, the one without 'when'. Add it at the end of its levels", error.Message, StringComparison.Ordinal);
        Assert.Contains("“born”缺少", error.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"matchesEachRow\":1", "line 3, model: there is no 'matchesEachRow' here; what there may be: name, matchesPerRow, comparisons, idColumn, columns, blocking, shared, threshold, matchProbability, countsOwnPair.", "没有“matchesEachRow”")]
    [InlineData("\"name\":7", "line 3, model.name: it must be a text, in quotes.", "model.name：应为文字")]
    [InlineData("\"name\":null", "name", "name")]
    [InlineData("\"matchesPerRow\":\"many\"", "line 3, model.matchesPerRow: it must be a number.", "应为数")]
    [InlineData("\"comparisons\":{}", "model.comparisons: it must be a list, in [ ].", "应为列表")]
    [InlineData("\"comparisons\":null", "model.comparisons: it must be a list, in [ ].", "应为列表")]
    [InlineData("\"comparisons\":[{\"name\":\"c\",\"levels\":[{\"name\":\"l\",\"mm\":1}]}]", "model.comparisons[0].levels[0]: there is no 'mm' here; what there may be: name, when, m, u", "没有“mm”")]
    [InlineData("\"comparisons\":[{\"name\":\"c\",\"levels\":[{\"name\":\"l\",\"m\":1}]}]", "model.comparisons[0].levels[0]: it lacks 'u'.", "缺少“u”")]
    [InlineData("\"comparisons\":[{\"name\":\"c\",\"levels\":[{\"name\":\"l\",\"m\":1,\"u\":1,\"vague\":3}]}]", "levels[0].vague: it must be true or false.", "应为 true 或 false")]
    public void Read_AMemberThatIsNotOne_SaysWhereAndWhatMayBeThere(string member, string said, string chinese)
    {
        var text = "{\"version\":1,\n \"model\":{\n" + member + "}}";

        var error = Assert.Throws<LinkageModelException>(() => LinkageModel.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Qingce.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".NET", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weight_AnyPattern_IsTheSumOfItsSteps() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Long[2, 1_000_000]).Sample((name, born, rows) =>
    {
        var weights = new PatternWeights(Small, rows);
        var pattern = Pattern.Of(0, name) | Pattern.Of(1, born);
        return Math.Abs(weights.Weight(pattern) - Waterfall.Of(weights, pattern, 0).Sum(s => s.Weight)) < 1e-9;
    });

    [Fact]
    public void Probability_AnyWeight_TurnsBack() => Gen.Double[-40, 40].Sample(bits =>
        Math.Abs(MatchWeight.FromProbability(new MatchWeight(bits).Probability).Bits - bits) < 1e-3);

    [Fact]
    public void Train_CountsOfAKnownModel_FindsItAgain()
    {
        var counts = new PatternCounts();
        const double Matches = 20_000, Others = 980_000;
        foreach (var (name, born) in from name in new[] { 1, 2 } from born in new[] { 1, 2 } select (name, born))
        {
            var (n, b) = (Small.Comparisons[0].Levels[name - 1], Small.Comparisons[1].Levels[born - 1]);
            counts.Add(Pattern.Of(0, name) | Pattern.Of(1, born), (long)Math.Round(Matches * n.M * b.M + Others * n.U * b.U));
        }

        var start = Small with { Comparisons = [Small.Comparisons[0] with { Levels = [Small.Comparisons[0].Levels[0] with { M = 0.6 }, Small.Comparisons[0].Levels[1] with { M = 0.4 }] }, Small.Comparisons[1]] };

        var trained = ModelTraining.Train(start, [new BlockingPass("all", 0, 0)], [counts], counts, 1500);

        Assert.Equal(0.9, trained.Model.Comparisons[0].Levels[0].M, 2);
        Assert.Empty(trained.Notes);
    }
}
