using System.Diagnostics;
using System.Globalization;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;

namespace Qingce.Bench.Accuracy;

/// <summary>How well sets of known entities are linked without any set-up, and what parts of the method bring.</summary>
internal static class LinkAccuracyRun
{
    private const string FebrlId = "rec_id", KinColumn = "kin", Models = "docs/guide/models";
    private static readonly string[] Entities = ["cluster", "ent_id", "entity", FebrlId];

    private static readonly (string Name, Choices Choices)[] Methods =
    [
        ("all", new Choices()),
        ("no frequencies", new Choices(Frequency: false)),
        ("no refinement", new Choices(Refinement: false)),
        ("no dependence", new Choices(Dependence: false)),
        ("no Chinese knowledge", new Choices(Chinese: false)),
        ("written model", new Choices(Written: true)),
    ];

    /// <summary>Measures every set of a folder and the invented ones.</summary>
    /// <param name="data">Folder of CSV files with a column cluster, ent_id or entity, or FEBRL record ids; empty for the invented sets alone.</param>
    /// <param name="seed">Seed of the invented sets.</param>
    public static (ResultTable Sets, ResultTable Ablation, ResultTable Kin) Measure(string data, int seed)
    {
        ResultTable kin = new("Pairs of people of one household that were taken for one", ["set", .. Enum.GetNames<Kin>()]);
        ResultTable sets = new("Pairwise accuracy without set-up", "set", "rows", "pairs compared", "precision", "recall", "F1", "s");
        ResultTable ablation = new("F1 without parts of the method", ["set", .. Methods.Select(m => m.Name)]);
        string scratch = Directory.CreateTempSubdirectory("qingce-accuracy").FullName;
        foreach ((string name, string path, string entity) in SetsOf(data, scratch, seed))
        {
            Outcome?[] outcomes = [.. Methods.Select(m => Applies(m.Choices, name, path) ? Link(path, entity, m.Choices, ModelOf(name)) : null)];
            PairwiseAccuracy all = outcomes[0]!.Accuracy;
            sets.Add(name, outcomes[0]!.Rows, outcomes[0]!.Compared, Exact(all.Precision), Exact(all.Recall), Exact(all.F1), outcomes[0]!.Seconds);
            string[] scores = [.. outcomes.Select(o => o is null ? "" : Exact(o.Accuracy.F1))];
            ablation.Add([name, .. scores]);
            Console.Error.WriteLine($"{name}: F1 {string.Join(' ', scores)}");
            if (KinMerged.Of(path, outcomes[0]!.Clusters) is { Count: > 0 } merged)
            {
                kin.Add([name, .. Enum.GetValues<Kin>().Select(k => merged.GetValueOrDefault(k) is { Pairs: > 0 } of ? $"{of.Merged} of {of.Pairs}" : "")]);
            }
        }

        Directory.Delete(scratch, recursive: true);
        return (sets, ablation, kin);
    }

    private static string Exact(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Path, string Entity)> SetsOf(string data, string scratch, int seed)
    {
        string[] files = data.Length == 0 ? [] : Directory.GetFiles(data, "*.csv");
        foreach (string path in files.Order(StringComparer.Ordinal))
        {
            string[] header = [.. File.ReadLines(path).First().Split(',').Select(h => h.Trim())];
            if (Entities.FirstOrDefault(header.Contains) is { } entity)
            {
                yield return (Path.GetFileNameWithoutExtension(path), path, entity);
            }
        }

        foreach (InventedSet set in InventedSet.All)
        {
            string path = Path.Combine(scratch, $"{set.Name}.csv");
            set.Write(path, seed);
            yield return ($"invented, {set.Name}", path, "entity");
        }

        foreach (PopulationSet set in PopulationSet.All)
        {
            string path = Path.Combine(scratch, $"{set.Name}.csv");
            set.Write(path, seed);
            yield return ($"households, {set.Name}", path, "entity");
        }
    }

    private static bool Applies(Choices choices, string name, string path) =>
        (choices.Chinese || File.ReadLines(path).Take(20).Any(line => line.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))) && (!choices.Written || ModelOf(name) is not null);

    // febrl1 to 3 have one model.
    private static string? ModelOf(string name) =>
        Path.Combine(Models, $"{(name.StartsWith("febrl", StringComparison.Ordinal) ? "febrl" : name)}.json") is var path && File.Exists(path) ? path : null;

    private static Outcome Link(string path, string entity, Choices choices, string? written)
    {
        LinkageVocabulary vocabulary = choices.Chinese ? ChineseWords.Vocabulary : LinkageVocabulary.General;
        (string Name, IReadOnlyList<string> Files)[] sources = [("set", [path])];
        long started = Stopwatch.GetTimestamp();
        ModelProposal proposal = ModelProposal.Of(
            sources, vocabulary, new ProposalOptions { Ignored = entity == FebrlId ? [KinColumn] : [entity, KinColumn], WeighsDependence = choices.Dependence });
        LinkageModel start = choices.Written ? LinkageModel.Read(File.ReadAllBytes(written!)) : proposal.Model;
        LinkageModel model = choices.Frequency ? start : WithoutFrequencies(start);
        LinkTable table = LinkTableReader.Read(sources, proposal.IdColumn, model.Columns!, vocabulary, Environment.ProcessorCount);
        Linker linker = new(table, vocabulary, new SearchOptions());
        model = linker.Train(model).Model;
        double bits = MatchWeight.FromProbability(model.Threshold ?? 0.5).Bits;
        PairSearchResult found = linker.Find(model, bits);
        PairEvidence evidence = linker.Evidence(model);
        ClusterOptions clustering = new() { Threshold = bits, Refine = choices.Refinement, Weight = evidence.Weight, WeightThrough = evidence.WeightThrough };
        Clustering clusters = RowClusters.Find(table.Rows, found.Pairs, clustering).Clustering!;
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Outcome(table.Rows, found.Passes.Sum(p => p.Compared), PairwiseAccuracy.Of(clusters.Clusters, Reference(path, entity)), clusters.Clusters.ToArray(), seconds);
    }

    // The entity stands before every quoted field or after all of them, so a split at commas finds it from its end of the line.
    private static int[] Reference(string path, string entity)
    {
        string[] lines = File.ReadAllLines(path);
        string[] header = lines[0].Split(',');
        int at = Array.FindIndex(header, h => h.Trim() == entity);
        IEnumerable<string> values = lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(v => at == 0 ? v[0] : v[^(header.Length - at)]);
        return ReferenceEntities.Number(values.Select(v => entity == FebrlId ? string.Join('-', v.Split('-').Take(2)) : v));
    }

    private static LinkageModel WithoutFrequencies(LinkageModel model) => model with
    {
        Comparisons = [.. model.Comparisons.Select(c => c with { Levels = [.. c.Levels.Select(l => l with { Frequency = 0 })] })],
    };

    /// <summary>What is left out to see what it brings.</summary>
    private sealed record Choices(bool Frequency = true, bool Refinement = true, bool Dependence = true, bool Chinese = true, bool Written = false);

    private sealed record Outcome(int Rows, long Compared, PairwiseAccuracy Accuracy, int[] Clusters, double Seconds);
}
