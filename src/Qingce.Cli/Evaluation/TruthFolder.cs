using System.Text;
using Qingce.Tables;

namespace Qingce.Cli.Evaluation;

/// <summary>What a simulated province knows of itself: the truth file, and the county of each registration.</summary>
internal static class TruthFolder
{
    private const int CountyDigits = 6;

    /// <summary>Reads the truth.</summary>
    /// <param name="path">The truth file, or the folder that holds it.</param>
    /// <exception cref="CommandFault">There is none, or it lacks a column.</exception>
    /// <exception cref="TableFormatException">It cannot be read.</exception>
    public static IReadOnlyList<TruthRow> ReadTruth(string path)
    {
        List<string> files = File.Exists(path) ? [path] : Find(path, "truth");
        if (files.Count == 0)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}：其中没有 truth.csv。请给出 simulate 写出的文件夹。", $"{path}: there is no truth.csv in it. Give a folder that simulate wrote."));
        }

        List<TruthRow> rows = [];
        foreach (string file in files)
        {
            Each(file, ["registration_id", "indicator", "other_registration_id"], (batch, row) =>
                rows.Add(new TruthRow(Text(batch[0], row), Text(batch[1], row), Text(batch[2], row))));
        }

        return rows;
    }

    /// <summary>Reads the county of some registrations from the register beside the truth.</summary>
    /// <param name="path">The truth file, or the folder that holds it.</param>
    /// <param name="wanted">The registrations.</param>
    /// <exception cref="TableFormatException">The register cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadCounties(string path, IReadOnlySet<string> wanted)
    {
        string folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        Dictionary<string, string> counties = new(StringComparer.Ordinal);
        foreach (string file in Find(folder, "register"))
        {
            Each(file, ["registration_id", "division"], (batch, row) =>
            {
                string registration = Text(batch[0], row);
                if (wanted.Contains(registration))
                {
                    string division = Text(batch[1], row);
                    counties[registration] = division.Length > CountyDigits ? division[..CountyDigits] : division;
                }
            });
        }

        return counties;
    }

    /// <summary>The files of a role: in the folder, in a folder of parts, or in the folder of a province.</summary>
    private static List<string> Find(string folder, string role)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        IEnumerable<string> provinces = TableFiles.In(folder)
            .Where(path => Path.GetFileName(path).StartsWith("province-", StringComparison.Ordinal) && Directory.Exists(path));
        return [.. provinces.Prepend(folder).SelectMany(place => TableFiles.Named(place, role)).SelectMany(TableFiles.Of)];
    }

    private static void Each(string file, string[] columns, Action<Batch, int> visit)
    {
        using TableReader reader = TableReader.Open(file);
        int[] positions = [.. columns.Select(name => Position(reader, name))];
        foreach (Batch batch in reader.Read(positions))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                visit(batch, row);
            }
        }
    }

    private static int Position(TableReader reader, string name)
    {
        for (int i = 0; i < reader.ColumnNames.Count; i++)
        {
            if (reader.ColumnNames[i] == name)
            {
                return i;
            }
        }

        throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{reader.Path}：缺少“{name}”列。请给出 simulate 写出的文件。", $"{reader.Path}: there is no column '{name}'. Give a file that simulate wrote."));
    }

    private static string Text(Column column, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Encoding.UTF8.GetString(column.GetText(row, scratch));
    }
}
