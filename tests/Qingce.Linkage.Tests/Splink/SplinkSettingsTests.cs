using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class SplinkSettingsTests
{
    private const string Settings = """
        {
          "link_type": "dedupe_only", "unique_id_column_name": "uid", "linker_uid": "abc", "sql_dialect": "duckdb",
          "probability_two_random_records_match": 0.01,
          "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.\"dob\" = r.\"dob\"", "sql_dialect": "duckdb"},
            "l.surname = r.surname AND SUBSTR(l.first_name, 1, 2) = SUBSTR(r.first_name, 1, 2)"
          ],
          "comparisons": [
            {"output_column_name": "first_name", "comparison_levels": [
              {"sql_condition": "\"first_name_l\" IS NULL OR \"first_name_r\" IS NULL", "label_for_charts": "null", "is_null_level": true},
              {"sql_condition": "\"first_name_l\" = \"first_name_r\"", "label_for_charts": "exact", "m_probability": 0.6, "u_probability": 0.05,
               "tf_adjustment_column": "first_name", "tf_adjustment_weight": 1.0},
              {"sql_condition": "jaro_winkler_similarity(\"first_name_l\", \"first_name_r\") >= 0.88", "label_for_charts": "close",
               "m_probability": 0.3, "u_probability": 0.02, "tf_adjustment_column": "first_name", "tf_adjustment_weight": 0.5, "tf_minimum_u_value": 0.4},
              {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.1, "u_probability": 0.93}]},
            {"output_column_name": "dob", "comparison_levels": [
              {"sql_condition": "try_strptime(\"dob_l\", '%Y-%m-%d') IS NULL OR try_strptime(\"dob_r\", '%Y-%m-%d') IS NULL", "is_null_level": true},
              {"sql_condition": "\"dob_l\" = \"dob_r\"", "label_for_charts": "exact", "m_probability": 0.8, "u_probability": 0.001},
              {"sql_condition": "damerau_levenshtein(\"dob_l\", \"dob_r\") <= 1", "label_for_charts": "edit", "m_probability": 0.1, "u_probability": 0.004},
              {"sql_condition": "ABS(EPOCH(try_strptime(\"dob_l\", '%Y-%m-%d')) - EPOCH(try_strptime(\"dob_r\", '%Y-%m-%d'))) <= 2629800.0",
               "label_for_charts": "month", "m_probability": 0.06, "u_probability": 0.01},
              {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.04, "u_probability": 0.985}]},
            {"output_column_name": "names", "comparison_levels": [
              {"sql_condition": "(\"first_name_l\" IS NULL OR \"first_name_r\" IS NULL) AND (\"surname_l\" IS NULL OR \"surname_r\" IS NULL)", "is_null_level": true},
              {"sql_condition": "\"first_name_l\" = \"surname_r\" AND \"first_name_r\" = \"surname_l\"", "label_for_charts": "reversed",
               "m_probability": 0.02, "u_probability": 0.0001},
              {"sql_condition": "\"surname_l\" = \"surname_r\"", "label_for_charts": "surname", "m_probability": 0.9, "u_probability": 0.03},
              {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.08, "u_probability": 0.9699}]},
            {"output_column_name": "email", "comparison_levels": [
              {"sql_condition": "\"email_l\" IS NULL OR \"email_r\" IS NULL", "is_null_level": true},
              {"sql_condition": "NULLIF(regexp_extract(\"email_l\", '^[^@]+', 0), '') = NULLIF(regexp_extract(\"email_r\", '^[^@]+', 0), '')",
               "label_for_charts": "user", "m_probability": 5.0, "u_probability": 1.0},
              {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.2, "u_probability": 0.99}]}
          ]
        }
        """;

    private const string People = """
        uid,first_name,surname,dob,email
        a,Martha,Jones,1980-05-17,mj@x.org
        b,Martha,Jones,1980-05-71,mj@y.org
        c,Marhta,Jones,1980-06-10,other@x.org
        d,Jones,Martha,1980-05-17,
        e,,Jones,1980-05-18,mj@x.org
        """;

    private static readonly double Prior = Math.Log2(0.01 / 0.99);

    // The shares are those of the four rows with a first name; 'Jones' and 'Martha' of rows a to d.
    public static TheoryData<int, int, double> Weights => new()
    {
        // a-b: exact with share 2/4; a date that is none; surname; user of the e-mail.
        { 0, 1, Math.Log2(0.6 / 0.05) + Math.Log2(0.05 / 0.5) + Math.Log2(0.9 / 0.03) + Math.Log2(5) },
        // a-c: close with the greater share 2/4 at half weight; within a month; surname; other e-mail.
        { 0, 2, Math.Log2(0.3 / 0.02) + 0.5 * Math.Log2(0.05 / 0.5) + Math.Log2(0.06 / 0.01) + Math.Log2(0.9 / 0.03) + Math.Log2(0.2 / 0.99) },
        // a-d: first names differ, dates equal, names change places, an e-mail missing.
        { 0, 3, Math.Log2(0.1 / 0.93) + Math.Log2(0.8 / 0.001) + Math.Log2(0.02 / 0.0001) },
        // a-e: first name missing but not the surname; one edit of the date.
        { 0, 4, Math.Log2(0.1 / 0.004) + Math.Log2(0.9 / 0.03) + Math.Log2(5) },
        // b-d: no date.
        { 1, 3, Math.Log2(0.1 / 0.93) + Math.Log2(0.02 / 0.0001) },
    };

    [Theory]
    [MemberData(nameof(Weights))]
    public void Read_TrainedSettings_WeighPairsAsSplinkDoes(int left, int right, double weight)
    {
        var settings = SplinkSettings.Read(Encoding.UTF8.GetBytes(Settings));

        Assert.Equal(Prior + weight, WeightOf(settings.Model, left, right), 1e-6);
        Assert.Equal("uid", settings.IdColumn);
        Assert.Equal(["dob", "surname + first-2(first_name)"], settings.Model.Blocking!.Select(r => r.Name));
        Assert.Empty(settings.Notes);
    }

    [Fact]
    public void Write_ReadAgain_WeighsTheSame()
    {
        var model = SplinkSettings.Read(Encoding.UTF8.GetBytes(Settings)).Model;

        var again = SplinkSettings.Read(SplinkSettings.Write(model, 5, "uid")).Model;
        var ofEveryPair = SplinkSettings.Read(SplinkSettings.Write(model with { Blocking = [new BlockingRule { Parts = [] }] }, 5, "uid")).Model;

        Assert.Empty(Assert.Single(ofEveryPair.Blocking!).Parts);
        Assert.All(Weights, row => Assert.Equal(WeightOf(model, row.Data.Item1, row.Data.Item2), WeightOf(again, row.Data.Item1, row.Data.Item2), 1e-9));
    }

    [Theory]
    [InlineData("soundex(\\\"first_name_l\\\") = soundex(\\\"first_name_r\\\")")]
    [InlineData("\\\"first_name_l\\\" = 'Martha'")]
    [InlineData("first_name_l LIKE first_name_r")]
    [InlineData("'")]
    public void Read_UnsupportedCondition_NamesIt(string sql)
    {
        var json = Settings.Replace("jaro_winkler_similarity(\\\"first_name_l\\\", \\\"first_name_r\\\") >= 0.88", sql);

        var error = Assert.Throws<LinkageModelException>(() => SplinkSettings.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(sql.Replace("\\\"", "\""), error.Message);
        Assert.Contains("'close'", error.Message);
    }

    [Theory]
    [InlineData("{}", "comparisons")]
    [InlineData("[", "JSON")]
    [InlineData("""{"comparisons": [{"comparison_levels": [{"sql_condition": "ELSE"}]}], "probability_two_random_records_match": 0.1}""", "not trained")]
    [InlineData("""{"comparisons": [{"comparison_levels": 3}]}""", "form")]
    public void Read_NoTrainedSettings_SaysSo(string json, string word) =>
        Assert.Contains(word, Assert.Throws<LinkageModelException>(() => SplinkSettings.Read(Encoding.UTF8.GetBytes(json))).Message);

    [Theory]
    [InlineData("l.dob <> r.dob")]
    [InlineData("levenshtein(l.dob, r.dob) < 2")]
    [InlineData("l.dob = r.surname")]
    public void Read_UnsupportedRule_NamesIt(string rule)
    {
        var json = Settings.Replace("l.surname = r.surname AND SUBSTR(l.first_name, 1, 2) = SUBSTR(r.first_name, 1, 2)", rule);

        Assert.Contains(rule, Assert.Throws<LinkageModelException>(() => SplinkSettings.Read(Encoding.UTF8.GetBytes(json))).Message);
    }

    [Theory]
    [InlineData("CA", "ABC", 2)]
    [InlineData("1980-05-17", "1980-05-71", 1)]
    [InlineData("abc", "abc ", 1)]
    [InlineData("王小明", "小王明", 1)]
    public void DamerauLevenshtein_Unrestricted_CountsAsDuckDbDoes(string left, string right, int distance)
    {
        var measure = LinkageVocabulary.General.Measure("damerau-levenshtein-unrestricted");

        Assert.Equal(distance, measure.Between(ValueOf(left), ValueOf(right)));
        Assert.Equal(distance, measure.Between(ValueOf(right), ValueOf(left)));
    }

    private static CellValue ValueOf(string text) => new(Cell.Of(Encoding.UTF8.GetBytes(text)), text.EnumerateRunes().Select(r => r.Value).ToArray());

    private static double WeightOf(LinkageModel model, int left, int right)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, People);
            var table = LinkTableReader.Read([("people", [file])], "uid", model.Columns!, LinkageVocabulary.General, 1);
            return new Linker(table, LinkageVocabulary.General, new SearchOptions { Threads = 1 }).Explain(model, left, right).Sum(s => s.Weight);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void WriteNearest_LevelAndRuleWithoutWords_AreLeftOutAndTold()
    {
        LinkageModel model = new()
        {
            Name = "people",
            MatchesPerRow = 0.1,
            Columns = [new ModelColumn { Name = "name", Kind = "text" }],
            Comparisons =
            [
                new Comparison
                {
                    Name = "name",
                    Levels =
                    [
                        new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.7, U = 0.01 },
                        new ComparisonLevel { Name = "words", When = new LevelCondition { Measure = "short-form", Bound = 1 }, M = 0.1, U = 0.02 },
                        new ComparisonLevel { Name = "close", When = new LevelCondition { Measure = "jaro-winkler", Bound = 0.9 }, M = 0.1, U = 0.03 },
                        new ComparisonLevel { Name = "different", M = 0.1, U = 0.94 },
                    ],
                },
            ],
            Blocking = [new BlockingRule { Parts = [new RulePart("name")] }, new BlockingRule { Parts = [new RulePart("name", "metaphone")] }],
        };

        Assert.Throws<LinkageModelException>(() => SplinkSettings.Write(model, 5, "uid"));
        var again = SplinkSettings.Read(SplinkSettings.WriteNearest(model, 5, "uid", out var notes)).Model;

        Assert.Equal(["equal", "close", "different"], again.Comparisons[0].Levels.Select(l => l.Name));
        Assert.Equal([(0.7, 0.01), (0.2, 0.05), (0.1, 0.94)], again.Comparisons[0].Levels.Select(l => (Math.Round(l.M, 9), Math.Round(l.U, 9))));
        Assert.Single(again.Blocking!);
        Assert.Equal(2, notes.Count);
    }
}
