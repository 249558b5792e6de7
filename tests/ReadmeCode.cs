using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Qingce.Tests;

/// <summary>Holds a README's code to that of a test: what readers copy is what was compiled and run.</summary>
internal static partial class ReadmeCode
{
    /// <summary>The C# of a README and the lines of a test's source between its two marks, both without indentation.</summary>
    /// <param name="readme">The README, from the root of the repository.</param>
    /// <param name="source">The test.</param>
    public static (string Readme, string Test) Of(string readme, [CallerFilePath] string source = "")
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Qingce.slnx")))
        {
            root = root.Parent;
        }

        // The compiler may map paths away from where the files lie.
        var file = File.Exists(source) ? source : Directory.EnumerateFiles(Path.Combine(root.FullName, "tests"), Path.GetFileName(source), SearchOption.AllDirectories)
            .Single(path => path.EndsWith(Path.Combine(Path.GetFileName(Path.GetDirectoryName(source)!), Path.GetFileName(source)), StringComparison.Ordinal));
        var code = string.Join("\n", Fence().Matches(File.ReadAllText(Path.Combine(root.FullName, readme))).Select(block => block.Groups[1].Value));
        return (Plain(code), Plain(Marked().Match(File.ReadAllText(file)).Groups[1].Value));
    }

    private static string Plain(string code) => string.Join("\n", code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)));

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("// <readme>\n(.*?)\n *// </readme>", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
