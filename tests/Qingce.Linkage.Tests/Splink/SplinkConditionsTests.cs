using System.Text;

namespace Qingce.Linkage.Tests;

/// <summary>Levels of Splink's comparison library beside those of text: shares of numbers, kilometres, literals.</summary>
public sealed class SplinkConditionsTests
{
    private const string Angle =
        "sin( radians(\\\"lat_l\\\") ) * sin( radians(\\\"lat_r\\\") ) + cos( radians(\\\"lat_l\\\") ) * cos( radians(\\\"lat_r\\\") ) * cos( radians(\\\"long_r\\\" - \\\"long_l\\\") )";

    private const string Kilometres =
        $"cast( acos( case when ({Angle}) > 1 then 1 when ({Angle}) < -1 then -1 else ({Angle}) end ) * 6371 as float)";

    // London, a place 11 km away, Cardiff; the last has no longitude.
    private const string Places = """
        uid,lat,long,pay,town,born
        a,51.5,-0.12,1000,London,1980-01-31
        b,51.6,-0.12,1040,London,1980-02-01
        c,51.48,-3.18,-1000,Cardiff,1982-12-31
        d,51.5,,1000,,
        """;

    private static readonly string Pay = "(ABS(\\\"pay_l\\\" - \\\"pay_r\\\") / (CASE WHEN \\\"pay_r\\\" > \\\"pay_l\\\" THEN \\\"pay_r\\\" ELSE \\\"pay_l\\\" END)) < 0.05";
    private static readonly string NoPay = "\\\"pay_l\\\" IS NULL OR \\\"pay_r\\\" IS NULL";
    private static readonly string NoPlace = "(\\\"lat_l\\\" IS NULL OR \\\"lat_r\\\" IS NULL) OR (\\\"long_l\\\" IS NULL OR \\\"long_r\\\" IS NULL)";
    private static readonly string NoTown = "\\\"town_l\\\" IS NULL OR \\\"town_r\\\" IS NULL";

    private static readonly string NoBirth = "\\\"born_l\\\" IS NULL OR \\\"born_r\\\" IS NULL";

