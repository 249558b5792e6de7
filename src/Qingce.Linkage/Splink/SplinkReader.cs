using System.Text.Json;

namespace Qingce.Linkage;

/// <summary>Reads Splink's settings.</summary>
internal static class SplinkReader
{
    /// <summary>What Splink takes for a level that its training data did not have.</summary>
    private const double NotObserved = 1e-6;
    private const double Least = 1e-10;

    public static SplinkSettings Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new LinkageModelException($"The Splink settings are no JSON: {e.Message}", $"Splink 设置不是 JSON：第 {e.LineNumber + 1} 行有误。", e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new LinkageModelException(
                $"The Splink settings lack something or have it in another form: {e.Message}", "Splink 设置缺少内容，或某处的形式不符。", e);
        }
    }

    private static SplinkSettings Read(JsonElement settings)
    {
        if (settings.ValueKind != JsonValueKind.Object || !settings.TryGetProperty("comparisons", out var list))
        {
            throw new LinkageModelException("The Splink settings have no comparisons.", "Splink 设置中没有 comparisons。");
        }

        var notes = new List<Wording>();
        var dates = new HashSet<string>();
        var comparisons = list.EnumerateArray().Select(c => ComparisonOf(c, notes, dates)).ToList();
        var rules = settings.TryGetProperty("blocking_rules_to_generate_predictions", out var blocking)
            ? blocking.EnumerateArray().Select(SplinkRules.Read).ToList()
            : [];
        var columns = comparisons.SelectMany(ColumnsOf).Concat(rules.SelectMany(r => r.Parts.Select(p => p.Column))).Distinct();
        var model = new LinkageModel
        {
            Name = Text(settings, "linker_uid") is { } uid ? $"splink {uid}" : "splink",
            MatchesPerRow = 0.1,
            MatchProbability = Number(settings, "probability_two_random_records_match")
                ?? throw new LinkageModelException(
                    "The Splink settings have no probability_two_random_records_match: the model is not trained.",
                    "Splink 设置中没有 probability_two_random_records_match：模型未经训练。"),
            CountsOwnPair = true,
            Columns = [.. columns.Select(c => new ModelColumn { Name = c, Kind = dates.Contains(c) ? IsoDateKind.Word : VerbatimKind.Word })],
            Comparisons = comparisons,
            Blocking = rules,
        };
        model.Validate();
        return new SplinkSettings(model, Text(settings, "unique_id_column_name") ?? "unique_id", Text(settings, "link_type") == "link_only", notes);
    }

    private static Comparison ComparisonOf(JsonElement comparison, List<Wording> notes, HashSet<string> dates)
    {
        var levels = comparison.GetProperty("comparison_levels").EnumerateArray().ToList();
        var name = Text(comparison, "output_column_name") ?? Text(comparison, "comparison_description") ?? "comparison";
        IReadOnlyList<string> missing = [], needed = [];
        var read = new List<(ComparisonLevel Level, string? Exact)>();
        for (var i = 0; i < levels.Count; i++)
        {
            var sql = levels[i].GetProperty("sql_condition").GetString()!;
            var label = Text(levels[i], "label_for_charts") ?? sql;
            var place = new Wording($"Comparison '{name}', level '{label}'", $"比较项“{name}”的“{label}”级");
            if (levels[i].TryGetProperty("is_null_level", out var isNull) && isNull.ValueKind == JsonValueKind.True)
            {
                (missing, needed, var areDates) = SqlConditions.Missing(sql, place);
                dates.UnionWith(areDates ? missing : []);
                continue;
            }

            var when = sql.Trim().Equals("else", StringComparison.OrdinalIgnoreCase) ? null : SqlConditions.Read(sql, place);
            var unique = read.Exists(r => r.Level.Name == label) ? $"{levels.Count - 1 - i}. {label}" : label;
            read.Add((LevelOf(levels[i], unique, when, place), when is { Measure: ExactMeasure.Word, Other: null, Take: null } ? when.Column : null));
        }

        if (missing.Count == 0)
        {
            missing = [read.Select(r => r.Level.When).OfType<LevelCondition>().SelectMany(ColumnsOf).FirstOrDefault() ?? name];
            notes.Add(new Wording(
                $"Comparison '{name}' has no null level: here a pair that lacks '{missing[0]}' takes no level of it.",
                $"比较项“{name}”没有空值等级：在此，缺少“{missing[0]}”的一对不取任何等级。"));
        }

        return new Comparison
        {
            Name = name,
            Column = missing[0] == name ? null : missing[0],
            Alternatives = missing.Count > 1 ? [.. missing.Skip(1)] : null,
            Needed = needed.Count > 0 ? needed : null,
            Levels = [.. read.Select(r => r.Level.Frequency > 0 ? WithFrequency(r.Level, read, missing[0], name) : Plain(r.Level, missing[0]))],
        };
    }

    // A weight is m over u alone; Splink lets m be above 1, where a weight was set by hand.
    private static ComparisonLevel LevelOf(JsonElement level, string name, LevelCondition? when, Wording place)
    {
        var (m, u) = (Probability(level, "m_probability", place), Probability(level, "u_probability", place));
        var scale = Math.Max(1, Math.Max(m, u));
        var column = Text(level, "tf_adjustment_column");
        var exactOff = level.TryGetProperty("disable_tf_exact_match_detection", out var off) && off.ValueKind == JsonValueKind.True;
        return new ComparisonLevel
        {
            Name = name,
            When = when,
            M = Math.Max(Least, m / scale),
            U = Math.Max(Least, u / scale),
            Frequency = column is null || when is null ? 0 : Number(level, "tf_adjustment_weight") ?? 1,
            FrequencyColumn = column,
            FrequencyU = exactOff || scale > 1 ? Math.Min(1, u) : null,
            LeastShare = Number(level, "tf_minimum_u_value") ?? 0,
        };
    }

    private static ComparisonLevel WithFrequency(
        ComparisonLevel level, List<(ComparisonLevel Level, string? Exact)> levels, string own, string comparison)
    {
        var column = level.FrequencyColumn!;
        var exact = levels.Find(l => l.Exact == column).Level;
        return level.FrequencyU is null && exact is null
            ? throw new LinkageModelException(
                $"Comparison '{comparison}' has no level of equal values of '{column}', which the term frequency needs.",
                $"比较项“{comparison}”没有“{column}”列相等的等级，词频调整需要它。")
            : Plain(level, own) with
            {
                FrequencyColumn = column == own ? null : column,
                FrequencyU = level.FrequencyU ?? (exact == level ? null : exact.U),
            };
    }

    private static ComparisonLevel Plain(ComparisonLevel level, string own) => level with
    {
        When = level.When is null ? null : WithoutOwn(level.When, own),
        FrequencyColumn = null,
        FrequencyU = null,
    };

    private static LevelCondition WithoutOwn(LevelCondition condition, string own) => condition with
    {
        Column = condition.Column == own ? null : condition.Column,
        All = condition.All?.Select(c => WithoutOwn(c, own)).ToList(),
        Any = condition.Any?.Select(c => WithoutOwn(c, own)).ToList(),
        Not = condition.Not is { } not ? WithoutOwn(not, own) : null,
    };

    private static IEnumerable<string> ColumnsOf(Comparison comparison) =>
        new[] { comparison.Column ?? comparison.Name }
            .Concat(comparison.Alternatives ?? [])
            .Concat(comparison.Needed ?? [])
            .Concat(comparison.Levels.SelectMany(l => l.When is null ? [] : ColumnsOf(l.When)))
            .Concat(comparison.Levels.Select(l => l.FrequencyColumn).OfType<string>());

    private static IEnumerable<string> ColumnsOf(LevelCondition condition) =>
        new[] { condition.Column, condition.Other, condition.Joined }.OfType<string>()
            .Concat(condition.Parts.SelectMany(ColumnsOf));

    private static double Probability(JsonElement level, string name, Wording place) =>
        !level.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? throw new LinkageModelException($"{place.English} has no {name}: the model is not trained.", $"{place.Chinese}没有 {name}：模型未经训练。")
            : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : NotObserved;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
