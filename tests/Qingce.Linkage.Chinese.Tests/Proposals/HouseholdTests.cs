using Qingce.Bench.Accuracy;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>Linkage with no set-up where people live together: at seeds that nothing was tuned on, the people of a household stay apart.</summary>
public sealed class HouseholdTests
{
    // Twins without numbers whose names are one sound are two of a hundred, and of those whose name is missing nothing tells which one it is; father and son of one name, of whom one lacks the birth date, are one to anybody.
    [Theory]
    [InlineData("en full", 0.93, 0.03)]
    [InlineData("en names", 0.94, 0.03)]
    [InlineData("de split", 0.9, 0.03)]
    [InlineData("zh number", 0.97, 0.001)]
    [InlineData("zh plain", 0.93, 0.05)]
    [InlineData("zh two", 0.93, 0.1)]
    [InlineData("zh default", 0.96, 0.02)]
    public void Link_PeopleOfOneHousehold_StayApart(string name, double leastF1, double mostTwins)
    {
        var set = PopulationSet.All.Single(s => s.Name == name) with { Rows = 3000 };
        using var folder = new TemporaryFile();
        set.Write(folder.Path, 90_001);

        var (accuracy, merged) = Link(folder.Path);

        var told = $"precision {accuracy.Precision:F4} recall {accuracy.Recall:F4} F1 {accuracy.F1:F4} {string.Join(", ", merged.Select(m => $"{m.Key} {m.Value}"))}";
        Assert.True(accuracy.F1 >= leastF1, told);
        Assert.True(Share(merged, Kin.Twin) <= mostTwins, told);
        Assert.True(Share(merged, Kin.Parent) <= 0.005 && Share(merged, Kin.Sibling) <= 0.005 && Share(merged, Kin.Spouse) <= 0.005, told);
    }

    private static double Share(Dictionary<Kin, (int Pairs, int Merged)> merged, Kin kin) =>
        merged.GetValueOrDefault(kin) is { Pairs: > 0 } of ? of.Merged / (double)of.Pairs : 0;

    private static (PairwiseAccuracy Accuracy, Dictionary<Kin, (int Pairs, int Merged)> Merged) Link(string path)
    {
        (string Name, IReadOnlyList<string> Files)[] sources = [("set", [path])];
        var proposal = ModelProposal.Of(sources, ChineseWords.Vocabulary, new ProposalOptions { Ignored = ["entity", "kin"] });
        var table = LinkTableReader.Read(sources, proposal.IdColumn, proposal.Model.Columns!, ChineseWords.Vocabulary, 2);
        var linker = new Linker(table, ChineseWords.Vocabulary, new SearchOptions { Threads = 2 });
        var model = linker.Train(proposal.Model).Model;
        var pairs = linker.Find(model, 0).Pairs;
        var evidence = linker.Evidence(model);
        var clusters = RowClusters.Find(table.Rows, pairs, new ClusterOptions { Weight = evidence.Weight, WeightThrough = evidence.WeightThrough }).Clustering!.Clusters;
        var entities = File.ReadLines(path).Skip(1).Select(line => line.Split(',')[^2]);
        return (PairwiseAccuracy.Of(clusters, ReferenceEntities.Number(entities)), KinMerged.Of(path, clusters.ToArray()));
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
