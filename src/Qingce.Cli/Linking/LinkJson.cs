using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Qingce.Checks.Verification;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>What is to be known about a result, as JSON: link.json in its folder.</summary>
internal static class LinkJson
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="timings">What each stage cost; null to say nothing of it, so that the same input gives the same bytes.</param>
    public static byte[] Write(LinkResult result, IReadOnlyList<StageTiming>? timings)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("program", Program.Version);
            json.WriteString("model", result.Model.Version);
            json.WriteString("id", result.Id);
            Sources(json, result);
            LinkCounts counts = result.Counts;
            json.WriteNumber("rows", result.Table.Rows);
            json.WriteNumber("pairsCompared", result.Compared);
            json.WriteNumber("pairsNotCompared", result.NotCompared);
            json.WriteNumber("threshold", result.Threshold);
            json.WriteNumber("links", result.Pairs.Count);
            json.WriteNumber("persons", counts.Persons);
            json.WriteNumber("personsWithSeveralRecords", counts.WithSeveral);
            json.WriteNumber("duplicates", counts.Duplicates);
            json.WriteNumber("largestPerson", counts.Largest);
            Rules(json, result.Rules);
            json.WriteStartArray("notes");
            foreach (Wording note in result.Notes.Concat(result.LevelNotes))
            {
                json.WriteStartObject();
                json.WriteString("chinese", note.Chinese);
                json.WriteString("english", note.English);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (timings is not null)
            {
                Timings(json, timings);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Sources(Utf8JsonWriter json, LinkResult result)
    {
        json.WriteStartArray("sources");
        for (int i = 0; i < result.Table.Sources.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Table.Sources[i].Name);
            json.WriteString("path", Path.GetFullPath(result.Inputs.All[i].Path));
            json.WriteNumber("rows", result.Table.Sources[i].Rows);
            json.WriteNumber("rejected", result.Table.Sources[i].Rejected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rules(Utf8JsonWriter json, IReadOnlyList<BlockingReport> rules)
    {
        json.WriteStartArray("rules");
        foreach (BlockingReport rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Pass);
            json.WriteNumber("keys", rule.Keys);
            json.WriteNumber("compared", rule.Compared);
            json.WriteNumber("oversizedBlocks", rule.Oversized);
            json.WriteNumber("notCompared", rule.NotCompared);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Timings(Utf8JsonWriter json, IReadOnlyList<StageTiming> timings)
    {
        json.WriteStartArray("timings");
        foreach (StageTiming timing in timings)
        {
            json.WriteStartObject();
            json.WriteString("stage", timing.Name);
            json.WriteNumber("milliseconds", Math.Round(timing.Milliseconds, 1));
            json.WriteNumber("allocatedBytes", timing.AllocatedBytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
