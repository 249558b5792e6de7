using System.Globalization;
using System.Text;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>A pair of records as a person's file names it.</summary>
/// <param name="Left">Id of a record.</param>
/// <param name="Right">Id of another.</param>
/// <param name="LeftSource">Source of the first; empty where the file does not tell.</param>
/// <param name="RightSource">Source of the second.</param>
/// <param name="Value">What the file says of the pair, from 0 to 1; 1 where it says nothing.</param>
internal readonly record struct NamedPair(string Left, string Right, string LeftSource, string RightSource, double Value);

/// <summary>Reads pairs of records: left_id and right_id, or Splink's unique_id_l and unique_id_r, with sources where needed.</summary>
internal static class NamedPairs
{
    private static readonly string[] Lefts = ["left_id", "unique_id_l"], Rights = ["right_id", "unique_id_r"];
    private static readonly string[] LeftSources = ["left_source", "source_dataset_l"], RightSources = ["right_source", "source_dataset_r"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">Names of the column with the value of a pair; none when pairs have none.</param>
    /// <exception cref="CommandFault">It lacks a column, or a value is no number from 0 to 1.</exception>
    /// <exception cref="TableFormatException">It cannot be read.</exception>
    public static List<NamedPair> Read(string path, params string[] values)
    {
        using TableReader reader = TableReader.Open(path, new ReadOptions { UndoFormulaGuard = true });
        List<int> places = [Place(reader, Lefts, true), Place(reader, Rights, true)];
        int value = values.Length == 0 ? -1 : places.Count;
        places.AddRange(values.Length == 0 ? [] : [Place(reader, values, true)]);
        int[] sources = [Place(reader, LeftSources, false), Place(reader, RightSources, false)];
        int source = sources[0] >= 0 && sources[1] >= 0 ? places.Count : -1;
        places.AddRange(source < 0 ? [] : sources);
        List<NamedPair> pairs = [];
        foreach (Batch batch in reader.Read(places))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                pairs.Add(new NamedPair(
                    Text(batch[0], row), Text(batch[1], row), source < 0 ? "" : Text(batch[source], row), source < 0 ? "" : Text(batch[source + 1], row),
                    value < 0 ? 1 : Number(path, pairs.Count + 2, Text(batch[value], row))));
            }
        }

        return pairs;
    }

    /// <summary>The rows of a pair.</summary>
    /// <exception cref="CommandFault">There is no such record.</exception>
    public static RowPair RowsOf(NamedPair pair, RecordLookup lookup, bool hasSources, string path)
    {
        try
        {
            return new RowPair(
                lookup.RowOf(pair.Left, hasSources ? pair.LeftSource : null), lookup.RowOf(pair.Right, hasSources ? pair.RightSource : null));
        }
        catch (CommandFault fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase($"{path}：{fault.Phrase.Chinese}", $"{path}: {fault.Phrase.English}"));
        }
    }

    private static int Place(TableReader reader, string[] names, bool required)
    {
        for (int i = 0; i < reader.ColumnNames.Count; i++)
        {
            if (names.Contains(reader.ColumnNames[i]))
            {
                return i;
            }
        }

        return !required ? -1 : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{reader.Path}：缺少“{names[0]}”列。", $"{reader.Path}: there is no column '{names[0]}'."));
    }

    private static double Number(string path, int line, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1
            ? number
            : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}：第 {line} 行的“{text}”应为 0 到 1 之间的数（1 为同一人，0 为不是）。",
                $"{path}: row {line}: '{text}' must be a number from 0 to 1 (1 for one person, 0 for two)."));

    private static string Text(Column column, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Encoding.UTF8.GetString(column.GetText(row, scratch));
    }
}
