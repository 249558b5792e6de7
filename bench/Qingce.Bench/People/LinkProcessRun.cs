using System.Globalization;
using System.Text.Json;

namespace Qingce.Bench.People;

/// <summary>
/// The whole command <c>link</c> over invented people, from start to exit, and beside it DuckDB with the same rules, levels and weights (the
/// model that our run trained: DuckDB's time is without training).
/// </summary>
internal static class LinkProcessRun
{
    public static ResultTable Measure(BenchArguments arguments)
    {
        string work = Path.Combine(Path.GetTempPath(), $"qingce-bench-link-{arguments.Rows}-{arguments.Seed}{(arguments.Skew ? "-skew" : "")}");
        Directory.CreateDirectory(work);
        string file = Path.Combine(work, "people.csv"), start = Path.Combine(work, "start.json"), ours = Path.Combine(work, "ours");
        if (!File.Exists(file))
        {
            PeopleRun.Write(arguments.Rows, arguments.Seed, file, arguments.Skew, parquet: false);
        }

        File.WriteAllBytes(start, PeopleModel.Untrained.Write());
        ResultTable table = new(
            $"link, {arguments.Rows:N0} invented people{(arguments.Skew ? ", skewed" : "")}, seven blocking rules, CSV to clusters", "what", "wall s", "cpu s", "peak MiB", "pairs compared", "links", "persons");
        MeasuredRun run = MeasuredProcess.Median(arguments.Runs, () => MeasuredProcess.Qingce(
            "link", file, "--id", "unique_id", "--model", start, "--train", "--timings", "--json", "--out", ours));
        using (JsonDocument about = JsonDocument.Parse(run.Output))
        {
            JsonElement root = about.RootElement;
            table.Add("qingce link, with training", run.Wall, run.Cpu, run.PeakMiB, Whole(root, "pairsCompared"), Whole(root, "links"), Whole(root, "persons"));
            foreach (JsonElement stage in root.GetProperty("timings").EnumerateArray())
            {
                table.Add(
                    $"- {stage.GetProperty("stage").GetString()}", stage.GetProperty("milliseconds").GetDouble() / 1000, "",
                    $"{stage.GetProperty("allocatedBytes").GetInt64() >> 20} allocated", "", "", "");
            }
        }

        MeasuredRun duck = MeasuredProcess.Itself("link-duckdb", "--file", file, "--model", Path.Combine(ours, "model.json"), "--into", Path.Combine(work, "duckdb"));
        string[] counts = [.. duck.Output.Trim().Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture))];
        table.Add("DuckDB, without training", duck.Wall, duck.Cpu, duck.PeakMiB, counts[0], counts[1], counts[2]);
        Directory.Delete(work, recursive: true);
        return table;
    }

    private static string Whole(JsonElement about, string name) => about.GetProperty(name).GetInt64().ToString("N0", CultureInfo.InvariantCulture);
}
