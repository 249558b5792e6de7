using System.Text.Json;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>Writes the patterns and clusters of a page with their examples. Rows are named by their places among the rows of the page.</summary>
internal static class PageExamples
{
    public static void Write(Utf8JsonWriter json, LinkageReport report, PageRows rows)
    {
        json.WriteStartArray("patterns");
        foreach (PatternSummary pattern in report.Patterns)
        {
            Pattern(json, pattern, report.Model, rows);
        }

        json.WriteEndArray();
        json.WriteStartObject("clusters");
        json.WriteStartArray("sizes");
        foreach (SizeCount size in report.Clusters.Sizes)
        {
            json.WriteStartArray();
            json.WriteNumberValue(size.Size);
            json.WriteNumberValue(size.Clusters);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("examples");
        foreach (ExampleCluster cluster in report.Clusters.Examples)
        {
            Cluster(json, cluster, rows);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Pattern(Utf8JsonWriter json, PatternSummary pattern, LinkageModel model, PageRows rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("levels");
        for (int comparison = 0; comparison < model.Comparisons.Count; comparison++)
        {
            json.WriteNumberValue(Linkage.Pattern.Level(pattern.Pattern, comparison));
        }

        json.WriteEndArray();
        json.WriteNumber("weight", PageFigures.Bits(pattern.Weight));
        json.WriteNumber("kept", pattern.Kept);
        if (pattern.Compared is { } compared)
        {
            json.WriteNumber("compared", compared);
        }

        json.WriteStartArray("examples");
        foreach (ExamplePair pair in pattern.Examples)
        {
            json.WriteStartObject();
            json.WriteNumber("left", rows.PlaceOf(pair.Left));
            json.WriteNumber("right", rows.PlaceOf(pair.Right));
            json.WriteNumber("weight", PageFigures.Bits(pair.Weight));
            json.WriteStartArray("steps");
            foreach (EvidenceStep step in pair.Steps)
            {
                json.WriteStartObject();
                json.WriteString("comparison", step.Comparison);
                json.WriteString("level", step.Level);
                json.WriteNumber("weight", PageFigures.Bits(step.Weight));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            rows.WriteDifferences(json, pair.Left, pair.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An edge is two places within the rows of the cluster, the weight, and 1 for a link.</summary>
    private static void Cluster(Utf8JsonWriter json, ExampleCluster cluster, PageRows rows)
    {
        json.WriteStartObject();
        json.WriteNumber("size", cluster.Size);
        json.WriteNumber("links", cluster.Links);
        Dictionary<int, int> places = [];
        json.WriteStartArray("rows");
        foreach (int row in cluster.Rows)
        {
            places.Add(row, places.Count);
            json.WriteNumberValue(rows.PlaceOf(row));
        }

        json.WriteEndArray();
        int weakest = -1;
        json.WriteStartArray("edges");
        for (int i = 0; i < cluster.Edges.Count; i++)
        {
            ClusterEdge edge = cluster.Edges[i];
            weakest = ReferenceEquals(edge, cluster.Weakest) ? i : weakest;
            json.WriteStartArray();
            json.WriteNumberValue(places[edge.Left]);
            json.WriteNumberValue(places[edge.Right]);
            json.WriteNumberValue(PageFigures.Bits(edge.Weight));
            json.WriteNumberValue(edge.IsLink ? 1 : 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("weakest", weakest);
        if (cluster.Weakest is { } needed)
        {
            json.WriteNumber("doubt", PageFigures.Bits(needed.Weight));
        }

        json.WriteEndObject();
    }
}
