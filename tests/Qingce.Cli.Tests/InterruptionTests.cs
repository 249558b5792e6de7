using System.Diagnostics;
using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

public sealed class InterruptionTests
{
    [Fact]
    public async Task Simulation_Interrupted_EndsWith130AndLeavesNothing()
    {
        using TemporaryFolder folder = new();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using FileSystemWatcher watcher = new(folder.Path);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using Process process = QingceProgram.Start("simulate", "--people", "3000000", "--out", folder["out"]);
        await Task.WhenAny(begun.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));

        using Process signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted", error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
