using System.Text;
using Qingce.Tests;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Code_IsThatOfTheTestBelow()
    {
        var (readme, test) = ReadmeCode.Of("src/Qingce.Linkage.Chinese/README.md");

        Assert.Equal(test.Replace("[file]", "[\"people.csv\"]", StringComparison.Ordinal).Replace("told.Add(", "Console.WriteLine(", StringComparison.Ordinal), readme);
    }

    [Fact]
    public void Readme_Code_FindsTheSecondRegistration()
    {
        var file = Path.GetTempFileName();
        var told = new List<string>();
        File.WriteAllText(file, """
            编号,姓名,出生日期,公民身份号码
            甲1,张小红,1949-12-31,11010519491231002X
            甲2,李伟,1988-01-01,440524188001010014
            甲3,张晓红,1949-12-31,11010519491231002X
            """);

#pragma warning disable xUnit1051 // Readers of the README have no test to cancel.
        // <readme>
        PersonHeaders headers = new() { Name = "姓名", Birth = "出生日期", Number = "公民身份号码" };
        LinkageModel model = PersonModel.Of(headers);
        LinkTable table = LinkTableReader.Read([("people", [file])], "编号", model.Columns!, ChineseWords.Vocabulary, threads: 2);
        Linker linker = new(table, ChineseWords.Vocabulary, new SearchOptions());
        foreach (ScoredPair pair in linker.Find(model, threshold: 0).Pairs)
        {
            told.Add($"{Encoding.UTF8.GetString(table.Keys[pair.Left])} {Encoding.UTF8.GetString(table.Keys[pair.Right])} {pair.Weight:0.0}");
        }

        // </readme>
#pragma warning restore xUnit1051
        File.Delete(file);
        Assert.StartsWith("甲1 甲3 ", Assert.Single(told));
    }
}
