using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>Who each record of a result really is: from a column of the files that were linked, or from a file of its own.</summary>
/// <param name="result">The result.</param>
/// <param name="clusters">Its records.</param>
/// <param name="threads">Threads, 1 or more.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class LinkTruth(EarlierResult result, LinkTable clusters, int threads, CancellationToken cancellation)
{
    /// <summary>Reads the truth.</summary>
    /// <param name="given">A column or a file.</param>
    /// <param name="pattern">What to take of it; null for all.</param>
    /// <returns>The entity of each record, from 0; -1 where it is not known.</returns>
    /// <exception cref="CommandFault">There is neither, or the files are not those that were linked.</exception>
    /// <exception cref="TableFormatException">A file cannot be read.</exception>
    public int[] Read(string given, Regex? pattern) => File.Exists(given) || Directory.Exists(given) ? OfFile(given, pattern) : OfColumn(given, pattern);

    /// <summary>A number for each value of a column, from 0; -1 where it is missing.</summary>
    public static int[] Number(LinkTable table, int column)
    {
        Dictionary<ulong, int> numbers = [];
        int[] values = new int[table.Rows];
        for (int row = 0; row < values.Length; row++)
        {
            ulong cell = table.CellOf(row, column);
            if (cell == Cell.Missing)
            {
                values[row] = -1;
                continue;
            }

            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, cell, out bool known);
            number = known ? number : numbers.Count - 1;
            values[row] = number;
        }

        return values;
    }

    private static int[] Number(LinkTable table, Regex? pattern) => pattern is null ? Number(table, 0)
        : ReferenceEntities.Number(Enumerable.Range(0, table.Rows).Select(row => pattern.Match(Text(table, row)) is { Success: true } match ? match.Groups[1].Value : null));

    private int[] OfColumn(string column, Regex? pattern)
    {
        LinkInputs inputs = LinkInputs.Open([.. result.Sources.Select(source => source.Path)]);
        inputs.Require([column], "--truth", "--truth");
        LinkTable truth = LinkTableReader.Read(inputs.Sources, result.Id, [Column(column)], LinkageVocabulary.General, threads, cancellation);
        for (int row = 0; row < Math.Max(truth.Rows, clusters.Rows); row++)
        {
            if (truth.Rows != clusters.Rows || !truth.Keys[row].SequenceEqual(EarlierResult.Unguarded(clusters.Keys[row])))
            {
                throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                    $"{string.Join("、", inputs.All.Select(input => input.Path))}：已不是当时的文件，请重新运行 link。",
                    $"{string.Join(", ", inputs.All.Select(input => input.Path))}: the files are not those that were linked. Run link again."));
            }
        }

        return Number(truth, pattern);
    }

    private int[] OfFile(string path, Regex? pattern)
    {
        IReadOnlyList<string> names = LinkInputs.Open([path]).All[0].Columns;
        if (names.Count < 2)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase($"{path}：应有两列：记录编号和真值。", $"{path}: it must have two columns, the record id and who that is."));
        }

        LinkTable truth = LinkTableReader.Read([(path, TableFiles.Of(path))], names[0], [Column(names[1])], LinkageVocabulary.General, threads, cancellation);
        int[] entities = Number(truth, pattern);
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        for (int row = 0; row < truth.Rows; row++)
        {
            known[Encoding.UTF8.GetString(truth.Keys[row])] = entities[row];
        }

        int[] found = new int[clusters.Rows];
        int missing = 0;
        for (int row = 0; row < found.Length; row++)
        {
            string id = Encoding.UTF8.GetString(EarlierResult.Unguarded(clusters.Keys[row]));
            found[row] = known.TryGetValue(result.Sources.Count > 1 ? $"{Text(clusters, row)}/{id}" : id, out int entity) || known.TryGetValue(id, out entity) ? entity : -1;
            missing += found[row] < 0 ? 1 : 0;
        }

        return missing < found.Length ? found : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{path}：其中没有结果里的任何记录编号。", $"{path}: it names no record of the result."));
    }

    private static ModelColumn Column(string name) => new() { Name = name, Kind = "verbatim" };

    private static string Text(LinkTable table, int row)
    {
        StringBuilder text = new();
        foreach (int code in table.Text(row, 0, stackalloc int[64]))
        {
            text.Append(new Rune(code));
        }

        return text.ToString();
    }
}
