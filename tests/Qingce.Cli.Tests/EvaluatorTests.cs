using System.Text.Json;
using Qingce.Cli.Evaluation;

namespace Qingce.Cli.Tests;

public sealed class EvaluatorTests
{
    private static readonly Dictionary<string, string> Classes = new() { ["I01"] = "D", ["I03"] = "W", ["I04"] = "W", ["I07"] = "A" };

    [Fact]
    public void Pairs_OfI01_CountOnceWhateverTheirOrder()
    {
        EvaluationResult result = Evaluate(
            [new("R1", "I01", "R2"), new("R2", "I01", "R1"), new("R5", "I01", "R6")],
            [("I01", ["R2", "R1"]), ("I01", ["R3", "R4"])]);

        Assert.Equal(new Score(1, 1, 1), result.Indicators["I01"]);
    }

    [Fact]
    public void Registrations_OfOtherIndicators_CountOneByOne()
    {
        EvaluationResult result = Evaluate(
            [new("R1", "I03", "R2"), new("R2", "I03", "R1"), new("R1", "I03", "")],
            [("I03", ["R1", "R2", "R3"])]);

        Assert.Equal(new Score(2, 1, 0), result.Indicators["I03"]);
    }

    [Fact]
    public void Classes_JoinTheirIndicators()
    {
        EvaluationResult result = Evaluate([new("R1", "I03", "")], [("I04", ["R1"])]);

        Assert.Equal(new Score(0, 0, 1), result.Indicators["I03"]);
        Assert.Equal(new Score(0, 1, 0), result.Indicators["I04"]);
        Assert.Equal(new Score(1, 0, 0), result.Classes["W"]);
    }

    [Fact]
    public void Indicators_ThatWereNotLookedFor_AreLeftOut()
    {
        EvaluationResult result = Evaluate([new("R1", "I05", "")], [("I12", ["R1"])]);

        Assert.Equal(["I01", "I03", "I04", "I07"], result.Indicators.Keys.Order());
    }

    [Fact]
    public void ErrorRate_CountsEachRegistrationOnceAndNoI07()
    {
        EvaluationResult result = Evaluator.Evaluate(
            [new("R1", "I03", ""), new("R1", "I04", ""), new("R2", "I07", ""), new("R9", "I03", "")],
            [],
            Classes,
            new Dictionary<string, string> { ["R1"] = "320501", ["R2"] = "320501", ["R9"] = "320502" },
            [new CountyCount("320501", "甲", 10, 0.3), new CountyCount("320502", "乙", 4, 0.25)]);

        Assert.Equal([0.1, 0.25], result.Counties.Select(county => county.Truth));
        Assert.Equal(0.2, result.Counties[0].Difference, 9);
        Assert.Equal(0, result.Counties[1].Difference, 9);
    }

    [Fact]
    public void Scores_OfNothing_AreOne()
    {
        Assert.Equal(1, default(Score).Precision);
        Assert.Equal(1, default(Score).Recall);
        Assert.Equal(0.75, new Score(3, 1, 0).Precision);
        Assert.Equal(0.6, new Score(3, 0, 2).Recall);
    }

    [Fact]
    public void Json_HasTheShapeOfTheCatalogue()
    {
        using JsonDocument json = JsonDocument.Parse(EvaluationJson.Write(Evaluate([new("R1", "I03", "")], [("I03", ["R1"])])));

        JsonElement indicator = json.RootElement.GetProperty("I03");
        Assert.Equal(["tp", "fp", "fn", "precision", "recall"], indicator.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, indicator.GetProperty("tp").GetInt32());
        Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty("counties").ValueKind);
    }

    private static EvaluationResult Evaluate(TruthRow[] truth, (string, IReadOnlyList<string>)[] found) =>
        Evaluator.Evaluate(truth, found, Classes, new Dictionary<string, string>(), []);
}
