using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests.Linking;

/// <summary>Models of Splink in the place of our own.</summary>
public sealed class LinkSplinkTests : IDisposable
{
    private const string Settings = """
        {"link_type": "dedupe_only", "unique_id_column_name": "id", "probability_two_random_records_match": 0.2,
         "blocking_rules_to_generate_predictions": ["l.born = r.born"],
         "comparisons": [{"output_column_name": "name", "comparison_levels": [
          {"sql_condition": "\"name_l\" IS NULL OR \"name_r\" IS NULL", "is_null_level": true},
          {"sql_condition": "\"name_l\" = \"name_r\"", "label_for_charts": "exact", "m_probability": 0.7, "u_probability": 0.1},
          {"sql_condition": "levenshtein(\"name_l\", \"name_r\") <= 1", "label_for_charts": "one edit", "m_probability": 0.2, "u_probability": 0.0125},
          {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.1, "u_probability": 0.8}]}]}
        """;

    private readonly LinkSample _sample = new();

    public LinkSplinkTests() => File.WriteAllText(_sample["splink.json"], Settings);

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Link_SettingsOfSplink_WeighsAsSplinkDoesAndTakesItsIds()
    {
        (int code, _, string error) = QingceProgram.Run("link", _sample["first.csv"], "--model", _sample["splink.json"], "--threshold", "0.1", "--out", _sample["out"]);

        Assert.Equal(0, code);
        Assert.StartsWith("Only 'name' is compared: all records that have it in common are taken for one person.", error, StringComparison.Ordinal);

        // Odds of 1 to 4, times 16.
        Assert.Equal("a1,a2,2.0000000,0.80000000", _sample.Result("pairs.csv").Split('\n')[1].TrimEnd('\r'));
    }

    [Fact]
    public void Train_AsSplink_IsReadAgain()
    {
        Assert.Equal(0, QingceProgram.Run("link", "train", _sample["first.csv"], "--id", "id", "--model", _sample["model.json"], "--format", "splink", "--out", _sample["new.json"]).ExitCode);

        (int code, _, string error) = QingceProgram.Run("link", _sample["first.csv"], "--model", _sample["new.json"], "--out", _sample["out"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("unique_id_column_name", File.ReadAllText(_sample["new.json"]));
    }

    [Theory]
    [InlineData("levenshtein(\\\"name_l\\\", \\\"name_r\\\") <= 1", "soundex(name_l) = soundex(name_r)", "\"soundex(name_l) = soundex(name_r)\" is not supported")]
    [InlineData("l.born = r.born", "l.born = r.name", "\"l.born = r.name\" is not supported")]
    [InlineData("\"m_probability\": 0.7, ", "", "level 'exact' has no m_probability: the model is not trained")]
    [InlineData("l.born = r.born", "l.birthday = r.birthday", "has no column 'birthday'")]
    public void Link_WhatCannotBeSaid_IsNamed(string what, string by, string said)
    {
        _sample.Replace("splink.json", what, by);

        (int code, _, string error) = QingceProgram.Run("link", _sample["first.csv"], "--model", _sample["splink.json"], "--out", _sample["out"]);

        Assert.Equal(3, code);
        Assert.Contains(said, error);
    }
}
