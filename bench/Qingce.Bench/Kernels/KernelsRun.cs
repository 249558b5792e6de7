using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Qingce.Bench.Kernels;

/// <summary>The innermost functions by BenchmarkDotNet, in one table.</summary>
internal static class KernelsRun
{
    private static readonly string[] AllOfThem = ["--filter", "*"];

    // A project made for the measurement would look for one that is called like the program.
    private static readonly Job InThisProcess = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);

    /// <param name="args">BenchmarkDotNet's arguments; none: every kernel.</param>
    public static ResultTable Measure(string[] args)
    {
        ResultTable table = new("innermost functions, by BenchmarkDotNet", "kernel", "of", "mean ns", "± ns (99.9 %)", "bytes allocated");
        IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(KernelsRun).Assembly).Run(
            args.Length == 0 ? AllOfThem : args, DefaultConfig.Instance.AddJob(InThisProcess).WithOptions(ConfigOptions.DisableLogFile));
        foreach (BenchmarkReport report in summaries.SelectMany(summary => summary.Reports).Where(report => report.ResultStatistics is not null))
        {
            table.Add(
                $"{report.BenchmarkCase.Descriptor.Type.Name}.{report.BenchmarkCase.Descriptor.WorkloadMethod.Name}",
                string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Value}"))),
                report.ResultStatistics!.Mean,
                report.ResultStatistics.ConfidenceInterval.Margin,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        }

        return table;
    }
}
