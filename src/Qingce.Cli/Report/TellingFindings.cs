using System.Text;
using Qingce.Cli.Results;
using Qingce.Tables;

namespace Qingce.Cli.Report;

/// <summary>
/// Picks the findings a reader learns most from: weights compare only within an indicator, so the strongest of each indicator and
/// leading cause are taken in turn. The pick does not depend on the order of the file.
/// </summary>
internal static class TellingFindings
{
    private const int KeptPerCause = 24;

    /// <summary>Picks reportable findings.</summary>
    /// <param name="path">findings.parquet.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>The first of each indicator, then the second of each, and so on.</returns>
    public static IReadOnlyList<FindingRow> Pick(string path, int count)
    {
        Dictionary<(string, string), List<Candidate>> causes = [];
        long at = 0;
        FindingTable.Visit(path, (batch, row) =>
        {
            at++;
            if (!FindingTable.IsReportable(batch, row))
            {
                return;
            }

            string indicator = FindingTable.Text(batch[FindingTable.Indicator], row);
            string cause = LeadingCause(batch[FindingTable.Evidence], row);
            if (!causes.TryGetValue((indicator, cause), out List<Candidate>? kept))
            {
                causes.Add((indicator, cause), kept = []);
            }

            double weight = FindingTable.Number(batch[FindingTable.Weight], row);
            if (kept.Count < KeptPerCause || weight >= kept[^1].Weight)
            {
                Insert(kept, new Candidate(at, weight, FindingTable.Text(batch[FindingTable.Id], row)));
            }
        });

        Dictionary<long, int> chosen = Choose(causes, count);
        FindingRow[] rows = new FindingRow[chosen.Count];
        at = 0;
        FindingTable.Visit(path, (batch, row) =>
        {
            if (chosen.TryGetValue(++at, out int place))
            {
                rows[place] = FindingTable.Row(batch, row);
            }
        });
        return rows;
    }

    /// <summary>Takes turns: first among the indicators, then among the causes of an indicator.</summary>
    private static Dictionary<long, int> Choose(Dictionary<(string Indicator, string Cause), List<Candidate>> causes, int count)
    {
        List<Queue<Candidate>> indicators = [.. causes
            .GroupBy(cause => cause.Key.Indicator, StringComparer.Ordinal)
            .OrderBy(indicator => indicator.Key, StringComparer.Ordinal)
            .Select(indicator => new Queue<Candidate>(Interleave([.. indicator.OrderBy(cause => cause.Key.Cause, StringComparer.Ordinal).Select(cause => cause.Value)])))];
        Dictionary<long, int> chosen = [];
        while (chosen.Count < count && indicators.Exists(queue => queue.Count > 0))
        {
            foreach (Queue<Candidate> queue in indicators)
            {
                if (chosen.Count < count && queue.TryDequeue(out Candidate candidate))
                {
                    chosen.Add(candidate.Row, chosen.Count);
                }
            }
        }

        return chosen;
    }

    private static IEnumerable<Candidate> Interleave(List<List<Candidate>> lists)
    {
        for (int i = 0; i < lists.Max(list => list.Count); i++)
        {
            foreach (List<Candidate> list in lists.Where(list => i < list.Count))
            {
                yield return list[i];
            }
        }
    }

    private static void Insert(List<Candidate> kept, Candidate candidate)
    {
        int place = kept.BinarySearch(candidate);
        kept.Insert(place < 0 ? ~place : place, candidate);
        if (kept.Count > KeptPerCause)
        {
            kept.RemoveAt(kept.Count - 1);
        }
    }

    // The first cause is read without reading the whole JSON: there may be millions of findings.
    private static string LeadingCause(Column evidence, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        ReadOnlySpan<byte> text = evidence.GetText(row, scratch);
        ReadOnlySpan<byte> mark = "\"cause\":\""u8;
        int start = text.IndexOf(mark);
        if (start < 0)
        {
            return "";
        }

        text = text[(start + mark.Length)..];
        int end = text.IndexOf((byte)'"');
        return end < 0 ? "" : Encoding.UTF8.GetString(text[..end]);
    }

    private readonly record struct Candidate(long Row, double Weight, string Id) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) =>
            Weight != other.Weight ? other.Weight.CompareTo(Weight) : string.CompareOrdinal(Id, other.Id);
    }
}
