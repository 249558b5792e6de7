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
    private readonly IReadOnlyList<(string? Record, IndexFinding Finding)> _found;

    private FoundRecords(IReadOnlyList<(string? Record, IndexFinding Finding)> found) => _found = found;

    private long NotCompared => _found.Sum(f => f.Finding.NotCompared);

    /// <summary>Looks for one record.</summary>
    public static FoundRecords Of(LinkIndex index, string?[] values, double threshold) => new([(null, index.Find(values, threshold))]);

    /// <summary>Looks for each row of a table.</summary>
    public static FoundRecords Of(LinkIndex index, LinkTable table, double threshold, CancellationToken cancellation)
    {
        RecordKeys keys = new(table);
        var found = new (string? Record, IndexFinding Finding)[table.Rows];
        try
        {
            Parallel.For(0, table.Rows, new ParallelOptions { CancellationToken = cancellation }, row =>
                found[row] = (keys.TextOf(row), index.Find(table, row, threshold)));
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
        foreach ((string? record, IndexFinding finding) in _found)
        {
            foreach (IndexMatch match in finding.Matches)
            {
                table.AddRow(
                    new Text(record ?? ""),
                    new Text(match.Id),
                    new Text(match.Probability.ToString("0.######", CultureInfo.InvariantCulture)),
                    new Text(match.Weight.ToString("0.00", CultureInfo.InvariantCulture)));
            }
        }

        screen.Render(table);
        int matched = _found.Count(f => f.Finding.Matches.Count > 0);
        string with = ScreenTable.Whole(matched), all = ScreenTable.Whole(_found.Count);
        screen.Write(screen.Say($"{all} 条记录中，{with} 条有匹配", $"{with} of {ScreenTable.Count(_found.Count, "record")} {(matched == 1 ? "has" : "have")} a match"));
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
            foreach ((string? record, IndexFinding finding) in _found)
            {
                json.WriteStartObject();
                json.WriteString("record", record);
                json.WriteNumber("compared", finding.Compared);
                json.WriteNumber("notCompared", finding.NotCompared);
                json.WriteStartArray("matches");
                foreach (IndexMatch match in finding.Matches)
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
