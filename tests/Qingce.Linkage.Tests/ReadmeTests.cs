using Qingce.Tests;

namespace Qingce.Linkage.Tests;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Code_IsThatOfTheTestBelow()
    {
        var (readme, test) = ReadmeCode.Of("src/Qingce.Linkage/README.md");

        Assert.Equal(
            test.Replace("[file]", "[\"people.csv\"]", StringComparison.Ordinal).Replace("(folder.Folder", "(\"people.index\"", StringComparison.Ordinal)
                .Replace("told.Add(step.ToString())", "Console.WriteLine(step)", StringComparison.Ordinal).Replace("told.Add(", "Console.WriteLine(", StringComparison.Ordinal)
                .Replace("var values = ValuesOf(model);\n", "", StringComparison.Ordinal),
            readme);
    }

    [Fact]
    public async Task Readme_Code_LinksAndFinds()
    {
        using var folder = new TemporaryFolder();
        var file = Path.GetTempFileName();
        var told = new List<string>();
        File.WriteAllLines(file, Enumerable.Range(0, 600).Select(i => $"r{i},{Name(i)},19{30 + i % 400 % 60}-0{1 + i % 400 % 9}-1{i % 10},{500 + i % 400} long road").Prepend("id,name,born,address"));

#pragma warning disable xUnit1051 // Readers of the README have no test to cancel.
        // <readme>
        // A model of the columns, made by looking at them; the same file gives the same model.
        (string, IReadOnlyList<string>)[] files = [("people", [file])];
        ModelProposal proposal = ModelProposal.Of(files, LinkageVocabulary.General);
        LinkTable table = LinkTableReader.Read(files, proposal.IdColumn, proposal.Model.Columns!, LinkageVocabulary.General, threads: 2);

        // Trained on the table itself, without labels.
        Linker linker = new(table, LinkageVocabulary.General, new SearchOptions());
        LinkageModel model = linker.Train(proposal.Model).Model;

        // All pairs from even odds on, and who is who.
        double threshold = MatchWeight.FromProbability(0.5).Bits;
        IReadOnlyList<ScoredPair> pairs = linker.Find(model, threshold).Pairs;
        Clustering persons = RowClusters.Find(table.Rows, pairs, new ClusterOptions { Threshold = threshold }).Clustering!;
        told.Add($"{table.Rows} rows, {persons.Count} persons");

        // Why two rows are one person.
        foreach (EvidenceStep step in linker.Explain(model, pairs[0].Left, pairs[0].Right))
        {
            told.Add(step.ToString());
        }

        // One record against all of them, now and later, with the same weights.
        var values = ValuesOf(model);
        using LinkIndex index = LinkIndex.Create(folder.Folder, table, model, LinkageVocabulary.General);
        await index.PutAsync("new", values);
        IndexFinding found = index.Find(values, threshold);

        // </readme>
#pragma warning restore xUnit1051
        File.Delete(file);
        Assert.StartsWith("600 rows, ", told[0]);
        Assert.InRange(persons.Count, 300, 599);
        Assert.Contains("new", found.Matches.Select(m => m.Id));
    }

    // Two in three rows have a second one.
    private static string Name(int row) => $"{new[] { "anna", "berta", "carl", "dora", "emil" }[row % 400 % 5]} of place {row % 400}";

    private static string?[] ValuesOf(LinkageModel model) => [.. model.Columns!.Select(c => c.Header switch
    {
        "name" => "dora of place 3",
        "born" => "1933-04-13",
        "address" => "503 long road",
        _ => null,
    })];
}
