using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qingce.Linkage;

/// <summary>Writes models as Splink's settings.</summary>
internal static class SplinkWriter
{
    public static byte[] Write(LinkageModel model, long rows, string idColumn)
    {
        if (model.Columns?.FirstOrDefault(c => c.Then is not null) is { } whole)
        {
            throw new LinkageModelException(
                $"The column '{whole.Name}' is put together of '{whole.Header}' and '{whole.Then}', which cannot be said in Splink's settings.",
                $"“{whole.Name}”由“{whole.Header}”和“{whole.Then}”合成，无法用 Splink 的设置表示。");
        }

        if (model.Columns?.FirstOrDefault(c => c.From is not null) is { } part)
        {
            throw new LinkageModelException($"The column '{part.Name}' is a part of '{part.From}', which cannot be said in Splink's settings.", $"“{part.Name}”是“{part.From}”的一部分，无法用 Splink 的设置表示。");
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("link_type", "dedupe_only");
            json.WriteNumber("probability_two_random_records_match", model.Prior(rows).Probability);
            json.WriteString("unique_id_column_name", idColumn);
            json.WriteString("sql_dialect", "duckdb");
            json.WriteStartArray("blocking_rules_to_generate_predictions");
            foreach (var rule in model.Blocking ?? [])
            {
                json.WriteStartObject();
                json.WriteString("blocking_rule", SplinkRules.Write(rule));
                json.WriteString("sql_dialect", "duckdb");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("comparisons");
            foreach (var comparison in model.Comparisons)
            {
                WriteComparison(json, comparison, model);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static bool CanSay(LinkageModel model, Comparison comparison, ComparisonLevel level)
    {
        try
        {
            return level.When is null || SqlOf(model, level.When, comparison.Column ?? comparison.Name, new Wording(string.Empty, string.Empty)).Length > 0;
        }
        catch (LinkageModelException)
        {
            return false;
        }
    }

    private static void WriteComparison(Utf8JsonWriter json, Comparison comparison, LinkageModel model)
    {
        var column = comparison.Column ?? comparison.Name;
        string[] columns = [column, .. comparison.Alternatives ?? []];
        json.WriteStartObject();
        json.WriteString("output_column_name", comparison.Name);
        json.WriteString("comparison_description", comparison.Name);
        json.WriteStartArray("comparison_levels");
        json.WriteStartObject();
        string[] nulls = [string.Join(" AND ", columns.Select(c => Null(c, model))), .. (comparison.Needed ?? []).Select(c => Null(c, model))];
        json.WriteString("sql_condition", string.Join(" OR ", nulls));
        json.WriteString("label_for_charts", "missing");
        json.WriteBoolean("is_null_level", true);
        json.WriteEndObject();
        foreach (var level in comparison.Levels)
        {
            json.WriteStartObject();
            json.WriteString("sql_condition", level.When is null ? "ELSE" : SqlOf(model, level.When, column, new Wording($"Comparison '{comparison.Name}', level '{level.Name}'", $"比较项“{comparison.Name}”的“{level.Name}”级")));
            json.WriteString("label_for_charts", level.Name);
            json.WriteNumber("m_probability", level.M);
            json.WriteNumber("u_probability", level.U);
            if (level.Frequency > 0)
            {
                json.WriteString("tf_adjustment_column", level.FrequencyColumn ?? column);
                json.WriteNumber("tf_adjustment_weight", level.Frequency);
                json.WriteNumber("tf_minimum_u_value", level.LeastShare);
                json.WriteBoolean("disable_tf_exact_match_detection", level.FrequencyU is null);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Null(string column, LinkageModel model) => $"({Null(column, 'l', model)} OR {Null(column, 'r', model)})";

    private static string Null(string column, char side, LinkageModel model) => model.Columns?.FirstOrDefault(c => c.Name == column)?.Kind == IsoDateKind.Word
        ? $"try_strptime(\"{column}_{side}\", '{SqlMeasures.DateFormat}') IS NULL"
        : $"\"{column}_{side}\" IS NULL";

    private static string SqlOf(LinkageModel model, LevelCondition condition, string own, Wording place)
    {
        if (condition.All is { } all)
        {
            return string.Join(" AND ", all.Select(c => $"({SqlOf(model, c, own, place)})"));
        }

        if (condition.Any is { } any)
        {
            return string.Join(" OR ", any.Select(c => $"({SqlOf(model, c, own, place)})"));
        }

        if (condition.Not is { } not)
        {
            return $"NOT ({SqlOf(model, not, own, place)})";
        }

        if (condition is { Measure: KilometresApart.Word, Joined: { } longitude, Value: null })
        {
            return SqlDistances.Write(condition.Column ?? own, longitude, condition.Bound);
        }

        if (condition.Value is { } value)
        {
            return LiteralSql(condition, own, value, place);
        }

        var left = Operand(condition.Column ?? own, 'l', condition.Take, place);
        var right = Operand(condition.Other ?? condition.Column ?? own, 'r', condition.Take, place);
        var bound = condition.Bound.ToString("R", CultureInfo.InvariantCulture);
        return condition.Measure switch
        {
            ExactMeasure.Word => $"{left} = {right}",
            "jaro-winkler" => $"jaro_winkler_similarity({left}, {right}) >= {bound}",
            "damerau-levenshtein" => $"damerau_levenshtein({left}, {right}) <= {bound}",
            "numbers-apart" => $"ABS({left} - {right}) <= {bound}",
            "seconds-apart" =>
                $"ABS(EPOCH(try_strptime({left}, '{SqlMeasures.DateFormat}')) - EPOCH(try_strptime({right}, '{SqlMeasures.DateFormat}'))) <= {bound}",

            // Dates that are cleaned here may be written in any way there.
            "days-apart" or "months-apart" or "years-apart" when IsPlain(model, condition.Column ?? own) =>
                $"ABS(date_diff('{condition.Measure[..^"s-apart".Length]}', TRY_CAST({left} AS DATE), TRY_CAST({right} AS DATE))) <= {bound}",
            "share-apart" => $"ABS({left} - {right}) / (CASE WHEN {right} > {left} THEN {right} ELSE {left} END) <= {bound}",
            "items-in-common" => $"array_length(list_intersect({left}, {right})) >= {bound}",
            { } word when SqlMeasures.Functions.FirstOrDefault(f => f.Value.Name == word) is { Key: { } function, Value: { } measure } =>
                $"{function}({left}, {right}) {(measure.IsSimilarity ? ">=" : "<=")} {bound}",
            _ => throw NoWord(condition.Measure, place),
        };
    }

    private static bool IsPlain(LinkageModel model, string column) => model.Columns?.FirstOrDefault(c => c.Name == column)?.Kind is VerbatimKind.Word or IsoDateKind.Word;

    private static string LiteralSql(LevelCondition condition, string own, string value, Wording place)
    {
        var column = condition.Column ?? own;
        var literal = condition is { Measure: NumbersApart.Word, Bound: 0 } ? value
            : condition.Measure == ExactMeasure.Word ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
            : throw NoWord(condition.Measure, place);
        return $"{Operand(column, 'l', condition.Take, place)} = {literal} AND {Operand(column, 'r', condition.Take, place)} = {literal}";
    }

    private static LinkageModelException NoWord(string? measure, Wording place) => new(
        $"{place.English} cannot be said in Splink's SQL: the measure '{measure}' has no word there.",
        $"{place.Chinese}无法写成 Splink 的 SQL：度量“{measure}”在其中没有对应写法。");

    private static string Operand(string column, char side, string? take, Wording place)
    {
        var name = $"\"{column}_{side}\"";
        var parts = take?.Split(':', 2) ?? [];
        return parts switch
        {
            [] => name,
            ["first", var length] => $"SUBSTR({name}, 1, {length})",
            ["part", var part] when part.Split(':') is [var from, var length] => $"SUBSTR({name}, {from}, {length})",
            ["match", var pattern] => $"NULLIF(regexp_extract({name}, '{pattern.Replace("'", "''", StringComparison.Ordinal)}', 0), '')",
            ["lower" or "upper"] => $"{take}({name})",
            _ => throw new LinkageModelException(
                $"{place.English} cannot be said in Splink's SQL: '{take}' has no word there.", $"{place.Chinese}无法写成 Splink 的 SQL：“{take}”在其中没有对应写法。"),
        };
    }
}
