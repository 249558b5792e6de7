using System.Text.Json;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>Writes the figures of a page. Numbers that belong together are arrays, to keep the file small.</summary>
internal static class PageFigures
{
    public static void Write(Utf8JsonWriter json, LinkageReport report, LinkTable table, ShownValues values)
    {
        Sources(json, table);
        Totals(json, report, table);
        Comparisons(json, report.Model);
        Columns(json, report.Rows, values);
        Rules(json, report);
        HalfBits(json, "weights", report.Weights);
        Points(json, "expected", report.Expected);
        if (report.Measured is { } measured)
        {
            Points(json, "measured", measured);
        }

        if (report.MeasuredClusters is { } clusters)
        {
            json.WriteStartArray("measuredClusters");
            json.WriteNumberValue(Math.Round(clusters.Precision, 6));
            json.WriteNumberValue(Math.Round(clusters.Recall, 6));
            json.WriteNumberValue(Math.Round(clusters.F1, 6));
            json.WriteEndArray();
        }

        Unlinkable(json, report.Rows);
        Signs(json, report);
        json.WriteStartObject("words");
        HashSet<string> told = [];
        foreach (ComparisonLevel level in report.Model.Comparisons.SelectMany(comparison => comparison.Levels))
        {
            if (told.Add(level.Name))
            {
                Words(json, level.Name, LinkWords.Level(level.Name));
            }
        }

        json.WriteEndObject();
    }

    public static double Bits(double weight) => Math.Round(weight, 4);

    private static void Sources(Utf8JsonWriter json, LinkTable table)
    {
        json.WriteStartArray("sources");
        foreach (LinkSource source in table.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteNumber("rows", source.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Totals(Utf8JsonWriter json, LinkageReport report, LinkTable table)
    {
        (long compared, long notCompared) = (0, 0);
        foreach (BlockingReport rule in report.Rules)
        {
            compared += rule.Compared;
            notCompared += rule.NotCompared;
        }

        json.WriteStartObject("figures");
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("compared", compared);
        json.WriteNumber("notCompared", notCompared);
        json.WriteNumber("links", report.Links);
        json.WriteNumber("persons", report.Clusters.Count);
        json.WriteNumber("withSeveral", report.Clusters.WithSeveral);
        json.WriteNumber("rowsWithOther", report.Clusters.RowsWithOther);
        json.WriteNumber("largest", report.Clusters.Largest);
        json.WriteNumber("refined", report.Clusters.Refined);
        json.WriteNumber("threshold", Bits(report.Threshold));
        json.WriteNumber("probability", new MatchWeight(report.Threshold).Probability);
        json.WriteNumber("prior", Bits(report.Prior));
        if (!report.AcrossSources)
        {
            json.WriteNumber("expectedMatches", Math.Round(report.ExpectedMatches, 1));
        }

        json.WriteNumber("patternCount", report.PatternCount);
        json.WriteEndObject();
    }

    private static void Comparisons(Utf8JsonWriter json, LinkageModel model)
    {
        json.WriteStartArray("comparisons");
        foreach (Comparison comparison in model.Comparisons)
        {
            json.WriteStartObject();
            json.WriteString("name", comparison.Name);
            json.WriteStartArray("levels");
            foreach (ComparisonLevel level in comparison.Levels)
            {
                json.WriteStartObject();
                json.WriteString("name", level.Name);
                json.WriteNumber("m", level.M);
                json.WriteNumber("u", level.U);
                json.WriteNumber("weight", Bits(level.Weight));
                json.WriteBoolean("fixed", level.Fixed);
                json.WriteBoolean("apart", level.Apart);
                json.WriteNumber("frequency", level.Frequency);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Columns(Utf8JsonWriter json, RowSummary rows, ShownValues values)
    {
        json.WriteStartArray("columns");
        for (int place = 0; place < rows.Columns.Count; place++)
        {
            ColumnSummary column = rows.Columns[place];
            json.WriteStartObject();
            json.WriteString("name", column.Column.Name);
            Words(json, "kind", LinkWords.Kind(column.Column.Kind));
            json.WriteNumber("present", column.Present);
            json.WriteNumber("missingInUnlinkable", column.MissingInUnlinkable);
            json.WriteNumber("distinct", column.Distinct);
            json.WriteStartArray("commonest");
            foreach (CommonValue value in column.Commonest)
            {
                json.WriteStartObject();
                json.WriteString("text", values.Of(value.Row, place));
                json.WriteNumber("count", value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rules(Utf8JsonWriter json, LinkageReport report)
    {
        json.WriteStartArray("rules");
        foreach (BlockingReport rule in report.Rules)
        {
            json.WriteStartObject();
            Words(json, "name", LinkWords.Rule(report.Model, rule.Pass));
            json.WriteNumber("keys", rule.Keys);
            json.WriteNumber("compared", rule.Compared);
            json.WriteNumber("oversized", rule.Oversized);
            json.WriteNumber("notCompared", rule.NotCompared);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Threshold in bits, links that are right, links that are wrong, pairs of one person that are no links.</summary>
    private static void Points(Utf8JsonWriter json, string name, ThresholdCurve curve)
    {
        json.WriteStartArray(name);
        foreach (ThresholdPoint point in curve.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Threshold);
            json.WriteNumberValue(Math.Round(point.TruePositives, 2));
            json.WriteNumberValue(Math.Round(point.FalsePositives, 2));
            json.WriteNumberValue(Math.Round(point.FalseNegatives, 2));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Weight in bits and how many have it, by half bits, ascending.</summary>
    private static void HalfBits(Utf8JsonWriter json, string name, IReadOnlyList<WeightedCount> weights)
    {
        json.WriteStartArray(name);
        for (int from = 0, to; from < weights.Count; from = to)
        {
            double half = Math.Floor(weights[from].Weight * 2) / 2;
            double count = 0;
            for (to = from; to < weights.Count && weights[to].Weight < half + 0.5; to++)
            {
                count += weights[to].Pairs;
            }

            json.WriteStartArray();
            json.WriteNumberValue(half);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Unlinkable(Utf8JsonWriter json, RowSummary rows)
    {
        json.WriteStartObject("unlinkable");
        json.WriteNumber("sampled", rows.Sampled);
        json.WriteNumber("unlinkable", rows.Unlinkable);
        HalfBits(json, "selfWeights", rows.SelfWeights);
        json.WriteStartArray("missing");
        foreach (MissingColumns missing in rows.Missing)
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (int column in missing.Columns)
            {
                json.WriteNumberValue(column);
            }

            json.WriteEndArray();
            json.WriteNumber("rows", missing.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Signs(Utf8JsonWriter json, LinkageReport report)
    {
        json.WriteStartArray("signs");
        foreach (FitSign sign in report.Signs)
        {
            json.WriteStartObject();
            json.WriteString("kind", sign.Kind.ToString());
            json.WriteString("subject", sign.Subject);
            json.WriteString("level", sign.Level);
            json.WriteNumber("value", sign.Value);
            if (SignWords.Of(sign) is { } words)
            {
                Words(json, "words", words);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Notes(json, "notes", report.Notes);
        Notes(json, "levelNotes", report.LevelNotes);
    }

    private static void Words(Utf8JsonWriter json, string name, Phrase words)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(words.Chinese);
        json.WriteStringValue(words.English);
        json.WriteEndArray();
    }

    private static void Notes(Utf8JsonWriter json, string name, IReadOnlyList<Wording> notes)
    {
        json.WriteStartArray(name);
        foreach (Wording note in notes)
        {
            json.WriteStartArray();
            json.WriteStringValue(note.Chinese);
            json.WriteStringValue(note.English);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
