using System.Globalization;
using System.Text.Json;

namespace Qingce.Bench.People;

/// <summary>
/// The whole command <c>link</c> over invented people, from start to exit, with a written model that it trains and without set-up, and beside it
/// DuckDB with the rules, levels and weights of the first (DuckDB's time is without training).
/// </summary>
internal static class LinkProcessRun
{
    public static ResultTable Measure(BenchArguments arguments)
    {
        string work = Path.Combine(Path.GetTempPath(), $"qingce-bench-link-{arguments.Rows}-{arguments.Seed}{(arguments.Skew ? "-skew" : "")}");
        Directory.CreateDirectory(work);
        string format = arguments.Parquet ? "parquet" : "csv";
        string file = Path.Combine(work, $"people.{format}"), start = Path.Combine(work, "start.json"), ours = Path.Combine(work, "ours");
        if (!File.Exists(file))
        {
            PeopleRun.Write(arguments.Rows, arguments.Seed, file, arguments.Skew, arguments.Parquet);
        }

        File.WriteAllBytes(start, PeopleModel.Untrained.Write());
        ResultTable table = new(
            $"link, {arguments.Rows:N0} invented people{(arguments.Skew ? ", skewed" : "")}, seven blocking rules, {(arguments.Parquet ? "Parquet" : "CSV")} to clusters", "what", "wall s", "cpu s", "peak MiB", "pairs compared", "links", "persons");
        Ours(table, "qingce link, with training", arguments.Runs, file, "--id", "unique_id", "--model", start, "--train", "--format", format, "--out", ours);
        string model = Path.Combine(ours, "model.json"), trained = Path.Combine(work, "trained.json");
        File.Copy(model, trained, overwrite: true);
        Ours(table, "qingce link, no model, no set-up", arguments.Runs, file, "--id", "unique_id", "--format", format, "--out", ours);
        if (!arguments.Alone)
        {
            MeasuredRun duck = MeasuredProcess.Itself("link-duckdb", "--file", file, "--model", trained, "--into", Path.Combine(work, "duckdb"));
            string[] counts = [.. duck.Output.Trim().Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture))];
            table.Add("DuckDB, without training", duck.Wall, duck.Cpu, duck.PeakMiB, counts[0], counts[1], counts[2]);
        }

        Directory.Delete(work, recursive: true);
        return table;
    }

    private static void Ours(ResultTable table, string what, int runs, params string[] arguments)
    {
        MeasuredRun run = MeasuredProcess.Median(runs, () => MeasuredProcess.Qingce(["link", .. arguments, "--timings", "--json"]));
        using JsonDocument about = JsonDocument.Parse(run.Output);
        JsonElement root = about.RootElement;
        table.Add(what, run.Wall, run.Cpu, run.PeakMiB, Whole(root, "pairsCompared"), Whole(root, "links"), Whole(root, "persons"));
        foreach (JsonElement stage in root.GetProperty("timings").EnumerateArray())
        {
            table.Add(
                $"- {stage.GetProperty("stage").GetString()}", stage.GetProperty("milliseconds").GetDouble() / 1000, "",
                $"{stage.GetProperty("allocatedBytes").GetInt64() >> 20} allocated", "", "", "");
        }
    }

    private static string Whole(JsonElement about, string name) => about.GetProperty(name).GetInt64().ToString("N0", CultureInfo.InvariantCulture);
}
