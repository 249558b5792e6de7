using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Qingce.Server.Tests;

/// <summary>The guide of the server is true: its lines run, one after the other in one shell, against the real program.</summary>
public sealed partial class GuideTests
{
    [Theory]
    [InlineData("docs/guide/server.md", true, "-exo pipefail")]
    [InlineData("docs/guide/server.md", false, "-ex")]
    [InlineData("docs/guide/zh/server.md", true, "-ex")]
    [InlineData("docs/guide/zh/server.md", false, "-exo pipefail")]
    public async Task Lines_OfThePage_Run(string page, bool onDemo, string options)
    {
        using TemporaryFolder folder = new();
        await using ServerProcess server = await ServerProcess.StartAsync(["--data", folder["data"], .. onDemo ? ["--demo"] : Array.Empty<string>()]);
        string[] lines = [.. Fence().Matches(File.ReadAllText(Path.Combine(Root(), page))).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

        Assert.True(lines.Length > 5);
        Assert.Equal("Q=http://127.0.0.1:5080", lines[0]);
        lines[0] = $"Q={server.Client.BaseAddress!.ToString().TrimEnd('/')}";
        ProcessStartInfo start = new("timeout", ["120", "bash", "-c", $"set {options}\n{string.Join('\n', lines)}"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
    }

    private static string Root([CallerFilePath] string here = "")
    {
        foreach (string from in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(here)!])
        {
            for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Qingce.slnx")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("The repository is not above the test.");
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
