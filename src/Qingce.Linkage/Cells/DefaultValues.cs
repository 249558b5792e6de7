using System.Runtime.InteropServices;
using System.Text;

namespace Qingce.Linkage;

/// <summary>
/// Values that stand for none: what a form or a clerk fills in where nothing is known. Much more rows have them than have any other value of their
/// column, and have nothing in common for it.
/// </summary>
public static class DefaultValues
{
    private const int RowsLookedAt = 1 << 14, LeastRows = 100, LeastDistinct = 50, Most = 4;

    /// <summary>A default is had by a fiftieth of the rows at least, and by so many times as many as the next value; all together leave some rows theirs.</summary>
    private const double LeastShare = 0.02, Beyond = 20, MostShare = 0.6;

    /// <summary>
    /// Takes such values of a table for missing, in columns whose <see cref="ModelColumn.Missing"/> is null. The rows are changed where they stand: the
    /// table that was given must not be used any more.
    /// </summary>
    /// <param name="table">Rows that were just read.</param>
    /// <param name="vocabulary">The kinds of its columns.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The table, whose columns name what was found, and what was found in words.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static (LinkTable Table, IReadOnlyList<Wording> Notes) TakeFrom(
        LinkTable table, LinkageVocabulary vocabulary, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var notes = new List<Wording>();
        var columns = table.Columns.ToArray();
        int[] open = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Missing is null && vocabulary.Kind(columns[c].Kind).MayHaveDefaults)];
        var rows = open.Length == 0 ? [] : RowSample.Of(table, RowsLookedAt, parallel);
        foreach (var c in open)
        {
            var found = Among([.. rows.Select(row => table.CellOf(row, c))]);
            if (found.Length > 0)
            {
                var text = new int[256];
                DefaultValue[] defaults = [.. found.Select(d => new DefaultValue(TextOf(table.Text(rows.First(row => table.CellOf(row, c) == d.Cell), c, text)), d.Share))];
                columns[c] = columns[c] with { Missing = [.. defaults.Select(d => d.Value)] };
                notes.AddRange(defaults.Select(d => d.Note(columns[c].Name)));
                table.Erase(c, [.. found.Select(d => d.Cell)], parallel);
            }
        }

        return (notes.Count == 0 ? table : new LinkTable(table, columns), notes);
    }

    /// <summary>The defaults among the values of some rows, the commonest first, with their shares of the values that there are.</summary>
    internal static (ulong Cell, double Share)[] Among(ReadOnlySpan<ulong> cells)
    {
        var counts = new Dictionary<ulong, int>();
        var known = 0;
        foreach (var cell in cells)
        {
            if (cell != Cell.Missing)
            {
                known++;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out _)++;
            }
        }

        if (known < LeastRows || counts.Count < LeastDistinct)
        {
            return [];
        }

        var ordered = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(Most + 1).ToArray();
        var (found, sum) = (0, 0L);
        for (var i = 0; i < Most && ordered[i].Value >= LeastShare * known && (sum += ordered[i].Value) <= MostShare * known; i++)
        {
            found = ordered[i].Value >= Beyond * ordered[i + 1].Value ? i + 1 : found;
        }

        return [.. ordered.Take(found).Select(c => (c.Key, c.Value / (double)known))];
    }

    private static string TextOf(ReadOnlySpan<int> codes)
    {
        var text = new StringBuilder();
        foreach (var code in codes)
        {
            text.Append(new Rune(code));
        }

        return text.ToString();
    }
}
