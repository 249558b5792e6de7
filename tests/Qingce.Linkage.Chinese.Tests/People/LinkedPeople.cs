using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>Invented people linked without labels, and how well.</summary>
internal sealed class LinkedPeople
{
    private readonly List<Person> _records;
    private readonly HashSet<int> _numbered;

    public LinkedPeople(Invented people, PersonHeaders headers)
    {
        _records = people.Records;
        var table = TableOf(_records, headers);
        var linker = new Linker(table, ChineseWords.Vocabulary, new SearchOptions { Threads = 2 });
        Training = linker.Train(PersonModel.Of(headers));
        Linker = linker;
        var pairs = linker.Find(Training.Model, 0).Pairs;
        var options = new ClusterOptions { Weight = (a, b) => linker.Explain(Training.Model, a, b).Sum(s => s.Weight) };
        Pairs = [.. RowClusters.Find(table.Rows, pairs, options).Clustering!.Groups().SelectMany(g => g.SelectMany(a => g.Where(b => b > a).Select(b => (a, b))))];
        _numbered = headers.Number is null ? [.. _records.Select(r => r.Id)] : [.. _records.DistinctBy(r => r.Id).Where(r => CitizenNumber.Read(r.Number).IsValid && !r.Number.EndsWith("000", StringComparison.Ordinal)).Select(r => r.Id)];
        var all = _records.GroupBy(r => r.Id).Sum(g => g.Count() * (g.Count() - 1L) / 2);
        var right = Pairs.Count(p => _records[p.Left].Id == _records[p.Right].Id);
        Precision = right / Math.Max(1d, Pairs.Count);
        Recall = right / (double)all;
        Merged = Enum.GetValues<Kinship>().ToDictionary(k => k, k => ShareMerged(people, k));
    }

    public static PersonHeaders AllColumns { get; } = new() { Name = "name", Number = "number", Birth = "born", Sex = "sex", Phone = "phone", Address = "address" };

    public TrainingResult Training { get; }

    public Linker Linker { get; }

    public IReadOnlyList<(int Left, int Right)> Pairs { get; }

    public double Precision { get; }

    public double Recall { get; }

    /// <summary>Of the pairs of people of each kind whose first records have numbers, the share whose first records were linked.</summary>
    public Dictionary<Kinship, double> Merged { get; }

    /// <summary>What was linked or missed wrongly, for a person to read.</summary>
    public string Describe(int most)
    {
        var text = new StringBuilder();
        text.AppendLine($"precision {Precision:F4} recall {Recall:F4} " + string.Join(' ', Merged.Select(m => $"{m.Key} {m.Value:P2}")));
        foreach (var pair in Pairs.Where(p => _records[p.Left].Id != _records[p.Right].Id).OrderByDescending(p => _records[p.Left].Number.Length + _records[p.Right].Number.Length).Take(most))
        {
            Append(text.AppendLine("wrong:"), pair.Left, pair.Right);
        }

        var found = Pairs.ToHashSet();
        var missed = _records.Select((r, i) => (r, i)).GroupBy(x => x.r.Id).SelectMany(g => g.SelectMany(a => g.Where(b => b.i > a.i && !found.Contains((a.i, b.i))).Select(b => (a.i, b.i))));
        foreach (var (left, right) in missed.Take(most))
        {
            Append(text.AppendLine("missed:"), left, right);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, int left, int right)
    {
        text.AppendLine($"  {_records[left]}").AppendLine($"  {_records[right]}");
        text.AppendLine("  " + string.Join("; ", Linker.Explain(Training.Model, left, right).Select(s => $"{s.Comparison} {s.Level} {s.Weight:F1}")));
    }

    private double ShareMerged(Invented people, Kinship kinship)
    {
        var first = _records.Select((r, i) => (r.Id, Row: i)).DistinctBy(r => r.Id).Select(r => r.Row).ToHashSet();
        var merged = Pairs.Where(p => first.Contains(p.Left) && first.Contains(p.Right)).Select(p => (_records[p.Left].Id, _records[p.Right].Id)).ToHashSet();
        var pairs = people.Apart.Where(p => p.Value == kinship && _numbered.Contains(p.Key.Item1) && _numbered.Contains(p.Key.Item2)).Select(p => p.Key).ToList();
        return pairs.Count == 0 ? 0 : pairs.Count(merged.Contains) / (double)pairs.Count;
    }

    private static LinkTable TableOf(List<Person> records, PersonHeaders headers)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, records.Select((r, i) => $"{i},{r.Name},{r.Sex},{r.Born},{r.Number},{r.Phone},{r.Address},{r.Former}").Prepend("id,name,sex,born,number,phone,address,former"));
            return LinkTableReader.Read([("people", [file])], "id", PersonModel.Of(headers).Columns!, ChineseWords.Vocabulary, 2);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
