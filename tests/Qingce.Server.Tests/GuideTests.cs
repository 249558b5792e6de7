using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Qingce.Server.Tests;

/// <summary>The guide of the server is true: its lines run, one after the other, against the real program.</summary>
public sealed partial class GuideTests
{
    [Theory]
    [InlineData("docs/guide/server.md")]
    [InlineData("docs/guide/zh/server.md")]
    public async Task Lines_OfThePage_Run(string page)
    {
        using TemporaryFolder folder = new();
        await using ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"]);
        string[] lines = [.. Fence().Matches(File.ReadAllText(Path.Combine(Root(), page))).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

        Assert.True(lines.Length > 5);
        foreach (string line in lines)
        {
            ProcessStartInfo start = new("bash", ["-c", $"set -eo pipefail; {line}"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["Q"] = server.Client.BaseAddress!.ToString().TrimEnd('/');
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{line}: {await error}");
        }
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
