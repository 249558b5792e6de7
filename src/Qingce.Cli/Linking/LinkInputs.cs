using Qingce.Cli.Screens;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>A table to be linked.</summary>
/// <param name="Name">Its name in results.</param>
/// <param name="Path">File or folder, as it was given.</param>
/// <param name="Files">Its files.</param>
/// <param name="Columns">Its headers: those that all its files have.</param>
/// <param name="RowHint">About how many rows it has; 0 when nobody knows.</param>
internal sealed record LinkInput(string Name, string Path, IReadOnlyList<string> Files, IReadOnlyList<string> Columns, long RowHint);

/// <summary>The tables to be linked, looked at but not read.</summary>
internal sealed class LinkInputs
{
    /// <summary>Files that are told one by one when they cannot be read; of further ones, how many.</summary>
    private const int MostUnfit = 20;

    private LinkInputs(IReadOnlyList<LinkInput> inputs) => All = inputs;

    public IReadOnlyList<LinkInput> All { get; }

    /// <summary>The tables as the engine reads them.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Files)> Sources => [.. All.Select(input => (input.Name, input.Files))];

    /// <summary>Rows of all tables, about.</summary>
    public long RowHint => All.Sum(input => input.RowHint);

    /// <summary>Finds the tables and reads their headers.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <exception cref="TableFormatException">One is not there or no table.</exception>
    /// <exception cref="CommandFault">Several are not there or no tables: all of them are named, so that they can be mended at once.</exception>
    public static LinkInputs Open(IReadOnlyList<string> paths)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        List<LinkInput> inputs = [];
        List<TableFormatException> unfit = [];
        foreach (string path in paths)
        {
            IReadOnlyList<string> files = Tried(unfit, () => TableFiles.Of(path)) ?? [];
            IReadOnlyList<string>? columns = null;
            long rows = 0;
            foreach (string file in files)
            {
                using TableReader? reader = Tried(unfit, () => TableReader.Open(file));
                if (reader is null)
                {
                    continue;
                }

                columns = [.. (columns ?? reader.ColumnNames).Where(name => name.Length > 0 && reader.ColumnNames.Contains(name))];
                rows += Math.Max(0, reader.RowCountHint);
            }

            inputs.Add(new LinkInput(NameOf(path, names), path, files, columns ?? [], rows));
        }

        return unfit switch
        {
            [] => new LinkInputs(inputs),
            [TableFormatException one] => throw one,
            _ => throw Unfit(unfit),
        };
    }

    /// <summary>Sees to it that every table has these columns.</summary>
    /// <param name="columns">The headers.</param>
    /// <param name="chinese">Who wants them, before the colon.</param>
    /// <param name="english">The same in English.</param>
    /// <exception cref="CommandFault">A table lacks one.</exception>
    public void Require(IEnumerable<string> columns, string chinese, string english)
    {
        foreach (string column in columns)
        {
            if (All.FirstOrDefault(input => !input.Columns.Contains(column)) is { } lacking)
            {
                throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                    $"{chinese}：{lacking.Path} 没有“{column}”列；它有：{string.Join("、", lacking.Columns)}。",
                    $"{english}: {lacking.Path} has no column '{column}'; it has {string.Join(", ", lacking.Columns)}."));
            }
        }
    }

    private static T? Tried<T>(List<TableFormatException> unfit, Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (TableFormatException fault)
        {
            unfit.Add(fault);
            return null;
        }
    }

    private static CommandFault Unfit(List<TableFormatException> unfit)
    {
        int more = unfit.Count - MostUnfit;
        List<Phrase> each = [.. unfit.Take(MostUnfit).Select(fault => new Phrase(fault.Chinese, fault.Message))];
        if (more > 0)
        {
            each.Add(new Phrase($"另有 {more} 个文件不能读取。", $"{ScreenTable.Count(more, "more file")} cannot be read."));
        }

        Phrase all = new($"有 {unfit.Count} 个文件不能作为表读取：", $"{unfit.Count} files cannot be read as tables:");
        return new CommandFault(ExitCode.InputUnreadable, all) { Details = each };
    }

    // Two folders may each hold a people.csv: the folder then tells them apart, and a number where that does not.
    private static string NameOf(string path, HashSet<string> taken)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string name = Directory.Exists(full) ? Path.GetFileName(full) : Path.GetFileNameWithoutExtension(full);
        if (!taken.Add(name))
        {
            string whole = $"{Path.GetFileName(Path.GetDirectoryName(full))}/{name}";
            name = whole;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = FormattableString.Invariant($"{whole}-{number}");
            }
        }

        return name;
    }
}
