using System.Diagnostics;
using System.Globalization;

namespace Qingce.Bench;

/// <summary>What a command cost from its start to its exit.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processor time, all threads together.</param>
/// <param name="PeakMiB">Largest resident memory in MiB, sampled every 20 ms from /proc.</param>
/// <param name="Output">What it printed.</param>
internal sealed record MeasuredRun(double Wall, double Cpu, double PeakMiB, string Output);

/// <summary>Runs the command line as a user does, and measures the whole process.</summary>
internal static class MeasuredProcess
{
    private const double ClockTicksPerSecond = 100;

    public static string RepositoryRoot { get; } = FindRoot();

    public static string DataFolder(BenchArguments arguments) =>
        Path.Combine(RepositoryRoot, "artifacts", "bench", $"province-{arguments.People}-{arguments.Seed}");

    /// <summary>The run with the median wall time.</summary>
    public static MeasuredRun Median(int runs, Func<MeasuredRun> run)
    {
        MeasuredRun[] all = [.. Enumerable.Range(0, runs).Select(_ => run()).OrderBy(r => r.Wall)];
        return all[all.Length / 2];
    }

    public static MeasuredRun Qingce(params string[] args) => Run(Path.Combine(RepositoryRoot, "run"), args);

    /// <summary>Runs this program with other arguments.</summary>
    public static MeasuredRun Itself(params string[] args) => Run(Environment.ProcessPath!, args);

    private static MeasuredRun Run(string program, string[] args)
    {
        ProcessStartInfo start = new(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot,
        };
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        Stopwatch clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        double peak = 0;
        double cpu = 0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakMemory(process.Id));
            cpu = Math.Max(cpu, ProcessorTime(process.Id));
        }

        double wall = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        string printed = output.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? new MeasuredRun(wall, cpu, peak, printed)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', args)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}{printed}");
    }

    private static double PeakMemory(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // The process ended between two looks.
        }
    }

    /// <summary>Processor seconds of a process so far; 0 when it has ended.</summary>
    public static double ProcessorTime(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / ClockTicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Qingce.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmark runs from within the repository.");
    }
}
