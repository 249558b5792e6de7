using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Spectre.Console;

namespace Qingce.Cli.Linking;

/// <summary>The matches that were found for records.</summary>
internal sealed class FoundRecords
{
    private readonly IReadOnlyList<FoundRecord> _found;

    private FoundRecords(IReadOnlyList<FoundRecord> found) => _found = found;

    private long NotCompared => _found.Sum(f => f.Finding.NotCompared);

    /// <summary>Looks for one record.</summary>
    public static FoundRecords Of(LinkIndex index, string?[] values, double threshold) => new([FoundRecord.Of(index.Model, null, index.Find(values, threshold))]);

    /// <summary>Looks for each row of a table.</summary>
    public static FoundRecords Of(LinkIndex index, LinkTable table, double threshold, CancellationToken cancellation)
    {
        RecordKeys keys = new(table);
        FoundRecord[] found = new FoundRecord[table.Rows];
        try
        {
            Parallel.For(0, table.Rows, new ParallelOptions { CancellationToken = cancellation }, row =>
                found[row] = FoundRecord.Of(index.Model, keys.TextOf(row), index.Find(table, row, threshold)));
        }
        catch (AggregateException several)
        {
            // What is wrong with the index is wrong whichever row comes upon it first.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        return new FoundRecords(found);
    }

    public void Print(Screen screen, LinkageModel model)
    {
        if (screen.Json)
        {
            screen.Write(Json(model));
            return;
        }

        Table table = ScreenTable.Make(screen.Say("记录", "record"), screen.Say("匹配", "match")).AddNumbers(screen.Say("概率", "probability"), screen.Say("权重", "bits"));
        foreach ((string? record, _, IReadOnlyList<IndexMatch> others, _) in _found)
        {
            foreach (IndexMatch match in others)
            {
                table.AddRow(
                    new Text(record ?? ""),
                    new Text(match.Id),
                    new Text(match.Probability.ToString("0.######", CultureInfo.InvariantCulture)),
                    new Text(match.Weight.ToString("0.00", CultureInfo.InvariantCulture)));
            }
        }

        screen.Render(table);
        int matched = _found.Count(f => f.Others.Count > 0);
        string with = ScreenTable.Whole(matched), all = ScreenTable.Whole(_found.Count);
        screen.Write(screen.Say($"{all} 条记录中，{with} 条有匹配", $"{with} of {ScreenTable.Count(_found.Count, "record")} {(matched == 1 || _found.Count == 1 ? "has" : "have")} a match"));
        int known = _found.Count(f => f.IsInIndex);
        if (known > 0)
        {
            screen.Note(new Phrase(
                $"{ScreenTable.Whole(known)} 条记录已在索引中（标识相同）；与自身的匹配不列出。",
                $"{ScreenTable.Count(known, "record")} {(known == 1 ? "is" : "are")} in the index already, under the same id; what a record has in common with itself is no match."));
        }

        if (NotCompared > 0)
        {
            screen.Note(new Phrase(
                $"因分块过大，有 {ScreenTable.Whole(NotCompared)} 次未比较。", $"{ScreenTable.Whole(NotCompared)} comparisons were not made because a block is too large."));
        }
    }

    private string Json(LinkageModel model)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, LinkJson.Options))
        {
            json.WriteStartArray();
            foreach ((string? record, IndexFinding finding, IReadOnlyList<IndexMatch> others, bool isInIndex) in _found)
            {
                json.WriteStartObject();
                json.WriteString("record", record);
                json.WriteBoolean("inIndex", isInIndex);
                json.WriteNumber("compared", finding.Compared);
                json.WriteNumber("notCompared", finding.NotCompared);
                json.WriteStartArray("matches");
                foreach (IndexMatch match in others)
                {
                    json.WriteStartObject();
                    json.WriteString("id", match.Id);
                    json.WriteNumber("probability", match.Probability);
                    json.WriteNumber("weight", match.Weight);
                    json.WriteStartObject("levels");
                    for (int c = 0; c < model.Comparisons.Count; c++)
                    {
                        int level = Pattern.Level(match.Pattern, c);
                        json.WriteString(model.Comparisons[c].Name, level == 0 ? null : model.Comparisons[c].Levels[level - 1].Name);
                    }

                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <summary>What was found for one record.</summary>
/// <param name="Record">Its id; null when it was given by its values.</param>
/// <param name="Finding">All matches and how many were compared.</param>
/// <param name="Others">The matches that are not the record itself.</param>
/// <param name="IsInIndex">Whether the index has it as it is, or a match under its own id that differs in nothing that is compared.</param>
internal sealed record FoundRecord(string? Record, IndexFinding Finding, IReadOnlyList<IndexMatch> Others, bool IsInIndex)
{
    /// <summary>Parts a record's matches from the record itself.</summary>
    public static FoundRecord Of(LinkageModel model, string? record, IndexFinding finding)
    {
        IndexMatch[] others = [.. finding.Matches.Where(match => match.Id != record || !IsEqual(model, match.Pattern))];
        return new FoundRecord(record, finding, others, finding.IsInIndex || others.Length < finding.Matches.Count);
    }

    // Files that number their rows from 1 have ids in common without a record.
    private static bool IsEqual(LinkageModel model, ulong pattern) => model.Comparisons.Index().All(c =>
        Pattern.Level(pattern, c.Index) is not (> 0 and var level) || c.Item.Levels[level - 1] is { Apart: true } or { When.Measure: "exact" } || c.Item.Levels.All(l => l.Fixed));
}
