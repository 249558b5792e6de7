using System.Text.Json;

namespace Qingce.Bench;

/// <summary>A verification without linkage, stage by stage, and DuckDB reading the same files in the same run.</summary>
internal static class VerifyRun
{
    private const string WithoutLinkage = "I02,I03,I04,I05,I06,I07,I08,I09,I10,I11,I12";

    public static ResultTable Measure(BenchArguments arguments)
    {
        string data = MeasuredProcess.DataFolder(arguments);
        if (!Directory.Exists(data))
        {
            SimulateRun.Make(arguments);
        }

        string result = $"{data}-result";
        MeasuredRun run = MeasuredProcess.Median(
            arguments.Runs,
            () => MeasuredProcess.Qingce("verify", data, "--out", result, "--only", WithoutLinkage, "--timings"));

        ResultTable table = new($"verify without linkage, {arguments.People:N0} people with their sources, Parquet", "what", "wall s", "cpu s", "peak MiB");
        table.Add("verify, whole process", run.Wall, run.Cpu, run.PeakMiB);
        using (JsonDocument timings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(result, "timings.json"))))
        {
            // Stages are flat: an indicator's own time lies within the stage that ran it.
            foreach (JsonElement stage in timings.RootElement.EnumerateArray())
            {
                table.Add(
                    $"- {stage.GetProperty("name").GetString()}",
                    stage.GetProperty("milliseconds").GetDouble() / 1000,
                    "",
                    $"{stage.GetProperty("allocatedBytes").GetInt64() / 1048576} allocated");
            }
        }

        foreach ((string what, double seconds) in DuckDbReading.Measure(data))
        {
            table.Add(what, seconds, "", "");
        }

        return table;
    }
}
