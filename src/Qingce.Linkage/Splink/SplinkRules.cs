using System.Globalization;
using System.Text.Json;

namespace Qingce.Linkage;

/// <summary>Splink's blocking rules.</summary>
internal static class SplinkRules
{
    private const string EveryPair = "1=1";

    /// <summary>Reads a rule: SQL, or an object with it.</summary>
    /// <exception cref="LinkageModelException">It is more than equal columns or beginnings of columns.</exception>
    public static BlockingRule Read(JsonElement rule)
    {
        var sql = rule.ValueKind == JsonValueKind.String ? rule.GetString()! : rule.GetProperty("blocking_rule").GetString()!;
        var exploded = rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("arrays_to_explode", out var arrays) && arrays.ValueKind == JsonValueKind.Array
            ? arrays.EnumerateArray().Select(a => a.GetString()!).ToHashSet()
            : [];
        if (sql.Replace(" ", string.Empty, StringComparison.Ordinal) == EveryPair)
        {
            return new BlockingRule { Parts = [] };
        }

        var expression = SqlParser.Read(sql);
        var parts = (expression is { Name: "and" } ? expression.Arguments : expression is null ? [] : [expression])
            .Select(e => PartOf(e, exploded)).ToList();
        return parts.Count > 0 && parts.TrueForAll(p => p is not null)
            ? new BlockingRule { Parts = [.. parts.Select(p => p!.Value)] }
            : throw new LinkageModelException(
                $"The blocking rule \"{sql}\" is not supported: a rule here is made of equal columns, or equal beginnings of columns, joined by AND.",
                $"不支持分块规则 \"{sql}\"：规则只能由相等的列或列的相同开头组成，以 AND 连接。");
    }

    /// <summary>The SQL of a rule.</summary>
    /// <exception cref="LinkageModelException">It takes something of a column that SQL has no word for.</exception>
    public static string Write(BlockingRule rule) => rule.Window is not null
        ? throw new LinkageModelException($"The blocking rule '{rule.Name}' cannot be said in Splink's SQL: it has a window.", $"规则“{rule.Name}”有 window，无法用 Splink 的 SQL 表示。")
        : rule.Parts.Count == 0
        ? EveryPair
        : string.Join(" AND ", rule.Parts.Select(p => p.Take switch
        {
            null => $"l.\"{p.Column}\" = r.\"{p.Column}\"",
            _ when p.Take.StartsWith("first-", StringComparison.Ordinal) =>
                $"SUBSTR(l.\"{p.Column}\", 1, {p.Take[6..]}) = SUBSTR(r.\"{p.Column}\", 1, {p.Take[6..]})",
            _ => throw new LinkageModelException(
                $"The blocking rule '{rule.Name}' cannot be said in Splink's SQL: '{p.Take}' has no word there.",
                $"分块规则“{rule.Name}”无法写成 Splink 的 SQL：“{p.Take}”在其中没有对应写法。"),
        }));

    private static RulePart? PartOf(SqlExpression expression, HashSet<string> exploded)
    {
        if (expression is not { Name: "=", Arguments: [var left, var right] } || !left.Mirrors(right) || SqlConditions.Operand(left) is not var (_, column, take))
        {
            return null;
        }

        return take is null ? new RulePart(column, exploded.Contains(column) ? "items" : null)
            : take.StartsWith("first:", StringComparison.Ordinal) && int.TryParse(take.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? new RulePart(column, $"first-{length}")
                : null;
    }
}