    // Of 1000 and 1040 the difference is 3.8% of the larger; of 1000 and -1000 twice it.
    public static TheoryData<string, string, int, int, double> Levels => new()
    {
        { NoPay, Pay, 0, 1, 3 },
        { NoPay, Pay, 0, 2, -1 },
        { NoPay, Pay, 0, 3, 3 },
        { NoPlace, $"{Kilometres} <= 12", 0, 1, 3 },
        { NoPlace, $"{Kilometres} <= 11", 0, 1, -1 },
        { NoPlace, $"{Kilometres} <= 300", 0, 2, 3 },
        { NoPlace, $"{Kilometres} <= 300", 0, 3, 0 },
        { NoPlace, $"(\\\"lat_r\\\" is not null AND \\\"lat_l\\\" is not null AND \\\"long_l\\\" is not null AND \\\"long_r\\\" is not null) AND {Kilometres} <= 12", 0, 1, 3 },
        { NoTown, "\\\"town_l\\\" = 'London' AND \\\"town_r\\\" = 'London'", 0, 1, 3 },
        { NoTown, "\\\"town_l\\\" = 'London' AND \\\"town_r\\\" = 'London'", 0, 2, -1 },
        { NoTown, "\\\"town_l\\\" = 'Cardiff' AND \\\"town_r\\\" = 'Cardiff'", 0, 1, -1 },
        { NoPay, "\\\"pay_l\\\" = CAST(1000.0 AS DOUBLE) AND \\\"pay_r\\\" = CAST(1000.0 AS DOUBLE)", 0, 3, 3 },
        { NoPay, "\\\"pay_l\\\" = -1000 AND \\\"pay_r\\\" = -1000", 0, 2, -1 },
        { NoBirth, $"abs(date_diff('day', {Strptime('l')}, {Strptime('r')})) <= 1", 0, 1, 3 },
        { NoBirth, $"abs(date_diff('day', {Strptime('l')}, {Strptime('r')})) <= 1", 0, 2, -1 },
        { NoBirth, $"abs(date_diff('month', {Strptime('l')}, {Strptime('r')})) <= 0", 0, 1, -1 },
        { NoBirth, "abs(date_diff('month', \\\"born_l\\\", \\\"born_r\\\")) <= 1", 0, 1, 3 },
        { NoBirth, "abs(date_diff('year', \\\"born_l\\\", \\\"born_r\\\")) <= 2", 0, 2, 3 },
        { NoBirth, "abs(date_diff('year', \\\"born_l\\\", \\\"born_r\\\")) <= 1", 0, 2, -1 },
        { NoBirth, "abs(date_diff('year', \\\"born_l\\\", \\\"born_r\\\")) <= 1", 0, 3, 0 },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Read_LevelOfTheLibrary_HoldsAsInSplink(string missing, string sql, int left, int right, double bits)
    {
        var model = Read(missing, sql);
        var again = SplinkSettings.Read(SplinkSettings.Write(model, 4, "uid")).Model;

        Assert.Equal(bits, WeightOf(model, left, right), 1e-6);
        Assert.Equal(bits, WeightOf(model, right, left), 1e-6);
        Assert.Equal(bits, WeightOf(again, left, right), 1e-6);
        Assert.Equal(bits, WeightOf(LinkageModel.Read(model.Write()), left, right), 1e-6);
    }

    // Whoever cleans dates here may have written them in any way, so that SQL cannot tell how far apart they are.
    [Fact]
    public void Write_YearsBetweenCleanedDates_IsLeftOutAndSaid()
    {
        var model = Read(NoBirth, "abs(date_diff('year', \\\"born_l\\\", \\\"born_r\\\")) <= 2");
        var cleaned = model with { Columns = [.. model.Columns!.Select(c => c.Name == "born" ? c with { Kind = "date" } : c)] };

        Assert.Contains("date_diff", Encoding.UTF8.GetString(SplinkSettings.Write(model, 4, "uid")));
        Assert.Throws<LinkageModelException>(() => SplinkSettings.Write(cleaned, 4, "uid"));
    }

    [Theory]
    [InlineData("\\\"town_l\\\" = 'London'")]
    [InlineData("\\\"town_l\\\" = 'London' AND \\\"town_r\\\" = 'Cardiff'")]
    [InlineData("ABS(\\\"pay_l\\\" - \\\"pay_r\\\") / (CASE WHEN \\\"pay_r\\\" > \\\"pay_l\\\" THEN \\\"pay_l\\\" ELSE \\\"pay_r\\\" END) < 0.05")]
    [InlineData("acos(\\\"lat_l\\\") * 6371 <= 5")]
    [InlineData("CASE WHEN \\\"lat_l\\\" > 1 THEN 1 END")]
    public void Read_SomethingLikeIt_IsNamedInBothLanguages(string sql)
    {
        var error = Assert.Throws<LinkageModelException>(() => Read(NoTown, sql));

        Assert.Contains(sql.Replace("\\\"", "\""), error.Message);
        Assert.Contains(sql.Replace("\\\"", "\""), error.Chinese);
        Assert.Contains("不支持", error.Chinese);
    }

    private static string Strptime(char side) => $"strptime(\\\"born_{side}\\\",'%Y-%m-%d')";

    private static LinkageModel Read(string missing, string sql) => SplinkSettings.Read(Encoding.UTF8.GetBytes($$"""
        {"probability_two_random_records_match": 0.5, "comparisons": [{"output_column_name": "x", "comparison_levels": [
          {"sql_condition": "{{missing}}", "is_null_level": true},
          {"sql_condition": "{{sql}}", "label_for_charts": "near", "m_probability": 0.8, "u_probability": 0.1},
          {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.2, "u_probability": 0.4}]}],
         "blocking_rules_to_generate_predictions": ["l.town = r.town"]}
        """)).Model;

    private static double WeightOf(LinkageModel model, int left, int right)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Places);
            var table = LinkTableReader.Read([("places", [file])], "uid", model.Columns!, LinkageVocabulary.General, 1);
            return new Linker(table, LinkageVocabulary.General, new SearchOptions { Threads = 1 }).Explain(model, left, right).Sum(s => s.Weight);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
