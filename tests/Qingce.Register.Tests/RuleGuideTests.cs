using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Qingce.Register.Tests;

/// <summary>The guide lists every rule by its code, and no other.</summary>
public sealed partial class RuleGuideTests
{
    // What a reviewer says of two registrations without changing either is judged where it is stored.
    private static readonly string[] SaidOfPersons = ["decided-same", "same-is-merged"];

    [Theory]
    [InlineData("docs/guide/changes.md")]
    [InlineData("docs/guide/zh/changes.md")]
    public void Guide_ListsEveryRuleAndKind(string page)
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", page));
        IEnumerable<string> codes = typeof(RegisterRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RegisterRule)))
            .Select(type => ((RegisterRule)RuntimeHelpers.GetUninitializedObject(type)).Code)
            .Concat(SaidOfPersons).Distinct();

        Assert.Equal(codes.Order(), Row().Matches(text).Select(match => match.Groups[1].Value).Where(code => code.Contains('-')).Order());
        Assert.All(ChangeKinds.List.Codes, kind => Assert.Contains($"`{ChangeKinds.List.Token(kind)}`", text));
    }

    [GeneratedRegex(@"^\| `([a-z_-]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
