using System.Diagnostics;
using System.Globalization;
using Qingce.Storage;

namespace Qingce.Faults.Tests;

/// <summary>A process that works on a store and may be killed.</summary>
internal static class Victim
{
    /// <summary>No point is that far.</summary>
    public const int Never = int.MaxValue;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Qingce.Faults.Host.dll");

    /// <summary>Runs the process to its end.</summary>
    /// <param name="store">The store it works on.</param>
    /// <param name="killAt">The point at which it kills itself.</param>
    /// <param name="killAtLine">The line of its output at which it is killed from outside, 1-based, or <see cref="Never"/>.</param>
    /// <param name="files">The files it imports.</param>
    /// <param name="shell">A shell command before it, as a limit; may be empty.</param>
    /// <returns>Whether it was killed, and what it said.</returns>
    public static async Task<(bool WasKilled, IReadOnlyList<string> Lines)> RunAsync(
        StoreOptions store, int killAt, int killAtLine, IReadOnlyList<string> files, string shell = "")
    {
        ProcessStartInfo start = new("sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{shell} exec dotnet \"$0\" \"$@\"");
        foreach (string argument in (IEnumerable<string>)[Program, killAt.ToString(CultureInfo.InvariantCulture), store.DataFolder, store.Database ?? "-", .. files])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (lines.Count == killAtLine)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string said = await errors;
        Assert.True(process.ExitCode is 0 or 1 or 137, $"exit code {process.ExitCode}: {said}");
        return (process.ExitCode == 137, lines);
    }

    /// <summary>How many points it passed, when it came to its end.</summary>
    public static int Points(IReadOnlyList<string> lines) =>
        int.Parse(lines.Single(line => line.StartsWith("points ", StringComparison.Ordinal))["points ".Length..], CultureInfo.InvariantCulture);
}
