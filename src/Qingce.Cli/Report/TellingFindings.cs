using System.Collections.Concurrent;
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

    private static readonly Comparer<FindingRow> ByStrength = Comparer<FindingRow>.Create((left, right) =>
        left.Weight != right.Weight ? right.Weight.CompareTo(left.Weight) : string.CompareOrdinal(left.Id, right.Id));

    /// <summary>Picks reportable findings.</summary>
    /// <param name="path">findings.parquet.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>The first of each indicator, then the second of each, and so on.</returns>
    public static IReadOnlyList<FindingRow> Pick(string path, int count)
    {
        ConcurrentBag<Dictionary<(string, string), List<FindingRow>>> found = [];
        FindingTable.VisitParallel(path, batch =>
        {
            Dictionary<(string, string), List<FindingRow>> causes = found.TryTake(out Dictionary<(string, string), List<FindingRow>>? idle) ? idle : [];
            string indicator = "";
            string cause = "";
            List<FindingRow> kept = [];
            for (int row = 0; row < batch.RowCount; row++)
            {
                if (!FindingTable.IsReportable(batch, row))
                {
                    continue;
                }

                // Neighbours are mostly of one indicator and cause.
                if (!FindingTable.Holds(batch[FindingTable.Indicator], row, indicator) || !IsLeadingCause(batch[FindingTable.Evidence], row, cause))
                {
                    indicator = FindingTable.Text(batch[FindingTable.Indicator], row);
                    cause = LeadingCause(batch[FindingTable.Evidence], row);
                    if (!causes.TryGetValue((indicator, cause), out kept!))
                    {
                        causes.Add((indicator, cause), kept = []);
                    }
                }

                Keep(kept, batch, row);
            }

            found.Add(causes);
        });

        Dictionary<(string, string), List<FindingRow>> all = found
            .SelectMany(causes => causes).GroupBy(cause => cause.Key)
            .ToDictionary(cause => cause.Key, cause => cause.SelectMany(one => one.Value).Order(ByStrength).Take(KeptPerCause).ToList());
        return Choose(all, count);
    }

    /// <summary>Takes turns: first among the indicators, then among the causes of an indicator.</summary>
    private static List<FindingRow> Choose(Dictionary<(string Indicator, string Cause), List<FindingRow>> causes, int count)
    {
        List<Queue<FindingRow>> indicators = [.. causes
            .GroupBy(cause => cause.Key.Indicator, StringComparer.Ordinal)
            .OrderBy(indicator => indicator.Key, StringComparer.Ordinal)
            .Select(indicator => new Queue<FindingRow>(Interleave([.. indicator.OrderBy(cause => cause.Key.Cause, StringComparer.Ordinal).Select(cause => cause.Value)])))];
        List<FindingRow> chosen = [];
        while (chosen.Count < count && indicators.Exists(queue => queue.Count > 0))
        {
            foreach (Queue<FindingRow> queue in indicators)
            {
                if (chosen.Count < count && queue.TryDequeue(out FindingRow? finding))
                {
                    chosen.Add(finding);
                }
            }
        }

        return chosen;
    }

    private static IEnumerable<FindingRow> Interleave(List<List<FindingRow>> lists)
    {
        for (int i = 0; i < lists.Max(list => list.Count); i++)
        {
            foreach (List<FindingRow> list in lists.Where(list => i < list.Count))
            {
                yield return list[i];
            }
        }
    }

    /// <summary>Takes a row in if it is among the strongest; only then is it read whole.</summary>
    private static void Keep(List<FindingRow> kept, Batch batch, int row)
    {
        if (kept.Count == KeptPerCause)
        {
            double weight = FindingTable.Number(batch[FindingTable.Weight], row);
            if (weight < kept[^1].Weight || (weight == kept[^1].Weight && IsBehind(batch[FindingTable.Id], row, kept[^1].Id)))
            {
                return;
            }

            kept.RemoveAt(kept.Count - 1);
        }

        FindingRow finding = FindingTable.Row(batch, row);
        int place = kept.BinarySearch(finding, ByStrength);
        kept.Insert(place < 0 ? ~place : place, finding);
    }

    private static bool IsBehind(Column ids, int row, string id)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        ReadOnlySpan<byte> text = ids.GetText(row, scratch);
        for (int i = 0; i < Math.Min(text.Length, id.Length); i++)
        {
            if (text[i] != id[i])
            {
                return text[i] > id[i];
            }
        }

        return text.Length >= id.Length;
    }

    private static string LeadingCause(Column evidence, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Encoding.UTF8.GetString(LeadingCause(evidence.GetText(row, scratch)));
    }

    private static bool IsLeadingCause(Column evidence, int row, string cause)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Ascii.Equals(LeadingCause(evidence.GetText(row, scratch)), cause);
    }

    // The first cause is read without reading the whole JSON: there may be millions of findings.
    private static ReadOnlySpan<byte> LeadingCause(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> mark = "\"cause\":\""u8;
        int start = text.IndexOf(mark);
        if (start < 0)
        {
            return default;
        }

        text = text[(start + mark.Length)..];
        int end = text.IndexOf((byte)'"');
        return end < 0 ? default : text[..end];
    }
}
