using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Qingce.Cli.Tests.Samples;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Tests;

/// <summary>The pages are true: their commands run, their links lead somewhere, and they leave nothing out.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Select(page => Path.GetRelativePath(Root, page)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_ToAFile_LeadsToOne(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        IEnumerable<string> targets = Link().Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

        Assert.DoesNotContain(targets, target => !Path.Exists(Path.Combine(folder, target)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("docs/guide/commands.md")]
    [InlineData("docs/guide/columns.md")]
    [InlineData("docs/guide/zh/commands.md")]
    [InlineData("docs/guide/zh/columns.md")]
    [InlineData("docs/guide/linkage.md")]
    [InlineData("docs/guide/zh/linkage.md")]
    public void Commands_OfAPage_Run(string page)
    {
        using TemporaryFolder folder = new();
        Succeed(folder, "./run simulate --people 2000 --seed 5 --format csv --out data");
        Succeed(folder, "./run verify data --out result");
        string finding = File.ReadLines(folder["result/findings.csv"]).ElementAt(1).Split(',')[0].Trim('"', '\uFEFF');
        string text = File.ReadAllText(Path.Combine(Root, page));
        foreach (Match file in JsonFile().Matches(text).Concat(TypedFile().Matches(text)))
        {
            File.WriteAllText(folder[file.Groups[1].Value], file.Groups[2].Value);
        }

        string[] commands = [.. Fence().Matches(text).SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Concat(Inline().Matches(text).Select(inline => inline.Groups[1].Value))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("./run ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];

        Assert.NotEmpty(commands);
        foreach (string command in commands.Where(command => !Placeholder().IsMatch(command)))
        {
            Succeed(folder, command.Replace("疑点编号", finding, StringComparison.Ordinal).Replace("FINDING", finding, StringComparison.Ordinal)
                .Replace("--people 1000000", "--people 2000", StringComparison.Ordinal));
        }
    }

    // A row of headers in a code block has the commas of its file.
    [Fact]
    public void Page_InChinese_HasFullWidthMarks() => Assert.DoesNotMatch(
        "[\\u4E00-\\u9FFF`）][,;:](?! )|[,;:] *[\\u4E00-\\u9FFF（]", string.Join('\n', File.ReadLines(Path.Combine(Root, "README.zh-CN.md")).Where(line => !line.StartsWith("data/register.csv", StringComparison.Ordinal))));

    [Theory]
    [InlineData("docs/guide/columns.md")]
    [InlineData("docs/guide/zh/columns.md")]
    public void Columns_OfEveryFile_AreOnThePage(string page)
    {
        string text = File.ReadAllText(Path.Combine(Root, page));
        string[] results = ["finding_id", "evidence", "text_zh", "text_en", "reason_zh", "reason_en"];

        Assert.DoesNotContain(
            FileShapes.Register.Concat(FileShapes.Changes).Concat(FileShapes.Source).Concat(FileShapes.Coverage),
            field => !Regex.IsMatch(text, $@"^\|.*`{field.Name}`.*\|", RegexOptions.Multiline) || !text.Contains(field.Chinese, StringComparison.Ordinal));
        Assert.DoesNotContain(results, column => !text.Contains($"`{column}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/guide/commands.md")]
    [InlineData("docs/guide/zh/commands.md")]
    public void Commands_AndExitCodes_AreAllOnThePage(string page)
    {
        string text = File.ReadAllText(Path.Combine(Root, page));
        string[] commands = [.. HelpCommand().Matches(QingceProgram.Run("--help", "--lang", "en").Output.Split("Commands:")[1]).Select(line => line.Groups[1].Value)];

        Assert.Contains("verify", commands);
        Assert.DoesNotContain(commands, command => !Regex.IsMatch(text, $"^## {command}", RegexOptions.Multiline));
        Assert.DoesNotContain(
            new[] { ExitCode.Done, ExitCode.Usage, ExitCode.InputUnreadable, ExitCode.TooManyRejects, ExitCode.OutputNotWritten, ExitCode.Fault, ExitCode.Interrupted },
            code => !text.Contains($"\n| {code} |", StringComparison.Ordinal));
    }

    private static void Succeed(TemporaryFolder folder, string command)
    {
        ProcessStartInfo start = new("dotnet", [QingceProgram.Dll, .. Word().Matches(command["./run ".Length..]).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command}: {process.ExitCode}: {error.GetAwaiter().GetResult()}");
        Assert.True(!command.Contains(" find ", StringComparison.Ordinal) || output.Contains("1 of 1 record has a match", StringComparison.Ordinal), output);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // Compiled paths may be mapped away from where the files lie, so that the folder is looked for from where the test runs too.
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

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```json (\\S+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonFile();

    [GeneratedRegex("^cat > (\\S+) <<'END'\n(.*?)^END$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TypedFile();

    [GeneratedRegex("(?:[^\\s\"]|\"[^\"]*\")+")]
    private static partial Regex Word();

    [GeneratedRegex(@"`(\./run [^`]+)`")]
    private static partial Regex Inline();

    // What stands for any command or file is no command.
    [GeneratedRegex("COMMAND|命令|--people N|FILE|DIR")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^  ([a-z]+)\s", RegexOptions.Multiline)]
    private static partial Regex HelpCommand();
}
