namespace Qingce.Bench.Accuracy;

/// <summary>How many pairs of records of two people who are kin were taken for one.</summary>
internal static class KinMerged
{
    /// <summary>Counts them.</summary>
    /// <param name="path">A file as <see cref="PopulationSet"/> writes it: entity and kin are its last columns. Another file has no kin.</param>
    /// <param name="clusters">The cluster of each row.</param>
    public static Dictionary<Kin, (int Pairs, int Merged)> Of(string path, int[] clusters)
    {
        Dictionary<Kin, (int Pairs, int Merged)> counts = [];
        string[] lines = File.ReadAllLines(path);
        if (!lines[0].EndsWith(",entity,kin", StringComparison.Ordinal))
        {
            return counts;
        }

        string[][] ends = [.. lines.Skip(1).Select(line => line.Split(',')[^2..])];
        ILookup<string, int> rows = Enumerable.Range(0, ends.Length).ToLookup(row => ends[row][0]);
        foreach (IGrouping<string, int> entity in rows)
        {
            foreach (string[] kin in ends[entity.First()][1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => k.Split(':')))
            {
                Kin kind = Enum.Parse<Kin>(kin[1]);
                foreach ((int one, int other) in entity.SelectMany(one => rows[kin[0]].Select(other => (one, other))))
                {
                    (int pairs, int merged) = counts.GetValueOrDefault(kind);
                    counts[kind] = (pairs + 1, merged + (clusters[one] == clusters[other] ? 1 : 0));
                }
            }
        }

        return counts;
    }
}
