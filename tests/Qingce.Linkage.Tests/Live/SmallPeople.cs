using CsCheck;

namespace Qingce.Linkage.Tests;

/// <summary>Records of few values, so that many are alike, with texts that stand in cells and others that do not, and missing ones.</summary>
internal static class SmallPeople
{
    private static readonly string[] Names = ["anna", "anne", "hanna", "berta", "bertha", "carl", "karl", "", "maximiliana theodora of the hill"];
    private static readonly string[] Streets = ["long street number 1, first floor", "long street number 1, first flor", "other road 22, in the yard", "", "short"];

    /// <summary>A trained model of the columns; all comparisons take frequencies.</summary>
    public static LinkageModel Model { get; } = new()
    {
        Name = "small",
        MatchesPerRow = 0.2,
        Columns = [.. new[] { "name", "street", "born" }.Select(c => new ModelColumn { Name = c, Kind = "text" })],
        Comparisons = [Compared("name"), Compared("street"), Compared("born")],
        Blocking =
        [
            new BlockingRule { Parts = [new("born")] },
            new BlockingRule { Parts = [new("name", "first-2")] },
            new BlockingRule { Parts = [new("street")] },
        ],
    };

    public static Gen<string[]> Values { get; } = Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Gen.Int[0, Streets.Length - 1].Select(i => Streets[i]), Gen.Int[1, 12].Select(n => n > 10 ? "" : $"19{n:00}"))
        .Select((name, street, born) => new[] { name, street, born });

    public static LinkTable ToTable(IEnumerable<KeyValuePair<string, string[]>> records, LinkageModel? model = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            model ??= Model;
            var header = string.Join(',', model.Columns!.Select(c => c.Name).Prepend("id"));
            File.WriteAllLines(file, records.Select(r => string.Join(',', r.Value.Prepend(r.Key).Select(v => $"\"{v}\""))).Prepend(header));
            return LinkTableReader.Read([("people", [file])], "id", model.Columns!, LinkageVocabulary.General, 1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>An index of a table.</summary>
    public static LinkIndex Index(string folder, LinkTable table, LinkageModel? model = null, LinkIndexOptions? options = null) => LinkIndex.Create(
        folder, table, model ?? Model, LinkageVocabulary.General, options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>What a batch run finds, each pair both ways round.</summary>
    public static Dictionary<(string Left, string Right), double> Batch(LinkTable table, LinkageModel model, int largestBlock, double threshold)
    {
        var options = new SearchOptions { Threads = 1, LargestBlock = largestBlock };
        var found = new Dictionary<(string, string), double>();
        foreach (var pair in new Linker(table, LinkageVocabulary.General, options).Find(model, threshold, cancellationToken: TestContext.Current.CancellationToken).Pairs)
        {
            var (left, right) = (IdOf(table, pair.Left), IdOf(table, pair.Right));
            (found[(left, right)], found[(right, left)]) = (pair.Weight, pair.Weight);
        }

        return found;
    }

    /// <summary>What an index finds for all its records.</summary>
    public static Dictionary<(string Left, string Right), double> Live(LinkIndex index, IEnumerable<string> ids, double threshold)
    {
        var found = new Dictionary<(string, string), double>();
        foreach (var id in ids)
        {
            foreach (var match in index.FindOthers(id, threshold)!.Matches)
            {
                found.Add((id, match.Id), match.Weight);
            }
        }

        return found;
    }

    public static string IdOf(LinkTable table, int row) => System.Text.Encoding.UTF8.GetString(table.Keys[row]);

    private static Comparison Compared(string column) => new()
    {
        Name = column,
        Levels =
        [
            new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.8, U = 0.1, Frequency = 1 },
            new ComparisonLevel { Name = "close", When = new LevelCondition { Measure = "jaro-winkler", Bound = 0.85 }, M = 0.15, U = 0.1, Frequency = 0.5 },
            new ComparisonLevel { Name = "different", M = 0.05, U = 0.8 },
        ],
    };
}
