using System.Globalization;
using Qingce.Linkage;

namespace Qingce.Bench.People;

/// <summary>
/// A trained model as SQL: the same blocking rules, levels and weights over a table <c>people</c> whose columns have the names of the
/// model's and whose row number is <c>r</c>. Knows what <see cref="PeopleModel"/> uses: equality, Jaro-Winkler, Damerau-Levenshtein, <c>first-n</c>
/// and <c>year</c>.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="rows">Rows of the table.</param>
internal sealed class LinkSql(LinkageModel model, long rows)
{
    private const int MostFrequencyBits = 10;

    private IEnumerable<string> FrequencyColumns =>
        model.Comparisons.Where(c => c.Levels.Any(level => level.Frequency > 0)).Select(ColumnOf).Distinct();

    /// <summary>Statements that make <c>pairs</c> (l, r, weight) from <c>people</c>.</summary>
    public IEnumerable<string> Statements()
    {
        foreach (string column in FrequencyColumns)
        {
            yield return $"CREATE TABLE tf_{column} AS SELECT {column} AS v, count(*) AS n FROM people WHERE {column} IS NOT NULL GROUP BY 1";
        }

        string[] rules = [.. model.Blocking!.Select(rule => string.Join(" AND ", rule.Parts.Select(part => $"{Key("l", part)} = {Key("r", part)}")))];
        string candidates = string.Join(" UNION ALL ", rules.Select((rule, i) =>
            $"SELECT l.r AS l, r.r AS r FROM people l JOIN people r ON {rule} AND l.r < r.r{string.Concat(rules.Take(i).Select(earlier => $" AND NOT coalesce({earlier}, false)"))}"));
        string weight = string.Join(" + ", model.Comparisons.Select(Weight).Prepend(Number(model.Prior(rows).Bits)));
        string joins = string.Concat(FrequencyColumns.Select(c =>
            $" LEFT JOIN tf_{c} AS fl_{c} ON fl_{c}.v = a.{c} LEFT JOIN tf_{c} AS fr_{c} ON fr_{c}.v = b.{c}"));
        yield return $"CREATE TABLE candidates AS {candidates}";
        yield return $"CREATE TABLE pairs AS SELECT * FROM (SELECT p.l, p.r, {weight} AS weight FROM candidates p JOIN people a ON a.r = p.l JOIN people b ON b.r = p.r{joins}) WHERE weight >= 0";
    }

    private static string ColumnOf(Comparison comparison) => comparison.Column ?? comparison.Name;

    private static string Key(string side, RulePart part) => part.Take switch
    {
        null => $"{side}.{part.Column}",
        "year" => $"left({side}.{part.Column}, 4)",
        _ when part.Take.StartsWith("first-", StringComparison.Ordinal) => $"left({side}.{part.Column}, {part.Take[6..]})",
        _ => throw new NotSupportedException($"'{part.Take}' has no SQL here."),
    };

    private string Weight(Comparison comparison)
    {
        string column = ColumnOf(comparison);
        IEnumerable<string> levels = comparison.Levels.Select(level =>
            $"{(level.When is { } when ? $"WHEN {Holds(when, column)} THEN" : "ELSE")} {Number(level.Weight)}{Frequency(level, column)}");
        return $"(CASE WHEN a.{column} IS NULL OR b.{column} IS NULL THEN 0 {string.Join(' ', levels)} END)";
    }

    private static string Holds(LevelCondition when, string column) => when.Measure switch
    {
        "exact" => $"a.{column} = b.{column}",
        "jaro-winkler" => $"jaro_winkler_similarity(a.{column}, b.{column}) >= {Number(when.Bound)}",
        "damerau-levenshtein" => $"damerau_levenshtein(a.{column}, b.{column}) <= {Number(when.Bound)}",
        _ => throw new NotSupportedException($"'{when.Measure}' has no SQL here."),
    };

    private string Frequency(ComparisonLevel level, string column) => level.Frequency == 0 ? ""
        : $" + {Number(level.Frequency)} * greatest(-{MostFrequencyBits}, least({MostFrequencyBits}, log2({Number(level.U)} * {rows} / greatest(1, greatest(fl_{column}.n, fr_{column}.n) - 1))))";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
