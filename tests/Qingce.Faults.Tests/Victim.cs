using System.Diagnostics;
using System.Globalization;
using Qingce.Storage;

namespace Qingce.Faults.Tests;

/// <summary>What came of a run of the process.</summary>
/// <param name="WasKilled">Whether it was killed before its end.</param>
/// <param name="Lines">What it said.</param>
/// <param name="Spoke">From its first line to its last.</param>
internal sealed record VictimRun(bool WasKilled, IReadOnlyList<string> Lines, TimeSpan Spoke)
{
    /// <summary>How many points it passed, when it came to its end.</summary>
    public int Points => int.Parse(Rests("points ").Single(), CultureInfo.InvariantCulture);

    /// <summary>The receipts of what it imported.</summary>
    public IEnumerable<string> Receipts => Rests("receipt ");

    /// <summary>What follows a word at the beginning of lines.</summary>
    public IEnumerable<string> Rests(string word) => Lines.Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[word.Length..]);
}

/// <summary>A process that works on a store and may be killed.</summary>
internal static class Victim
{
    // Out of its own folder: beside the tests some of its libraries would be left to the framework of the tests.
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Qingce.Faults.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Qingce.Faults.Host.dll"));

    /// <summary>Runs the process to its end, or to that of <paramref name="point"/>.</summary>
    /// <param name="store">The store it works on.</param>
    /// <param name="point">Where it is killed.</param>
    /// <param name="work">What it does, and on what.</param>
    /// <param name="shell">A shell command before it, as a limit; may be empty.</param>
    public static async Task<VictimRun> RunAsync(StoreOptions store, KillPoint point, IEnumerable<string> work, string shell = "")
    {
        ProcessStartInfo start = new("sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{shell} exec dotnet \"$0\" \"$@\"");
        foreach (string argument in (IEnumerable<string>)[Program, point.Pass.ToString(CultureInfo.InvariantCulture), store.DataFolder, store.Database ?? "-", .. work])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        List<string> lines = [];
        (long first, long last) = (0, 0);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            last = Stopwatch.GetTimestamp();
            first = first == 0 ? last : first;
            if (lines.Count == point.Line)
            {
                SpinWait spin = default;
                while (Stopwatch.GetElapsedTime(last) < point.After)
                {
                    spin.SpinOnce(sleep1Threshold: -1);
                }

                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string said = await errors;
        Assert.True(process.ExitCode is 0 or 1 or 137, $"{point}: exit code {process.ExitCode}: {said}");
        return new VictimRun(process.ExitCode == 137, lines, Stopwatch.GetElapsedTime(first, last));
    }
}
