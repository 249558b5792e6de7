using System.Diagnostics;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

public sealed class InterruptionTests
{
    [Fact]
    public async Task Simulation_Interrupted_EndsWith130AndLeavesNothing()
    {
        using TemporaryFolder folder = new();
        await AssertInterrupted(folder, "simulate", "--people", "3000000", "--out", folder["out"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Link_Interrupted_EndsWith130AndLeavesTheInputAlone()
    {
        using TemporaryFolder folder = new();
        IEnumerable<string> rows = Enumerable.Range(0, 300_000).Select(row => $"{row},n{row * 7 % 99_991} m{row % 9973},{1950 + row % 60}-{1 + row % 12:00}-{1 + row % 28:00},{row * 31 % 99_989}");
        File.WriteAllLines(folder["people.csv"], rows.Prepend("id,name,born,phone"));
        await AssertInterrupted(folder, "link", folder["people.csv"], "--out", folder["out"]);
        Assert.Equal(folder["people.csv"], Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path)));
    }

    private static async Task AssertInterrupted(TemporaryFolder folder, params string[] arguments)
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using FileSystemWatcher watcher = new(folder.Path);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using Process process = QingceProgram.Start(arguments);
        await Task.WhenAny(begun.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));

        using Process signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted", error);
    }
}
