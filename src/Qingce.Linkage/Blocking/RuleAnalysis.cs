namespace Qingce.Linkage;

/// <summary>What a blocking rule would bring together.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Keys">Keys of all rows; a row that lacks a value has none.</param>
/// <param name="Blocks">Keys that two rows and more share.</param>
/// <param name="Pairs">Pairs of rows that share a key, those of other rules counted again.</param>
/// <param name="Oversized">Blocks too large to be compared whole, which a search parts.</param>
/// <param name="InOversized">Pairs within them: what is not compared is among these.</param>
/// <param name="Largest">Its largest blocks, the largest first: how many rows, and the first of them.</param>
public sealed record RuleAnalysis(
    string Rule, long Keys, long Blocks, long Pairs, long Oversized, long InOversized, IReadOnlyList<(int Rows, int FirstRow)> Largest)
{
    private const int LargestTold = 5;

    internal static RuleAnalysis Of(string rule, KeyTable table, int largest)
    {
        long blocks = 0, pairs = 0, oversized = 0, inOversized = 0;
        var order = new EntryOrder();
        var top = new List<(int Rows, int FirstRow)>();
        for (var partition = 0; partition < table.Partitions; partition++)
        {
            var ordered = order.Of(table.Entries(partition));
            foreach (var (from, length) in BlockCounts.Runs(ordered))
            {
                var of = (long)length * (length - 1) / 2;
                blocks++;
                pairs += of;
                (oversized, inOversized) = length > largest ? (oversized + 1, inOversized + of) : (oversized, inOversized);
                if (top.Count < LargestTold || length > top[^1].Rows)
                {
                    top.Add((length, (int)(uint)(ordered[from] & uint.MaxValue)));
                    top.Sort((a, b) => b.Rows != a.Rows ? b.Rows.CompareTo(a.Rows) : a.FirstRow.CompareTo(b.FirstRow));
                    top.RemoveRange(Math.Min(LargestTold, top.Count), Math.Max(0, top.Count - LargestTold));
                }
            }
        }

        return new RuleAnalysis(rule, table.Count, blocks, pairs, oversized, inOversized, top);
    }
}
