namespace Qingce.Bench;

internal static class SimulateRun
{
    public static ResultTable Measure(BenchArguments arguments)
    {
        ResultTable table = new($"simulate, {arguments.People:N0} people, all sources, Parquet", "wall s", "cpu s", "peak MiB", "MiB on disk");
        MeasuredRun run = MeasuredProcess.Median(arguments.Runs, () => Make(arguments));
        long bytes = new DirectoryInfo(MeasuredProcess.DataFolder(arguments)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        table.Add(run.Wall, run.Cpu, run.PeakMiB, bytes / 1048576.0);
        return table;
    }

    /// <summary>Makes the province anew in its folder under artifacts/bench.</summary>
    public static MeasuredRun Make(BenchArguments arguments) => MeasuredProcess.Qingce(
        "simulate", "--people", $"{arguments.People}", "--seed", $"{arguments.Seed}", "--out", MeasuredProcess.DataFolder(arguments));
}
